import { findAccount } from "./account-store.ts";
import { keepAudit } from "./keep-audit.ts";
import { digestOf } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { deleteSession } from "./session-store.ts";

/** Ends the session of this cookie, if there is one: in every tab, on the server. */
export async function signOut(parts: IdentityParts, secret: string | null): Promise<void> {
  if (secret === null) return;
  await parts.database.transaction(async (tx) => {
    const id = await deleteSession(tx, digestOf(secret));
    const account = id === undefined ? undefined : await findAccount(tx, id);
    if (account !== undefined)
      await keepAudit(tx, parts, account, [{ action: "sign_out", subject: account.id }]);
  });
}
