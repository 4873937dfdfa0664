import { createHash } from "node:crypto";
import type { RecordedVersion, registryEvents } from "@moc/contract/registry/events.ts";
import type { RowKind } from "@moc/contract/registry/rows.ts";
import type { z } from "zod";
import type { Work } from "../../platform/once.ts";
import { readRevisions, replaceTimelines } from "./store.ts";

/** The new timeline of one key, why, and since when it is so in the world (by default since it is recorded). */
export type RowChange = {
  kind: RowKind;
  key: string;
  timeline: readonly RecordedVersion[];
  origin: "pack" | "operator";
  reason: string | null;
  occurredAt?: Date;
};

type ChangeSaid = z.infer<(typeof registryEvents)["registry.row_changed"]>;

/** Stores the changes and says them as events, in the transaction of the work. The registry must be locked. */
export async function recordChanges(
  work: Pick<Work, "tx" | "now" | "emit">,
  changes: readonly RowChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const revisions = await readRevisions(work.tx);
  const numbered = changes.map((change) => ({
    ...change,
    revision: (revisions.get(`${change.kind} ${change.key}`) ?? 0) + 1,
  }));
  await replaceTimelines(work.tx, numbered, work.now());
  for (const { kind, key, revision, timeline, origin, reason, occurredAt } of numbered) {
    const data: ChangeSaid = { kind, key, revision, origin, reason, timeline: [...timeline] };
    work.emit({
      kind: "registry.row_changed",
      subject: subjectOf(kind, key),
      data,
      ...(occurredAt === undefined ? {} : { occurredAt }),
    });
  }
}

/** The log names its subjects by UUID; a row's is derived from its kind and key (version 8 of RFC 9562). */
export function subjectOf(kind: RowKind, key: string): string {
  const hex = createHash("sha256").update(`registry/${kind}/${key}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
