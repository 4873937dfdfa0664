import type { Tx } from "../../platform/database/handle.ts";
import { recordSignIn, type StoredAccount } from "./account-store.ts";
import { keepAudit } from "./keep-audit.ts";
import { digestOf, randomSecret } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { deleteSession, insertSession } from "./session-store.ts";

/** How long a session lasts at most, in ms of machine time: by password a week, so that nobody notes it down. */
export const sessionLength = 7 * 24 * 3600_000;
/** Through the directory a shift and its hand-over: who was taken out of it is out here by the next day. */
export const directorySessionLength = 12 * 3600_000;

/**
 * Opens a session for an account that has proved itself whole. The session that this browser had before ends.
 * @returns the session's secret, for the cookie.
 */
export async function openSession(
  tx: Tx,
  parts: IdentityParts,
  account: StoredAccount,
  { before, directory }: { before: string | null; directory: boolean },
): Promise<string> {
  const now = parts.machineNow();
  const secret = randomSecret(32);
  const ends_at = new Date(now.getTime() + (directory ? directorySessionLength : sessionLength));
  if (before !== null) await deleteSession(tx, digestOf(before));
  const session = { digest: digestOf(secret), account: account.id, made_at: now, seen_at: now, ends_at };
  await insertSession(tx, { ...session, directory });
  await recordSignIn(tx, account.id, now);
  await keepAudit(tx, parts, account, [
    { action: "sign_in", subject: account.id, ...(directory && { after: { through: "directory" } }) },
  ]);
  return secret;
}
