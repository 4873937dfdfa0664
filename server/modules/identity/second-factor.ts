import { randomBytes } from "node:crypto";
import type { FactorSecret } from "@moc/contract/identity/second-factor.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { renderSVG } from "uqr";
import type { Tx } from "../../platform/database/handle.ts";
import { findAccount, lockAccount, type StoredAccount } from "./account-store.ts";
import { attemptDigests, takeAttempt } from "./attempts.ts";
import { decrypt, encrypt } from "./cipher.ts";
import { keepAudit } from "./keep-audit.ts";
import { digestOf, keyedDigest } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { checkPassword } from "./password.ts";
import {
  deleteFactor,
  insertRecoveryCodes,
  lockFactor,
  type StoredFactor,
  saveFactor,
  takeRecoveryCode,
} from "./second-factor-store.ts";
import { deleteSessions, forgetAttempts } from "./session-store.ts";
import { base32, stepOfCode } from "./time-code.ts";

type From = { address: string; session: string | null };

const secretBytes = 20; // as long as the digest of its HMAC (RFC 4226 §4)
const recoveryCodes = 10;
const bound = (account: string) => `second factor of ${account}`;
const recoveryDigest = ({ keys }: IdentityParts, account: string, code: string) =>
  keyedDigest(keys.lookup, `recovery ${account} ${code}`);

/** The caller's own account, after its password; guessing is held back as at sign-in. */
async function proven(
  parts: IdentityParts,
  actor: Actor | null,
  password: string,
  from: From,
): Promise<{ account: StoredAccount; digests: ReturnType<typeof attemptDigests> }> {
  if (actor === null || actor.kind !== "account") throw new Refusal("not_signed_in");
  const account = await findAccount(parts.database.db, actor.id);
  const digests = attemptDigests(parts, actor.id, from.address);
  await takeAttempt(parts, digests);
  const right = await checkPassword(password, account?.password_hash ?? null, parts.passwordCost);
  if (account === undefined || !right) throw new Refusal("password_wrong", { field: "password" });
  return { account, digests };
}

/**
 * Makes the secret for the caller's authenticator. Nothing is asked for at sign-in until a first code confirmed it.
 * @throws Refusal `not_signed_in`, `password_wrong`, `sign_in_paused`, `factor_set` when there is one already.
 */
export async function beginSecondFactor(
  parts: IdentityParts,
  actor: Actor | null,
  input: { password: string },
  from: From,
): Promise<FactorSecret> {
  const { account, digests } = await proven(parts, actor, input.password, from);
  const secret = randomBytes(secretBytes);
  await parts.database.transaction(async (tx) => {
    await lockAccount(tx, account.id);
    if ((await lockFactor(tx, account.id))?.confirmed_at) throw new Refusal("factor_set");
    await forgetAttempts(tx, [digests.pair]);
    await saveFactor(tx, {
      account: account.id,
      sealed: encrypt(parts.keys.factor, bound(account.id), secret),
      begun_at: parts.machineNow(),
      confirmed_at: null,
      last_step: null,
    });
  });
  const text = base32(secret).toUpperCase();
  const url = `otpauth://totp/${encodeURIComponent(`Mốc:${account.user_name}`)}?secret=${text}&issuer=${encodeURIComponent("Mốc")}`;
  return { secret: text, qrSvg: renderSVG(url, { border: 2 }) };
}

/**
 * Takes the first code; from then on one is asked for at every sign-in, and all other sessions end.
 * @returns codes for the day on which the authenticator is lost, shown this once.
 * @throws Refusal `not_signed_in`, `factor_not_begun`, `factor_wrong`, `sign_in_paused`.
 */
export async function confirmSecondFactor(
  parts: IdentityParts,
  actor: Actor | null,
  input: { code: string },
  from: From,
): Promise<{ recoveryCodes: string[] }> {
  if (actor === null || actor.kind !== "account") throw new Refusal("not_signed_in");
  const digests = attemptDigests(parts, actor.id, from.address);
  await takeAttempt(parts, digests);
  const codes = Array.from({ length: recoveryCodes }, () => base32(randomBytes(10)));
  await parts.database.transaction(async (tx) => {
    const factor = await lockFactor(tx, actor.id);
    if (factor === undefined || factor.confirmed_at !== null) throw new Refusal("factor_not_begun");
    const now = parts.machineNow();
    const step = stepOfCode(secretOf(parts, factor), input.code, now, null);
    if (step === null) throw new Refusal("factor_wrong", { field: "code" });
    await forgetAttempts(tx, [digests.pair]);
    await saveFactor(tx, { ...factor, confirmed_at: now, last_step: step });
    await insertRecoveryCodes(
      tx,
      actor.id,
      codes.map((code) => recoveryDigest(parts, actor.id, code)),
    );
    await deleteSessions(tx, actor.id, from.session === null ? null : digestOf(from.session));
    await keepAudit(tx, parts, actor, [{ action: "second_factor_set", subject: actor.id }]);
  });
  return { recoveryCodes: codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, "$1-")) };
}

/**
 * Ends the caller's own second factor, by password and a code of it.
 * @throws Refusal `not_signed_in`, `password_wrong`, `factor_not_set`, `factor_wrong`, `sign_in_paused`.
 */
export async function endSecondFactor(
  parts: IdentityParts,
  actor: Actor | null,
  input: { password: string; code: string },
  from: From,
): Promise<void> {
  const { account, digests } = await proven(parts, actor, input.password, from);
  await parts.database.transaction(async (tx) => {
    await lockAccount(tx, account.id);
    const answer = await answerFactor(tx, parts, account, input.code);
    if (answer === "not_asked") throw new Refusal("factor_not_set");
    if (answer === "wrong") throw new Refusal("factor_wrong", { field: "code" });
    await forgetAttempts(tx, [digests.pair]);
    await deleteFactor(tx, account.id);
    await keepAudit(tx, parts, account, [{ action: "second_factor_ended", subject: account.id }]);
  });
}

/**
 * What a code answers of an account whose password was right. A code that is taken is used up; so is a recovery code.
 * `not_asked`: the account has no second factor.
 */
export async function answerFactor(
  tx: Tx,
  parts: IdentityParts,
  account: Pick<StoredAccount, "id" | "organisation">,
  code: string | undefined,
): Promise<"not_asked" | "right" | "missing" | "wrong"> {
  const factor = await lockFactor(tx, account.id);
  if (factor === undefined || factor.confirmed_at === null) return "not_asked";
  if (code === undefined) return "missing";
  const step = stepOfCode(secretOf(parts, factor), code, parts.machineNow(), factor.last_step);
  if (step !== null) {
    await saveFactor(tx, { ...factor, last_step: step });
    return "right";
  }
  if (!(await takeRecoveryCode(tx, account.id, recoveryDigest(parts, account.id, code)))) return "wrong";
  await keepAudit(tx, parts, account, [{ action: "recovery_code_used", subject: account.id }]);
  return "right";
}

function secretOf({ keys }: IdentityParts, factor: StoredFactor): Buffer {
  return decrypt(keys.factor, bound(factor.account), factor.sealed);
}
