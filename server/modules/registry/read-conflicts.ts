import type { PackConflict } from "@moc/contract/registry/conflict.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { authorise } from "../../platform/authorise.ts";
import { comparePack, packDigest } from "./compare-pack.ts";
import { newestPack } from "./newest-pack.ts";
import { registryPolicy } from "./policy.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { readRevisions } from "./store.ts";

/**
 * Rows that were edited on a screen and of which the newest pack says something else, unless that was decided.
 * @throws Refusal `not_signed_in`, `not_allowed`, `pack_at_fault`.
 */
export async function readConflicts(
  { platform }: RegistryParts,
  caller: Actor | null,
): Promise<{ rows: PackConflict[] }> {
  authorise(registryPolicy, "change_row", caller, null);
  const pack = await newestPack(platform);
  return platform.database.transaction(async (tx) => {
    const { conflicts } = await comparePack(tx, pack);
    const revisions = await readRevisions(tx);
    const rows = conflicts.map(({ kind, key, before, after }) => ({
      kind,
      key,
      operator: [...before],
      pack: [...after],
      revision: revisions.get(`${kind} ${key}`) ?? 0,
      packDigest: packDigest(after),
    }));
    return { rows };
  });
}
