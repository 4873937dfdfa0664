import { UserName } from "@moc/contract/identity/account.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Db } from "../../platform/database/handle.ts";
import {
  findByEmail,
  findByUserName,
  lockAccount,
  recordSignIn,
  type StoredAccount,
} from "./account-store.ts";
import { keepAudit } from "./keep-audit.ts";
import { digestOf, keyedDigest, randomSecret } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { checkPassword } from "./password.ts";
import {
  type Attempts,
  countAttempts,
  deleteSession,
  forgetAttempts,
  insertSession,
  uncountAttempts,
} from "./session-store.ts";

/** How long a session lasts at most, in ms of machine time. */
export const sessionLength = 7 * 24 * 3600_000;

// After `free` failures each further one doubles a pause that begins at 15 s and is never longer than 15 minutes. One
// address trying one account is held back first; the wider counts let an office behind one address, and an account under
// attack from many, go on working.
const allowance = { pair: 5, account: 40, address: 60 } as const;
const firstPause = 15;
const longestPause = 15 * 60;
const forgetAfter = 3600_000;

/** Seconds that remain of the pause after these failures; 0 when there is none. */
export function pauseLeft(attempts: Attempts | undefined, free: number, now: Date): number {
  if (attempts === undefined || attempts.failures < free) return 0;
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(attempts.failures - free, 20));
  return Math.max(0, Math.ceil((attempts.last_at.getTime() - now.getTime()) / 1000) + pause);
}

/** An account found by what was typed: a user name, or an e-mail address. */
export function findTyped(db: Db, parts: IdentityParts, typed: string): Promise<StoredAccount | undefined> {
  const name = typed.trim().toLowerCase();
  return UserName.safeParse(name).success
    ? findByUserName(db, name)
    : findByEmail(db, keyedDigest(parts.keys.lookup, `email ${name}`));
}

/** The keys under which attempts on an account from an address are counted: pair, account, address. */
export function attemptDigests(parts: IdentityParts, account: string, address: string) {
  const digest = (what: string) => keyedDigest(parts.keys.lookup, `attempt ${what}`);
  return {
    pair: digest(`${account} from ${address}`),
    account: digest(account),
    address: digest(`from ${address}`),
  };
}

type AttemptDigests = ReturnType<typeof attemptDigests>;

/** Counts an attempt, before anything is looked at. @throws Refusal `sign_in_paused` with the seconds to wait. */
export async function takeAttempt(parts: IdentityParts, digests: AttemptDigests): Promise<void> {
  const now = parts.machineNow();
  const names = ["pair", "account", "address"] as const;
  await parts.database.transaction(async (tx) => {
    const forgetBefore = new Date(now.getTime() - forgetAfter);
    const before = await countAttempts(
      tx,
      names.map((name) => digests[name]),
      now,
      forgetBefore,
    );
    const wait = Math.max(...names.map((name, index) => pauseLeft(before[index], allowance[name], now)));
    if (wait > 0) throw new Refusal("sign_in_paused", { params: { seconds: String(wait) } });
  });
}

/**
 * Signs in by user name or e-mail address. Wrong name, wrong password and locked account are one answer after one time.
 * The session that this browser had before ends.
 * @returns the new session's secret, for the cookie. @throws Refusal `sign_in_failed`, `sign_in_paused`.
 */
export async function signIn(
  parts: IdentityParts,
  input: { name: string; password: string },
  from: { address: string; session: string | null },
): Promise<{ account: StoredAccount; secret: string }> {
  const account = await findTyped(parts.database.db, parts, input.name);
  const digests = attemptDigests(parts, account?.id ?? input.name.trim().toLowerCase(), from.address);
  await takeAttempt(parts, digests);
  const usable = account === undefined || account.disabled ? null : account.password_hash;
  const right = await checkPassword(input.password, usable, parts.passwordCost);
  return parts.database
    .transaction(async (tx) => {
      // Locked and compared again: it may have been closed or changed while the password was hashed.
      const current = right && account !== undefined ? await lockAccount(tx, account.id) : undefined;
      if (current === undefined || current.disabled || current.password_hash !== usable) {
        await keepAudit(tx, parts, null, [
          {
            action: "sign_in_refused",
            subject: account?.id ?? null,
            organisation: account?.organisation ?? null,
          },
        ]);
        return null;
      }
      await forgetAttempts(tx, [digests.pair, digests.account]);
      await uncountAttempts(tx, [digests.address]);
      const now = parts.machineNow();
      const secret = randomSecret(32);
      const ends_at = new Date(now.getTime() + sessionLength);
      if (from.session !== null) await deleteSession(tx, digestOf(from.session));
      await insertSession(tx, {
        digest: digestOf(secret),
        account: current.id,
        made_at: now,
        seen_at: now,
        ends_at,
      });
      await recordSignIn(tx, current.id, now);
      await keepAudit(tx, parts, current, [{ action: "sign_in", subject: current.id }]);
      return { account: current, secret };
    })
    .then((session) => {
      if (session === null) throw new Refusal("sign_in_failed");
      return session;
    });
}
