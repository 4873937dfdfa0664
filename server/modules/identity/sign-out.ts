import { findAccount } from "./account-store.ts";
import { keepAudit } from "./keep-audit.ts";
import { digestOf } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { deleteSession } from "./session-store.ts";

/**
 * Ends the session of this cookie, if there is one: in every tab, on the server.
 * @returns where the directory ends its own session, when it had opened this one: the next person at this screen must
 * not be let in by it. Null otherwise.
 */
export async function signOut(parts: IdentityParts, secret: string | null): Promise<string | null> {
  if (secret === null) return null;
  const ended = await parts.database.transaction(async (tx) => {
    const session = await deleteSession(tx, digestOf(secret));
    const account = session === undefined ? undefined : await findAccount(tx, session.account);
    if (account !== undefined)
      await keepAudit(tx, parts, account, [{ action: "sign_out", subject: account.id }]);
    return session;
  });
  return ended?.directory === true && parts.directory !== null
    ? parts.directory.signOut(`${parts.address()}/`)
    : null;
}
