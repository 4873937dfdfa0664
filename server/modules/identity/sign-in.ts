import { UserName } from "@moc/contract/identity/account.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Db } from "../../platform/database/handle.ts";
import { findByEmail, findByUserName, lockAccount, type StoredAccount } from "./account-store.ts";
import { attemptDigests, takeAttempt } from "./attempts.ts";
import { keepAudit } from "./keep-audit.ts";
import { keyedDigest } from "./keys.ts";
import { openSession } from "./open-session.ts";
import type { IdentityParts } from "./parts.ts";
import { checkPassword } from "./password.ts";
import { answerFactor } from "./second-factor.ts";
import { forgetAttempts, uncountAttempts } from "./session-store.ts";

/** An account found by what was typed: a user name, or an e-mail address. */
export function findTyped(db: Db, parts: IdentityParts, typed: string): Promise<StoredAccount | undefined> {
  const name = typed.trim().toLowerCase();
  return UserName.safeParse(name).success
    ? findByUserName(db, name)
    : findByEmail(db, keyedDigest(parts.keys.lookup, `email ${name}`));
}

/**
 * Signs in by user name or e-mail address. Wrong name, wrong password and locked account are one answer after one time.
 * The session that this browser had before ends.
 * @returns the new session's secret, for the cookie.
 * @throws Refusal `sign_in_failed`, `sign_in_paused`, `factor_needed`, `factor_wrong`.
 */
export async function signIn(
  parts: IdentityParts,
  input: { name: string; password: string; code?: string | undefined },
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
        return { refused: "sign_in_failed" } as const;
      }
      const factor = await answerFactor(tx, parts, current, input.code);
      if (factor === "missing") return { refused: "factor_needed" } as const;
      if (factor === "wrong") {
        await keepAudit(tx, parts, null, [
          { action: "sign_in_refused", subject: current.id, organisation: current.organisation },
        ]);
        return { refused: "factor_wrong" } as const;
      }
      await forgetAttempts(tx, [digests.pair, digests.account]);
      await uncountAttempts(tx, [digests.address]);
      const secret = await openSession(tx, parts, current, { before: from.session, directory: false });
      return { account: current, secret };
    })
    .then((session) => {
      if ("refused" in session) throw new Refusal(session.refused);
      return session;
    });
}
