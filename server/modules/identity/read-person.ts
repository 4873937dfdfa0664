import type { Person } from "@moc/contract/identity/person.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { selectPersons } from "./person-store.ts";
import { identityPolicy } from "./policy.ts";
import { refuseNaming } from "./protect-person.ts";
import { showPerson } from "./show-person.ts";

/** One person's data, read for a stated purpose; audited. @throws Refusal `person_not_found`, `why_names_person`. */
export async function readPerson(
  parts: IdentityParts,
  caller: Actor | null,
  { person: id, why }: { person: string; why: string },
): Promise<Person> {
  const actor = authorise(identityPolicy, "person_read", caller, { organisation: null });
  return parts.database.transaction(async (tx) => {
    const [row] = await selectPersons(tx, [id]);
    if (row === undefined) throw new Refusal("person_not_found");
    const person = await showPerson(tx, parts, row);
    refuseNaming(why, person.data);
    await keepAudit(tx, parts, actor, [{ action: "person_read", subject: id, why }]);
    return person;
  });
}
