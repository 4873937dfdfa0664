import { Refusal } from "@moc/contract/values/refusal.ts";
import { lockAccount, type StoredAccount } from "./account-store.ts";
import { attemptDigests, takeAttempt } from "./attempts.ts";
import { findVisitor, takeVisit } from "./directory-store.ts";
import { keepAudit } from "./keep-audit.ts";
import { digestOf } from "./keys.ts";
import { openSession } from "./open-session.ts";
import type { IdentityParts } from "./parts.ts";
import { answerFactor } from "./second-factor.ts";
import { forgetAttempts, uncountAttempts } from "./session-store.ts";

/**
 * The account's own second factor, after the directory proved its holder: what is set here is asked for on every way in.
 * A wrong code leaves the visit as it is; guessing is held back as at sign-in.
 * @returns the new session's secret, and the path from which the sign-in was begun.
 * @throws Refusal `directory_refused` when the visit has ended, `factor_wrong`, `sign_in_paused`.
 */
export async function completeDirectorySignIn(
  parts: IdentityParts,
  input: { code: string },
  from: { address: string; visit: string | null; session: string | null },
): Promise<{ account: StoredAccount; secret: string; to: string }> {
  const digest = digestOf(from.visit ?? "");
  const now = parts.machineNow();
  const known = await findVisitor(parts.database.db, digest, now);
  if (known === undefined) throw new Refusal("directory_refused");
  const digests = attemptDigests(parts, known, from.address);
  await takeAttempt(parts, digests);
  const done = await parts.database.transaction(async (tx) => {
    const current = await lockAccount(tx, known);
    if (current === undefined || current.disabled) return "directory_refused";
    const answer = await answerFactor(tx, parts, current, input.code);
    if (answer === "wrong" || answer === "missing") {
      const { organisation } = current;
      await keepAudit(tx, parts, null, [{ action: "sign_in_refused", subject: current.id, organisation }]);
      return "factor_wrong";
    }
    const visit = await takeVisit(tx, digest, true, now);
    if (visit === undefined) return "directory_refused";
    await forgetAttempts(tx, [digests.pair, digests.account]);
    await uncountAttempts(tx, [digests.address]);
    const secret = await openSession(tx, parts, current, { before: from.session, directory: true });
    return { account: current, secret, to: visit.return_to };
  });
  if (done === "factor_wrong") throw new Refusal(done, { field: "code" });
  if (done === "directory_refused") throw new Refusal(done);
  return done;
}
