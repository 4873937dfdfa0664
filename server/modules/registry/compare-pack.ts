import { createHash } from "node:crypto";
import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import { type Change, differenceOf, timelineText } from "@moc/engines/registry/difference.ts";
import type { Db, Tx } from "../../platform/database/handle.ts";
import { timelinesOf, versionOf } from "./facts.ts";
import type { PackRow } from "./read-pack.ts";
import { readChangedByHand, readKept, readKnown } from "./store.ts";

/** By what a decision knows again what the pack said of a row. */
export function packDigest(versions: readonly RecordedVersion[]): string {
  return createHash("sha256").update(timelineText(versions)).digest("hex");
}

/**
 * What must change so that the registry says what the pack says, and of it the conflicts that nobody has decided: rows
 * edited or ended on a screen, unless the screen's version was kept against these very words of the pack.
 */
export async function comparePack(
  db: Db | Tx,
  rows: readonly PackRow[],
): Promise<{ changes: Change[]; conflicts: Change[] }> {
  const stated = rows.map(({ statement, source, validFrom, validTo }) => ({
    statement,
    source,
    validFrom,
    validTo,
  }));
  const known = await readKnown(db);
  const byHand = await readChangedByHand(db);
  const changes = differenceOf(timelinesOf(stated), timelinesOf(known.map(versionOf))).map((change) => ({
    ...change,
    conflict: change.conflict || byHand.has(`${change.kind} ${change.key}`),
  }));
  const kept = await readKept(db);
  const conflicts = changes.filter(
    ({ conflict, kind, key, after }) => conflict && kept.get(`${kind} ${key}`) !== packDigest(after),
  );
  return { changes, conflicts };
}
