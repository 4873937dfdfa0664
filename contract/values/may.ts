import { z } from "zod";

/**
 * What the caller may do next with one row, and why not: every response about a row carries these, the browser
 * repeats no rule. `reason` is a key of the room's messages, present exactly when not allowed.
 */
export const May = z
  .strictObject({
    action: z.string(),
    allowed: z.boolean(),
    reason: z.string().optional(),
    /** Values for the placeholders of the reason's text, e.g. the checks that are missing. */
    params: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: "May" });
export type May = z.infer<typeof May>;
