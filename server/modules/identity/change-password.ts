import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { findAccount, lockAccount, updateAccount } from "./account-store.ts";
import { attemptDigests, takeAttempt } from "./attempts.ts";
import { keepAudit } from "./keep-audit.ts";
import { digestOf } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { checkPassword, hashPassword } from "./password.ts";
import { deleteSessions, forgetAttempts } from "./session-store.ts";

/**
 * The caller's own password. All other sessions of the account end. Guessing the current one is held back as at sign-in.
 * @throws Refusal `not_signed_in`, `password_wrong`, `sign_in_paused`.
 */
export async function changePassword(
  parts: IdentityParts,
  actor: Actor | null,
  input: { current: string; password: string },
  from: { address: string; session: string | null },
): Promise<void> {
  if (actor === null || actor.kind !== "account") throw new Refusal("not_signed_in");
  const account = await findAccount(parts.database.db, actor.id);
  const digests = attemptDigests(parts, actor.id, from.address);
  await takeAttempt(parts, digests);
  const stored = account?.password_hash ?? null;
  if (!(await checkPassword(input.current, stored, parts.passwordCost))) {
    throw new Refusal("password_wrong", { field: "current" });
  }
  const hash = await hashPassword(input.password, parts.passwordCost);
  await parts.database.transaction(async (tx) => {
    const current = await lockAccount(tx, actor.id);
    if (current === undefined || current.password_hash !== stored) throw new Refusal("stale_state");
    await forgetAttempts(tx, [digests.pair]);
    await updateAccount(tx, actor.id, { password_hash: hash });
    await deleteSessions(tx, actor.id, from.session === null ? null : digestOf(from.session));
    await keepAudit(tx, parts, actor, [{ action: "password_set", subject: actor.id }]);
  });
}
