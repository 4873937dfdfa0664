import type { RegistryRow, RowKind } from "@moc/contract/registry/rows.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { registryPolicy } from "./policy.ts";
import { mayChange } from "./read-zone.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { readVersionsOf } from "./store.ts";

/** Every version of one key, also those that are known no longer. @throws Refusal `row_not_found`. */
export async function readVersions(
  { platform }: RegistryParts,
  caller: Actor | null,
  { kind, key }: { kind: RowKind; key: string },
): Promise<{ versions: RegistryRow[]; may: May[] }> {
  const actor = authorise(registryPolicy, "read", caller, null);
  const versions = await readVersionsOf(platform.database.db, kind, key);
  if (versions.length === 0) throw new Refusal("row_not_found", { params: { key } });
  return { versions, may: mayChange(actor) };
}
