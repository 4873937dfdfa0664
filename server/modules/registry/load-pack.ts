import { randomUUID } from "node:crypto";
import { systemActor } from "@moc/contract/values/actor.ts";
import type { Change } from "@moc/engines/registry/difference.ts";
import { dayBounds } from "../../platform/time/clock.ts";
import { comparePack } from "./compare-pack.ts";
import { readPackFolder } from "./pack-folder.ts";
import { type PackFault, type PackRow, readPack } from "./read-pack.ts";
import { type RowChange, recordChanges } from "./record-changes.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { lockRegistry } from "./store.ts";

/** `keep` decides conflicts, keys that were edited on a screen; without it those that nobody decided stop the load. */
export type LoadOptions = { folder: string; apply: boolean; keep?: "operator" | "pack" };

/** With faults, or with conflicts that nobody decided, nothing is applied. */
export type LoadResult = {
  rows: number;
  faults: PackFault[];
  changes: Change[];
  conflicts: Change[];
  applied: number;
};

/** Compares a pack with what is known and, when asked, records the difference. Loaded again it changes nothing. */
export async function loadPack(parts: RegistryParts, options: LoadOptions): Promise<LoadResult> {
  const { platform, cache } = parts;
  const pack = readPack(await readPackFolder(options.folder, platform.clock.mode));
  const nothing = { rows: pack.rows.length, changes: [], conflicts: [], applied: 0 };
  if (pack.faults.length > 0) return { ...nothing, faults: pack.faults };
  if (!options.apply) {
    return { ...nothing, faults: [], ...(await comparePack(platform.database.db, pack.rows)) };
  }
  const input = { command: randomUUID(), folder: options.folder, keep: options.keep ?? null };
  let result: LoadResult = { ...nothing, faults: [] };
  await platform.once({ name: "registry.load_pack", actor: systemActor, role: null, input }, async (work) => {
    await lockRegistry(work.tx);
    const { changes, conflicts } = await comparePack(work.tx, pack.rows);
    const undecided = conflicts.length > 0 && options.keep === undefined;
    const due = undecided ? [] : changes.filter((change) => !change.conflict || options.keep === "pack");
    const issued = issueDays(pack.rows);
    await recordChanges(
      work,
      due.map((change) => fromPack(change, issued, platform.clock.timeZone)),
    );
    result = { ...result, changes, conflicts, applied: due.length };
    return null;
  });
  await cache.reload();
  return result;
}

/** A change as the pack makes it: it occurred when its document was issued. */
export function fromPack(
  change: Change,
  issued: Map<string, string>,
  timeZone: string,
  reason: string | null = null,
): RowChange {
  const { kind, key, after } = change;
  const occurredAt = occurredOf(change, issued, timeZone);
  const row = { kind, key, timeline: after, origin: "pack" as const, reason };
  return occurredAt === undefined ? row : { ...row, occurredAt };
}

/** Day of issue of each document of the pack that states one. */
export function issueDays(rows: readonly PackRow[]): Map<string, string> {
  return new Map(
    rows.flatMap(({ statement }) =>
      statement.kind === "document" && statement.issuedOn !== null
        ? [[statement.key, statement.issuedOn]]
        : [],
    ),
  );
}

/** A row occurred when its document was issued: the latest among its versions. Undefined: no document says when. */
function occurredOf(
  { kind, key, after }: Change,
  issued: Map<string, string>,
  timeZone: string,
): Date | undefined {
  const documents = kind === "document" ? [key] : after.flatMap((version) => version.source.document ?? []);
  const day = documents
    .flatMap((document) => issued.get(document) ?? [])
    .toSorted()
    .at(-1);
  return day === undefined ? undefined : dayBounds(day, timeZone).from;
}
