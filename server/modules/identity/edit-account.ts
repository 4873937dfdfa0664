import type { Account } from "@moc/contract/identity/account.ts";
import type { Actor, Role } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import type { Tx } from "../../platform/database/handle.ts";
import {
  countZoneAdministrators,
  lockAccount,
  lockAdministrators,
  type StoredAccount,
  updateAccount,
} from "./account-store.ts";
import { mustGive, mustKnow } from "./create-account.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { selectPersons } from "./person-store.ts";
import { identityPolicy } from "./policy.ts";
import { openStored, refuseNaming } from "./protect-person.ts";
import { deleteSessions } from "./session-store.ts";
import { showAccount, storedRoles } from "./show-account.ts";

/**
 * Locks an account for a change and checks that this actor may make it and that its reason names nobody.
 * @throws Refusal `account_not_found` (also for another organisation's), `person_erased`, `why_names_person`.
 */
export async function takeAccount(
  tx: Tx,
  parts: IdentityParts,
  actor: Actor,
  id: string,
  why: string,
): Promise<StoredAccount> {
  // Administrators first and in one order, so that two of them cannot end each other's account at once.
  await lockAdministrators(tx);
  const account = await lockAccount(tx, id);
  if (account === undefined || !identityPolicy.account_write(actor, account))
    throw new Refusal("account_not_found");
  const [person] = await selectPersons(tx, [account.person]);
  if (person === undefined || person.erased_at !== null) throw new Refusal("person_erased");
  refuseNaming(why, openStored(parts, person));
  return account;
}

/** @throws Refusal `last_administrator` when nobody could administer the zone once this account does no more. */
export async function mustLeaveAdministrator(tx: Tx, account: StoredAccount): Promise<void> {
  const administers =
    account.roles.includes("administrator") && account.organisation === null && !account.disabled;
  if (administers && (await countZoneAdministrators(tx, account.id)) === 0)
    throw new Refusal("last_administrator");
}

type Edit = {
  command: string;
  account: string;
  seen: number;
  roles: Role[];
  organisation: string | null;
  disabled: boolean;
  why: string;
};

/**
 * Roles, organisation, locked or open. Locking ends every session at once; roles hold from the next request on.
 * @throws Refusal `account_not_found`, `own_account`, `stale_state`, `role_not_held`, `organisation_unknown`, `last_administrator`.
 */
export async function editAccount(
  parts: IdentityParts,
  caller: Actor | null,
  input: Edit,
): Promise<{ account: Account }> {
  const { organisation, disabled } = input;
  const actor = authorise(identityPolicy, "account_write", caller, { organisation });
  const roles = [...new Set(input.roles)];
  await parts.once(
    { name: "identity.editAccount", actor, role: "administrator", input },
    async ({ tx, emit }) => {
      const account = await takeAccount(tx, parts, actor, input.account, input.why);
      if (account.id === actor.id) throw new Refusal("own_account");
      if (account.version !== input.seen) throw new Refusal("stale_state");
      const before = storedRoles(account.roles);
      mustGive(
        actor,
        roles.filter((role) => !before.includes(role)),
      );
      if (organisation !== account.organisation) mustKnow(parts, organisation);
      const stays = roles.includes("administrator") && organisation === null && !disabled;
      if (!stays) await mustLeaveAdministrator(tx, account);
      await updateAccount(tx, account.id, { roles, organisation, disabled });
      if (disabled) await deleteSessions(tx, account.id, null);
      emit({
        kind: "identity.account_edited",
        subject: account.id,
        data: { account: account.id, roles, organisation, disabled },
      });
      await keepAudit(tx, parts, actor, [
        {
          action: "account_edited",
          subject: account.id,
          organisation,
          why: input.why,
          before: { roles: before, organisation: account.organisation, disabled: account.disabled },
          after: { roles, organisation, disabled },
        },
      ]);
      return { account: account.id };
    },
  );
  return { account: await showAccount(parts.database.db, parts, actor, input.account) };
}
