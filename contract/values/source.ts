import { z } from "zod";
import { CivilDate, Instant } from "./time.ts";

/**
 * How sure a fact is: `official` an official body or two independent sources agree; `press` one clear press source;
 * `weak` truncated, old or conflicting; `inferred` concluded, not stated; `illustrative` made up for demonstration;
 * `operator` entered on a screen.
 */
export const Confidence = z
  .enum(["official", "press", "weak", "inferred", "illustrative", "operator"])
  .meta({ id: "Confidence" });
export type Confidence = z.infer<typeof Confidence>;

/** Where a fact comes from. Every sourced figure on a screen opens this. */
export const Source = z
  .strictObject({
    confidence: Confidence,
    /** Key of a legal document of the pack, when the source is one. */
    document: z.string().optional(),
    citation: z.string().min(1).describe("Who says so, where"),
    url: z.url().optional(),
  })
  .meta({ id: "Source" });
export type Source = z.infer<typeof Source>;

/** When a row holds in the world (`valid`, end exclusive) and when the system knew it (`recorded`). */
export const Validity = z.strictObject({
  validFrom: CivilDate.nullable().describe("null: since before the records begin"),
  validTo: CivilDate.nullable().describe("First day on which it no longer holds; null: until further notice"),
  recordedFrom: Instant,
  recordedTo: Instant.nullable(),
});
export type Validity = z.infer<typeof Validity>;
