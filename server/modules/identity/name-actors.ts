import type { Db, Tx } from "../../platform/database/handle.ts";
import { selectActorNames } from "./account-store.ts";
import type { IdentityParts } from "./parts.ts";
import { selectPersons } from "./person-store.ts";
import { openStored } from "./protect-person.ts";

/**
 * Names of those who acted, for readers whom the calling room has admitted: a person's name while it is kept, else the
 * account's user name; a token's own name. Ids that are neither (links, the system) are missing.
 */
export async function nameActors(
  db: Db | Tx,
  parts: IdentityParts,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const actors = await selectActorNames(db, [...new Set(ids)]);
  const people = actors.flatMap((actor) => (actor.person === null ? [] : [actor.person]));
  const persons = new Map((await selectPersons(db, people)).map((row) => [row.id, openStored(parts, row)]));
  return new Map(
    actors.map(({ id, person, name }) => [id, (person === null ? null : persons.get(person)?.name) ?? name]),
  );
}
