import { z } from "zod";
import { Id, Key } from "../values/ids.ts";
import { Instant } from "../values/time.ts";

/** A stretch in which a route works on paper, for everybody. */
export const PaperMode = z
  .strictObject({
    id: Id,
    route: Key,
    from: Instant,
    to: Instant.nullable().describe("null: it goes on"),
    reason: z.string(),
    organisation: Key.nullable(),
    declaredAt: Instant.describe("When it was recorded; after `from` when it was declared afterwards"),
    entered: z.number().int().describe("Acts entered from its slips so far"),
    simulated: z.boolean(),
  })
  .meta({ id: "PaperMode" });
export type PaperMode = z.infer<typeof PaperMode>;
