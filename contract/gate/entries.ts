import { z } from "zod";
import { procedureOf } from "../values/procedure.ts";
import { Instant } from "../values/time.ts";
import { gateRefusals } from "./refusals.ts";

const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("SHA-256, hexadecimal");

/** One entry of a declaration in the sealed chain; nothing of what it says. */
export const SealedEntry = z
  .strictObject({
    kind: z.string(),
    recordedAt: Instant,
    position: z.number().int().nullable().describe("null: recorded, sealed within moments"),
    previous: Hash.nullable().describe("Link of the entry before, whosever it is"),
    hash: Hash.nullable(),
    holds: z.boolean().describe("The link was computed anew from the stored entry and is the same"),
  })
  .meta({ id: "SealedEntry" });
export type SealedEntry = z.infer<typeof SealedEntry>;

/** Whether the entries of a declaration stand in the chain; `head` is its last link, published every hour. */
export const EntriesProof = z
  .strictObject({
    code: z.string(),
    intact: z.boolean().describe("Every entry holds"),
    entries: z.array(SealedEntry),
    head: z.strictObject({ position: z.number().int(), hash: Hash }),
  })
  .meta({ id: "EntriesProof" });
export type EntriesProof = z.infer<typeof EntriesProof>;

export const DeclarationCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{4}-\d{4}$/)
  .describe("As on the declaration, e.g. 7F3K-0841");

export const entriesRoutes = {
  verifyEntries: procedureOf(gateRefusals)
    .route({
      method: "GET",
      path: "/entries/{code}",
      summary:
        "Whether the entries of a declaration stand in the sealed chain; public, without personal data",
      tags: ["gate"],
    })
    .input(z.strictObject({ code: DeclarationCode }))
    .output(EntriesProof),
};
