import { randomUUID } from "node:crypto";
import type { Account, OneTimeLink } from "@moc/contract/identity/account.ts";
import type { Actor, Role } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { authorise } from "../../platform/authorise.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { findByEmail, findByUserName, insertAccount } from "./account-store.ts";
import { keepAudit } from "./keep-audit.ts";
import { keyedDigest } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { makePasswordLink } from "./password-link.ts";
import { identityPolicy, rolesNotGiven } from "./policy.ts";
import { savePerson } from "./protect-person.ts";
import { showAccount } from "./show-account.ts";

export type NewAccount = {
  userName: string;
  name: string;
  email?: string | undefined;
  language: Language;
  roles: Role[];
  organisation: string | null;
};

/** Digest under which an account is found by its e-mail address. */
export function emailDigest(parts: IdentityParts, email: string): Buffer {
  return keyedDigest(parts.keys.lookup, `email ${email.toLowerCase()}`);
}

/** @throws Refusal `role_not_held` naming the first role that this actor may not give. */
export function mustGive(actor: Actor, roles: readonly Role[]): void {
  const [role] = rolesNotGiven(actor, roles);
  if (role !== undefined) throw new Refusal("role_not_held", { field: "roles", params: { role } });
}

/** @throws Refusal `organisation_unknown` when the register has no such organisation. */
export function mustKnow(parts: IdentityParts, organisation: string | null): void {
  if (organisation !== null && !parts.organisationExists(organisation)) {
    throw new Refusal("organisation_unknown", { field: "organisation", params: { organisation } });
  }
}

/** Writes a new account and its person. @throws Refusal `user_name_taken`, `email_taken`. @returns both ids. */
export async function addAccount(
  tx: Tx,
  parts: IdentityParts,
  account: NewAccount,
  extra: { passwordHash: string | null; demonstration: boolean },
): Promise<{ account: string; person: string }> {
  const { userName, name, email, language, roles, organisation } = account;
  if ((await findByUserName(tx, userName)) !== undefined)
    throw new Refusal("user_name_taken", { field: "userName" });
  const digest = email === undefined ? null : emailDigest(parts, email);
  if (digest !== null && (await findByEmail(tx, digest)) !== undefined) {
    throw new Refusal("email_taken", { field: "email" });
  }
  const person = await savePerson(tx, parts, "account", email === undefined ? { name } : { name, email });
  const id = randomUUID();
  await insertAccount(tx, {
    id,
    person,
    user_name: userName,
    email_digest: digest,
    password_hash: extra.passwordHash,
    roles: [...new Set(roles)],
    organisation,
    language,
    demonstration: extra.demonstration,
    created_at: parts.clock.now(),
  });
  return { account: id, person };
}

/**
 * A new account. Its holder chooses the password by the one-time link, so that nobody else ever knew it.
 * @returns the account; the link only the first time.
 * @throws Refusal `user_name_taken`, `email_taken`, `role_not_held`, `organisation_unknown`.
 */
export async function createAccount(
  parts: IdentityParts,
  caller: Actor | null,
  input: NewAccount & { command: string },
): Promise<{ account: Account; link: OneTimeLink | null }> {
  const { roles, organisation } = input;
  const actor = authorise(identityPolicy, "account_write", caller, { organisation });
  mustGive(actor, roles);
  let link: OneTimeLink | null = null;
  const made = await parts.once(
    { name: "identity.createAccount", actor, role: "administrator", input },
    async ({ tx, emit }) => {
      mustKnow(parts, organisation);
      const ids = await addAccount(tx, parts, input, { passwordHash: null, demonstration: false });
      link = await makePasswordLink(tx, parts, ids.account);
      emit({
        kind: "identity.account_created",
        subject: ids.account,
        data: { ...ids, roles, organisation, demonstration: false },
      });
      const after = { roles, organisation };
      await keepAudit(tx, parts, actor, [
        { action: "account_created", subject: ids.account, organisation, after },
      ]);
      return ids;
    },
  );
  return { account: await showAccount(parts.database.db, parts, actor, made.account), link };
}
