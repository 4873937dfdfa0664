import type { Person } from "@moc/contract/identity/person.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import type { Tx } from "../../platform/database/handle.ts";
import type { NewEvent } from "../../platform/events/append.ts";
import {
  deletePasswordLinks,
  findByPerson,
  lockAdministrators,
  type StoredAccount,
  updateAccount,
} from "./account-store.ts";
import { deleteLink } from "./directory-store.ts";
import { mustLeaveAdministrator } from "./edit-account.ts";
import type { ErasureGround } from "./erased-list.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { selectPersons, wipePersons } from "./person-store.ts";
import { identityPolicy } from "./policy.ts";
import { openStored, refuseNaming } from "./protect-person.ts";
import { deleteSessions } from "./session-store.ts";
import { showPerson } from "./show-person.ts";

async function emptyAccount(tx: Tx, account: StoredAccount): Promise<void> {
  await deleteSessions(tx, account.id, null);
  await deletePasswordLinks(tx, account.id);
  await deleteLink(tx, account.id);
  // The user name may be made of the person's name, so it goes too.
  await updateAccount(tx, account.id, {
    user_name: `erased-${account.id}`,
    email_digest: null,
    password_hash: null,
    disabled: true,
  });
}

/**
 * Destroys the keys and ciphertexts of persons, and empties and locks their accounts. Events keep the ids, so all still
 * folds and the chain still verifies. @returns the ids erased now.
 */
export async function erase(
  tx: Tx,
  parts: IdentityParts,
  persons: readonly string[],
  ground: ErasureGround,
  emit: (event: NewEvent) => void,
): Promise<string[]> {
  const erased = await wipePersons(tx, persons, parts.clock.now());
  for (const person of erased) {
    const account = await findByPerson(tx, person);
    if (account !== undefined) await emptyAccount(tx, account);
    emit({ kind: "identity.person_erased", subject: person, data: { person, ground } });
  }
  return erased;
}

/**
 * Erases one person for good, by request or because the data was held without ground.
 * @throws Refusal `person_not_found`, `person_erased`, `own_account`, `last_administrator`, `why_names_person`.
 */
export async function erasePerson(
  parts: IdentityParts,
  caller: Actor | null,
  input: { command: string; person: string; ground: "request" | "unlawful"; why: string },
): Promise<{ person: Person }> {
  const actor = authorise(identityPolicy, "person_erase", caller, { organisation: null });
  await parts.once(
    { name: "identity.erasePerson", actor, role: "administrator", input },
    async ({ tx, emit }) => {
      await lockAdministrators(tx);
      const [row] = await selectPersons(tx, [input.person]);
      if (row === undefined) throw new Refusal("person_not_found");
      if (row.erased_at !== null) throw new Refusal("person_erased");
      refuseNaming(input.why, openStored(parts, row));
      const account = await findByPerson(tx, row.id);
      if (account?.id === actor.id) throw new Refusal("own_account");
      if (account !== undefined) await mustLeaveAdministrator(tx, account);
      await erase(tx, parts, [row.id], input.ground, emit);
      const after = { ground: input.ground };
      await keepAudit(tx, parts, actor, [
        { action: "person_erased", subject: row.id, why: input.why, after },
      ]);
      return { person: row.id };
    },
  );
  const [row] = await selectPersons(parts.database.db, [input.person]);
  if (row === undefined) throw new Refusal("person_not_found");
  return { person: await showPerson(parts.database.db, parts, row) };
}
