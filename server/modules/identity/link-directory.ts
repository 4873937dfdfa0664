import type { Account } from "@moc/contract/identity/account.ts";
import type { DirectoryIdentity } from "@moc/contract/identity/directory.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import type { Tx } from "../../platform/database/handle.ts";
import type { StoredAccount } from "./account-store.ts";
import type { Directory } from "./directory.ts";
import { deleteLink, lockLink, lockLinkOf, saveLink } from "./directory-store.ts";
import { addressDigest, isOfDomain, subjectDigest } from "./finish-directory-sign-in.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { identityPolicy } from "./policy.ts";
import { showAccount } from "./show-account.ts";
import { shutWay, takeGivable } from "./shut-way.ts";

type Linking = { command: string; account: string; identity: DirectoryIdentity; why: string };

/** Locks an account on which a way in is opened or shut by another administrator than its holder. */
async function takeOther(
  tx: Tx,
  parts: IdentityParts,
  actor: Actor,
  input: { account: string; why: string },
): Promise<StoredAccount> {
  const account = await takeGivable(tx, parts, actor, input);
  if (account.id === actor.id) throw new Refusal("own_account");
  return account;
}

function digestFor(
  parts: IdentityParts,
  { issuer, emailDomains }: Directory,
  identity: DirectoryIdentity,
): Buffer {
  if (identity.by === "subject") return subjectDigest(parts, issuer, identity.subject);
  if (!isOfDomain(emailDomains, identity.email)) {
    const params = { domains: emailDomains.join(", ") };
    throw new Refusal("directory_domain", { field: "identity.email", params });
  }
  return addressDigest(parts, issuer, identity.email);
}

/**
 * States whom the directory must prove for an account: from then on that person may sign in through it. The first proof
 * by address binds the account to the directory's own identifier of that person.
 * @throws Refusal `directory_off`, `directory_domain`, `directory_taken`, `directory_linked`, `account_not_found`,
 * `own_account`, `role_not_held`, `why_names_person`.
 */
export async function linkDirectory(
  parts: IdentityParts,
  caller: Actor | null,
  input: Linking,
): Promise<{ account: Account }> {
  const own = { organisation: caller?.organisation ?? null };
  const actor = authorise(identityPolicy, "account_write", caller, own);
  const { directory } = parts;
  if (directory === null) throw new Refusal("directory_off");
  const command = { name: "identity.linkDirectory", actor, role: "administrator", input } as const;
  await parts.once(command, async ({ tx, emit }) => {
    const account = await takeOther(tx, parts, actor, input);
    const typed = input.identity.by === "subject" ? input.identity.subject : input.identity.email;
    if (input.why.toLowerCase().includes(typed.toLowerCase()))
      throw new Refusal("why_names_person", { field: "why" });
    const digest = digestFor(parts, directory, input.identity);
    const before = await lockLinkOf(tx, account.id);
    if (before !== undefined && before.proved_at !== null) throw new Refusal("directory_linked");
    const taken = await lockLink(tx, [digest]);
    if (taken !== undefined && taken.account !== account.id) throw new Refusal("directory_taken");
    await saveLink(tx, { account: account.id, digest, stated_at: parts.machineNow(), proved_at: null });
    emit({ kind: "identity.directory_linked", subject: account.id, data: { account: account.id } });
    const { organisation } = account;
    const after = { by: input.identity.by };
    await keepAudit(tx, parts, actor, [
      { action: "directory_linked", subject: account.id, organisation, why: input.why, after },
    ]);
    return { account: account.id };
  });
  return { account: await showAccount(parts.database.db, parts, actor, input.account) };
}

/**
 * Shuts the way through the directory for an account, and ends every session of it.
 * @throws Refusal `directory_not_linked`, `account_not_found`, `own_account`, `role_not_held`, `why_names_person`.
 */
export function unlinkDirectory(
  parts: IdentityParts,
  caller: Actor | null,
  input: { command: string; account: string; why: string },
): Promise<{ account: Account }> {
  return shutWay(parts, caller, input, {
    command: "identity.unlinkDirectory",
    done: "directory_unlinked",
    absent: "directory_not_linked",
    take: takeOther,
    remove: deleteLink,
  });
}
