import type { Actor } from "@moc/contract/values/actor.ts";
import type { Db, Tx } from "../../platform/database/handle.ts";
import { selectColleagues } from "./account-store.ts";
import { nameActors } from "./name-actors.ts";
import type { IdentityParts } from "./parts.ts";

/** Open accounts of the actor's own organisation by name, the actor among them; empty without an organisation. */
export async function colleaguesOf(
  db: Db | Tx,
  parts: IdentityParts,
  { organisation }: Pick<Actor, "organisation">,
): Promise<Map<string, string>> {
  if (organisation === null) return new Map();
  const named = await nameActors(db, parts, await selectColleagues(db, organisation));
  return new Map([...named].toSorted(([, one], [, other]) => one.localeCompare(other, "vi")));
}
