import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { lockAccount, type StoredAccount } from "./account-store.ts";
import { bindingOf, returnPath, visitLength } from "./begin-directory-sign-in.ts";
import type { Proof } from "./directory.ts";
import { insertVisit, lockLink, proveLink, takeVisit } from "./directory-store.ts";
import { keepAudit } from "./keep-audit.ts";
import { digestOf, keyedDigest, randomSecret } from "./keys.ts";
import { openSession } from "./open-session.ts";
import type { IdentityParts } from "./parts.ts";
import { withFactor } from "./second-factor-store.ts";

/** Digest under which the directory's own identifier of a person is kept. */
export function subjectDigest({ keys }: IdentityParts, issuer: string, subject: string): Buffer {
  return keyedDigest(keys.lookup, `directory ${JSON.stringify([issuer, "subject", subject])}`);
}

/** Digest under which an address is kept until the directory has proved it once. */
export function addressDigest({ keys }: IdentityParts, issuer: string, email: string): Buffer {
  return keyedDigest(keys.lookup, `directory ${JSON.stringify([issuer, "email", email])}`);
}

/** Whether the operator lets the directory vouch for addresses of this domain. */
export function isOfDomain(domains: readonly string[], email: string): boolean {
  return domains.includes(email.slice(email.lastIndexOf("@") + 1));
}

/** `open`: a session for the cookie. `asked`: the account's own second factor is still to come, bound to `secret`. */
export type Finished = { end: "open"; secret: string; to: string } | { end: "asked"; secret: string };

/**
 * Judges with what a browser came back from the directory, once: a second answer of the same visit finds nothing.
 * The account is the one that an administrator entered for this person; none is ever made here.
 * @param answer query of the address that the browser came back to
 * @throws Refusal `directory_off`, `directory_away`, `directory_refused`, `directory_unknown`.
 */
export async function finishDirectorySignIn(
  parts: IdentityParts,
  answer: string,
  from: { visit: string | null; session: string | null },
): Promise<Finished> {
  const { directory, database } = parts;
  if (directory === null) throw new Refusal("directory_off");
  if (from.visit === null) throw new Refusal("directory_refused");
  const digest = digestOf(from.visit);
  const visit = await database.transaction((tx) => takeVisit(tx, digest, false, parts.machineNow()));
  if (visit === undefined) throw new Refusal("directory_refused");
  const url = new URL(`${parts.address()}${returnPath}${answer}`);
  const proof = await directory.prove(bindingOf(parts, from.visit), url);
  const finished = await database.transaction(async (tx) => {
    const account = await accountOf(tx, parts, proof, directory.emailDomains);
    if (account === null) return null;
    if ((await withFactor(tx, [account.id])).has(account.id)) {
      const secret = randomSecret(32);
      const now = parts.machineNow();
      const waiting = { digest: digestOf(secret), account: account.id, return_to: visit.return_to };
      await insertVisit(tx, { ...waiting, ends_at: new Date(now.getTime() + visitLength) }, now);
      return { end: "asked", secret } as const;
    }
    const secret = await openSession(tx, parts, account, { before: from.session, directory: true });
    return { end: "open", secret, to: visit.return_to } as const;
  });
  if (finished === null) throw new Refusal("directory_unknown");
  return finished;
}

/** The open account of whom the directory proved; a first proof is kept. Null, audited, when there is none. */
async function accountOf(
  tx: Tx,
  parts: IdentityParts,
  { issuer, subject, email }: Proof,
  domains: readonly string[],
): Promise<StoredAccount | null> {
  const own = subjectDigest(parts, issuer, subject);
  const addressed = email !== null && isOfDomain(domains, email) ? [addressDigest(parts, issuer, email)] : [];
  const link = await lockLink(tx, [own, ...addressed]);
  const account = link && (await lockAccount(tx, link.account));
  if (link === undefined || account === undefined || account.disabled) {
    const organisation = account?.organisation ?? null;
    const after = { through: "directory" };
    await keepAudit(tx, parts, null, [
      { action: "sign_in_refused", subject: account?.id ?? null, organisation, after },
    ]);
    return null;
  }
  if (link.proved_at === null) {
    await proveLink(tx, account.id, own, parts.machineNow());
    await keepAudit(tx, parts, account, [{ action: "directory_proved", subject: account.id }]);
  }
  return account;
}
