import type { Account } from "@moc/contract/identity/account.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { takeAccount } from "./edit-account.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { identityPolicy, rolesNotGiven } from "./policy.ts";
import { deleteFactor } from "./second-factor-store.ts";
import { deleteSessions } from "./session-store.ts";
import { showAccount, storedRoles } from "./show-account.ts";

/**
 * Ends the second factor of somebody who lost it, and every session of the account.
 * @throws Refusal `account_not_found`, `role_not_held`, `factor_not_set`.
 */
export async function resetSecondFactor(
  parts: IdentityParts,
  caller: Actor | null,
  input: { command: string; account: string; why: string },
): Promise<{ account: Account }> {
  const own = { organisation: caller?.organisation ?? null };
  const actor = authorise(identityPolicy, "account_write", caller, own);
  const command = { name: "identity.resetSecondFactor", actor, role: "administrator", input } as const;
  await parts.once(command, async ({ tx, emit }) => {
    const account = await takeAccount(tx, parts, actor, input.account, input.why);
    // Half of the way into an account is not opened by who could not give its roles.
    const [role] = rolesNotGiven(actor, storedRoles(account.roles));
    if (role !== undefined) throw new Refusal("role_not_held", { params: { role } });
    if (!(await deleteFactor(tx, account.id))) throw new Refusal("factor_not_set");
    await deleteSessions(tx, account.id, null);
    emit({ kind: "identity.second_factor_reset", subject: account.id, data: { account: account.id } });
    const { organisation } = account;
    await keepAudit(tx, parts, actor, [
      { action: "second_factor_reset", subject: account.id, organisation, why: input.why },
    ]);
    return { account: account.id };
  });
  return { account: await showAccount(parts.database.db, parts, actor, input.account) };
}
