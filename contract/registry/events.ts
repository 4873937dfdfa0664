import { z } from "zod";
import { Key } from "../values/ids.ts";
import { Source } from "../values/source.ts";
import { CivilDate } from "../values/time.ts";
import { RowKindName, Statement } from "./rows.ts";

/** One version of a row as an event says it. */
export const RecordedVersion = z.strictObject({
  statement: Statement,
  source: Source,
  validFrom: CivilDate.nullable(),
  validTo: CivilDate.nullable(),
});
export type RecordedVersion = z.infer<typeof RecordedVersion>;

/**
 * The whole timeline of one key after the change; the versions known until then are closed. An empty timeline: the key
 * is withdrawn. `origin` pack carries the document's date as occurred, operator the moment of the edit. `conflict_kept`:
 * what was entered on a screen stays, until the pack says of the row something else than what has this digest.
 */
export const registryEvents = {
  "registry.row_changed": z.strictObject({
    kind: RowKindName,
    key: Key,
    revision: z.number().int(),
    origin: z.enum(["pack", "operator"]),
    reason: z.string().nullable(),
    timeline: z.array(RecordedVersion),
  }),
  "registry.conflict_kept": z.strictObject({
    kind: RowKindName,
    key: Key,
    packDigest: z.string(),
    reason: z.string(),
  }),
} as const;
