import { Refusal } from "@moc/contract/values/refusal.ts";
import {
  deletePasswordLinks,
  findPasswordLink,
  lockAccount,
  takePasswordLink,
  updateAccount,
} from "./account-store.ts";
import { keepAudit } from "./keep-audit.ts";
import { digestOf } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { hashPassword } from "./password.ts";
import { deleteSessions } from "./session-store.ts";

/**
 * Sets a password by a one-time link and ends every session of the account. The link is used up.
 * @returns the user name to sign in with. @throws Refusal `link_invalid` for used, expired and invented links alike.
 */
export async function setPassword(
  parts: IdentityParts,
  input: { link: string; password: string },
): Promise<{ userName: string }> {
  const digest = digestOf(input.link);
  // A separate look first: an invented link must not cost us a slow hash.
  const found = await findPasswordLink(parts.database.db, digest, parts.machineNow());
  if (found === undefined) throw new Refusal("link_invalid");
  const hash = await hashPassword(input.password, parts.passwordCost);
  return parts.database.transaction(async (tx) => {
    const id = await takePasswordLink(tx, digest, parts.machineNow());
    const account = id === undefined ? undefined : await lockAccount(tx, id);
    if (account === undefined) throw new Refusal("link_invalid");
    await updateAccount(tx, account.id, { password_hash: hash });
    await deletePasswordLinks(tx, account.id);
    await deleteSessions(tx, account.id, null);
    await keepAudit(tx, parts, account, [{ action: "password_set", subject: account.id }]);
    return { userName: account.user_name };
  });
}
