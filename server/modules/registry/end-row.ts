import type { registryContract } from "@moc/contract/registry/routes.ts";
import type { RegistryRow, RowKind } from "@moc/contract/registry/rows.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { referencesOf } from "@moc/engines/registry/references.ts";
import { endFrom } from "@moc/engines/registry/timeline.ts";
import type { InferContractRouterInputs } from "@orpc/contract";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { refuseStale } from "./edit-row.ts";
import { versionOf } from "./facts.ts";
import { registryPolicy } from "./policy.ts";
import { recordChanges } from "./record-changes.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { lockRegistry, readKnown } from "./store.ts";

type Inputs = InferContractRouterInputs<typeof registryContract>;

/**
 * From a day on the row holds no longer; what held before stays.
 * @throws Refusal `row_not_found`, `stale_state`, `row_still_referenced` when nothing of a mentioned row would be left.
 */
export async function endRow(
  { platform, cache }: RegistryParts,
  caller: Actor | null,
  input: Inputs["endRow"],
): Promise<void> {
  const actor = authorise(registryPolicy, "change_row", caller, null);
  const { kind, key, validTo, reason, seen } = input;
  const role = roleAmong(actor, ["administrator"]);
  await platform.once({ name: "registry.end_row", actor, role, input }, async (work) => {
    await lockRegistry(work.tx);
    const known = await readKnown(work.tx);
    const own = known.filter((row) => row.kind === kind && row.key === key);
    if (own.length === 0) throw new Refusal("row_not_found", { params: { key } });
    await refuseStale(work.tx, `${kind} ${key}`, seen);
    const timeline = endFrom(own.map(versionOf), validTo);
    if (timeline.length === 0) refuseReferenced(known, kind, key);
    await recordChanges(work, [{ kind, key, timeline, origin: "operator", reason }]);
    return null;
  });
  await cache.reload();
}

/** @throws Refusal `row_still_referenced` naming a row that mentions this one. */
export function refuseReferenced(known: readonly RegistryRow[], kind: RowKind, key: string): void {
  const by = known.find((row) =>
    referencesOf(versionOf(row).statement).some((one) => one.key === key && one.kinds.includes(kind)),
  );
  if (by !== undefined) throw new Refusal("row_still_referenced", { params: { key, by: by.key } });
}
