import { Me } from "@moc/contract/identity/account.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { findAccount } from "./account-store.ts";
import type { IdentityParts } from "./parts.ts";
import { selectPersons } from "./person-store.ts";
import { type IdentityPermission, identityPolicy } from "./policy.ts";
import { openStored } from "./protect-person.ts";
import { withFactor } from "./second-factor-store.ts";

const offered = {
  listAccounts: "account_read",
  createAccount: "account_write",
  listTokens: "token_read",
  issueToken: "token_issue",
  erasePerson: "person_erase",
  listRetention: "retention_read",
  setRetention: "retention_set",
  readAudit: "audit_read",
} satisfies Record<string, IdentityPermission>;

function mayOf(actor: Actor | null): May[] {
  return Object.entries(offered).map(([action, permission]) => {
    const own = { organisation: actor?.organisation ?? null };
    const allowed = actor !== null && identityPolicy[permission](actor, own);
    return allowed ? { action, allowed } : { action, allowed, reason: "role_lacks" };
  });
}

/** Who asks, and what a page must know before anybody signed in. Reading one's own name is not audited. */
export async function readMe(parts: IdentityParts, actor: Actor | null, language: Language): Promise<Me> {
  const account = actor?.kind === "account" ? await findAccount(parts.database.db, actor.id) : undefined;
  const [person] = account === undefined ? [] : await selectPersons(parts.database.db, [account.person]);
  return Me.parse({
    mode: parts.clock.mode,
    language,
    directory: parts.directory?.label ?? null,
    actor,
    account:
      account === undefined
        ? null
        : {
            id: account.id,
            userName: account.user_name,
            name: person === undefined ? null : (openStored(parts, person)?.name ?? null),
            roles: account.roles,
            organisation: account.organisation,
            demonstration: account.demonstration,
            secondFactor: (await withFactor(parts.database.db, [account.id])).has(account.id),
          },
    may: mayOf(actor),
  });
}
