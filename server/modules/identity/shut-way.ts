import type { Account } from "@moc/contract/identity/account.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import type { Tx } from "../../platform/database/handle.ts";
import type { StoredAccount } from "./account-store.ts";
import { takeAccount } from "./edit-account.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { identityPolicy, rolesNotGiven } from "./policy.ts";
import { deleteSessions } from "./session-store.ts";
import { showAccount, storedRoles } from "./show-account.ts";

type OnAccount = { account: string; why: string };

/**
 * Locks an account on which a way in is opened or shut: not by who could not give its roles.
 * @throws Refusal `account_not_found`, `role_not_held`, `why_names_person`.
 */
export async function takeGivable(
  tx: Tx,
  parts: IdentityParts,
  actor: Actor,
  input: OnAccount,
): Promise<StoredAccount> {
  const account = await takeAccount(tx, parts, actor, input.account, input.why);
  const [role] = rolesNotGiven(actor, storedRoles(account.roles));
  if (role !== undefined) throw new Refusal("role_not_held", { params: { role } });
  return account;
}

/** A way into an account: what shuts it, under which name it is kept, and the refusal when there is none. */
type Way = {
  command: "identity.resetSecondFactor" | "identity.unlinkDirectory";
  done: "second_factor_reset" | "directory_unlinked";
  absent: "factor_not_set" | "directory_not_linked";
  take: typeof takeGivable;
  remove: (tx: Tx, account: string) => Promise<boolean>;
};

/** Shuts a way into somebody's account and ends every session of it. @throws Refusal `absent`, and those of `take`. */
export async function shutWay(
  parts: IdentityParts,
  caller: Actor | null,
  input: OnAccount & { command: string },
  way: Way,
): Promise<{ account: Account }> {
  const own = { organisation: caller?.organisation ?? null };
  const actor = authorise(identityPolicy, "account_write", caller, own);
  const command = { name: way.command, actor, role: "administrator", input } as const;
  await parts.once(command, async ({ tx, emit }) => {
    const { id, organisation } = await way.take(tx, parts, actor, input);
    if (!(await way.remove(tx, id))) throw new Refusal(way.absent);
    await deleteSessions(tx, id, null);
    emit({ kind: `identity.${way.done}`, subject: id, data: { account: id } });
    await keepAudit(tx, parts, actor, [{ action: way.done, subject: id, organisation, why: input.why }]);
    return { account: id };
  });
  return { account: await showAccount(parts.database.db, parts, actor, input.account) };
}
