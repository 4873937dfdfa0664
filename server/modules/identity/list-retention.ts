import { Retention } from "@moc/contract/identity/person.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { authorise } from "../../platform/authorise.ts";
import type { IdentityParts } from "./parts.ts";
import { selectRetention } from "./person-store.ts";
import { identityPolicy } from "./policy.ts";

/** Every rule of retention, now and later. */
export async function listRetention(
  parts: IdentityParts,
  caller: Actor | null,
): Promise<{ rows: Retention[] }> {
  authorise(identityPolicy, "retention_read", caller, { organisation: caller?.organisation ?? null });
  const rules = await selectRetention(parts.database.db);
  const rows = rules.map(({ valid_from: validFrom, ...rule }) => Retention.parse({ ...rule, validFrom }));
  return { rows };
}
