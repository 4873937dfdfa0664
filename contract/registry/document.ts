import { z } from "zod";
import { Key } from "../values/ids.ts";
import { printedText } from "../values/text.ts";
import { CivilDate } from "../values/time.ts";

/** What a document rules, where the zone's rules ask for it. */
export const DocumentSubject = z
  .enum(["fee", "platform", "smart_gate", "two_way", "organisation", "planning", "opening", "zone", "other"])
  .meta({ id: "DocumentSubject" });
export type DocumentSubject = z.infer<typeof DocumentSubject>;

/** A legal document. Its validity is when it is in force, as far as known. The title stays in its own language. */
export const documentFields = {
  symbol: z.string().min(1).nullable().describe("Number and symbol as written; null: not known"),
  title: printedText,
  issuer: z.string().min(1).nullable(),
  issuedOn: CivilDate.nullable(),
  subject: DocumentSubject,
  replaces: z.array(Key).describe("Documents that it replaces"),
  collector: Key.nullable().describe("Fee regimes: who collects; null: not known or not a fee regime"),
};
