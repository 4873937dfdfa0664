import { z } from "zod";
import { Key } from "../values/ids.ts";
import { Source, Validity } from "../values/source.ts";

/**
 * A row of the registry: what it says (`fields`), where that comes from, when it holds and since when it is known. One
 * key has as many rows as its facts changed; no two of them hold on the same day.
 */
export function rowOf<const Kind extends string, Fields extends z.ZodRawShape>(kind: Kind, fields: Fields) {
  return z.strictObject({
    kind: z.literal(kind),
    key: Key,
    ...fields,
    source: Source,
    validity: Validity,
    revision: z.number().int().describe("Grows with every change of the key; sent back with an edit"),
  });
}

/** What a person or a pack states: the row without what the system adds. */
export function statementOf<const Kind extends string, Fields extends z.ZodRawShape>(
  kind: Kind,
  fields: Fields,
) {
  return z.strictObject({ kind: z.literal(kind), key: Key, ...fields });
}
