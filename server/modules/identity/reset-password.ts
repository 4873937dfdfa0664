import type { Account, OneTimeLink } from "@moc/contract/identity/account.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { updateAccount } from "./account-store.ts";
import { takeAccount } from "./edit-account.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { makePasswordLink } from "./password-link.ts";
import { identityPolicy, rolesNotGiven } from "./policy.ts";
import { deleteSessions } from "./session-store.ts";
import { showAccount, storedRoles } from "./show-account.ts";

/**
 * Ends an account's password and sessions and makes the link by which its holder sets a new one.
 * @returns the account; the link only the first time. @throws Refusal `account_not_found`, `role_not_held`.
 */
export async function resetPassword(
  parts: IdentityParts,
  caller: Actor | null,
  input: { command: string; account: string; why: string },
): Promise<{ account: Account; link: OneTimeLink | null }> {
  const actor = authorise(identityPolicy, "account_write", caller, {
    organisation: caller?.organisation ?? null,
  });
  let link: OneTimeLink | null = null;
  await parts.once(
    { name: "identity.resetPassword", actor, role: "administrator", input },
    async ({ tx, emit }) => {
      const account = await takeAccount(tx, parts, actor, input.account, input.why);
      // Who holds the link holds the account: nobody comes to roles that he could not give.
      const [role] = rolesNotGiven(actor, storedRoles(account.roles));
      if (role !== undefined) throw new Refusal("role_not_held", { params: { role } });
      await updateAccount(tx, account.id, { password_hash: null });
      await deleteSessions(tx, account.id, null);
      link = await makePasswordLink(tx, parts, account.id);
      emit({ kind: "identity.password_reset", subject: account.id, data: { account: account.id } });
      const { organisation } = account;
      await keepAudit(tx, parts, actor, [
        { action: "password_reset", subject: account.id, organisation, why: input.why },
      ]);
      return { account: account.id };
    },
  );
  return { account: await showAccount(parts.database.db, parts, actor, input.account), link };
}
