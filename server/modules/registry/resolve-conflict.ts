import type { Keep } from "@moc/contract/registry/conflict.ts";
import type { RowKind } from "@moc/contract/registry/rows.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { comparePack, packDigest } from "./compare-pack.ts";
import { refuseMissing, refuseStale } from "./edit-row.ts";
import { refuseReferenced } from "./end-row.ts";
import { fromPack, issueDays } from "./load-pack.ts";
import { newestPack } from "./newest-pack.ts";
import { registryPolicy } from "./policy.ts";
import { recordChanges, subjectOf } from "./record-changes.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { lockRegistry, readKnown, saveKept } from "./store.ts";

type Decision = {
  command: string;
  kind: RowKind;
  key: string;
  keep: Keep;
  revision: number;
  packDigest: string;
  reason: string;
};

/**
 * Decides between what was entered on a screen and what the newest pack says of the same row: the pack's versions take
 * its place, or it stays and is no conflict any more until the pack says something else again.
 * @throws Refusal `stale_state` when row or pack changed since they were shown, `conflict_gone`, `pack_at_fault`,
 * `reference_missing`, `row_still_referenced`.
 */
export async function resolveConflict(
  { platform, cache }: RegistryParts,
  caller: Actor | null,
  input: Decision,
): Promise<void> {
  const actor = authorise(registryPolicy, "change_row", caller, null);
  const { kind, key, keep, reason } = input;
  const pack = await newestPack(platform);
  const role = roleAmong(actor, ["administrator"]);
  await platform.once({ name: "registry.resolve_conflict", actor, role, input }, async (work) => {
    await lockRegistry(work.tx);
    await refuseStale(work.tx, `${kind} ${key}`, input.revision);
    const { conflicts } = await comparePack(work.tx, pack);
    const conflict = conflicts.find((one) => one.kind === kind && one.key === key);
    if (conflict === undefined) throw new Refusal("conflict_gone", { params: { key } });
    const digest = packDigest(conflict.after);
    if (digest !== input.packDigest) throw new Refusal("stale_state");
    if (keep === "operator") {
      await saveKept(work.tx, { kind, key, pack_digest: digest, decided_at: work.now() });
      const data = { kind, key, packDigest: digest, reason };
      work.emit({ kind: "registry.conflict_kept", subject: subjectOf(kind, key), data });
      return null;
    }
    const known = await readKnown(work.tx);
    for (const version of conflict.after) refuseMissing(known, version);
    if (conflict.after.length === 0) refuseReferenced(known, kind, key);
    await recordChanges(work, [fromPack(conflict, issueDays(pack), platform.clock.timeZone, reason)]);
    return null;
  });
  await cache.reload();
}
