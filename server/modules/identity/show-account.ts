import { Account, type DirectoryLink } from "@moc/contract/identity/account.ts";
import type { IdentityReason } from "@moc/contract/identity/messages/shape.ts";
import type { PersonData } from "@moc/contract/identity/person.ts";
import { type Actor, Role } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { z } from "zod";
import type { Db } from "../../platform/database/handle.ts";
import { findAccount, type StoredAccount } from "./account-store.ts";
import { selectLinks } from "./directory-store.ts";
import type { IdentityParts } from "./parts.ts";
import { selectPersons } from "./person-store.ts";
import { identityPolicy } from "./policy.ts";
import { openStored } from "./protect-person.ts";
import { withFactor } from "./second-factor-store.ts";

/** Roles as the database holds them. @throws when a row was written by another program. */
export const storedRoles = (roles: readonly string[]): Role[] => z.array(Role).parse(roles);

type Shown = { data: PersonData | null; erasedAt: Date | null };

function whyNot(actor: Actor, account: StoredAccount, erased: boolean, own: boolean): IdentityReason | null {
  if (!identityPolicy.account_write(actor, account)) return "role_lacks";
  if (erased) return "erased";
  return own && account.id === actor.id ? "own_account" : null;
}

/** What this actor may do with the account, and why not. */
export function mayWithAccount(
  actor: Actor,
  account: StoredAccount,
  erased: boolean,
  ways: { secondFactor: boolean; directory: DirectoryLink; directorySet: boolean },
): May[] {
  const answer = (action: string, reason: IdentityReason | null): May =>
    reason === null ? { action, allowed: true } : { action, allowed: false, reason };
  const erase = whyNot(actor, account, erased, true);
  const erasing = erase === null && !identityPolicy.person_erase(actor, account) ? "role_lacks" : erase;
  const { secondFactor, directory, directorySet } = ways;
  const linking =
    erase ?? (!directorySet ? "directory_off" : directory === "linked" ? "directory_linked" : null);
  return [
    answer("editAccount", whyNot(actor, account, erased, true)),
    answer("resetPassword", whyNot(actor, account, erased, false)),
    answer("resetSecondFactor", whyNot(actor, account, erased, false) ?? (secondFactor ? null : "ended")),
    answer("linkDirectory", linking),
    answer("unlinkDirectory", erase ?? (directory === "none" ? "ended" : null)),
    answer("erasePerson", erasing),
  ];
}

/** Accounts as the actor sees them, with the names of their persons. */
export async function showAccounts(
  db: Db,
  parts: IdentityParts,
  actor: Actor,
  accounts: readonly StoredAccount[],
): Promise<Account[]> {
  const persons = await selectPersons(
    db,
    accounts.map((account) => account.person),
  );
  const shown = new Map<string, Shown>(
    persons.map((row) => [row.id, { data: openStored(parts, row), erasedAt: row.erased_at }]),
  );
  const factors = await withFactor(
    db,
    accounts.map((account) => account.id),
  );
  const links = await selectLinks(
    db,
    accounts.map((account) => account.id),
  );
  return accounts.map((account) => {
    const secondFactor = factors.has(account.id);
    const directory = links.get(account.id) ?? "none";
    const ways = { secondFactor, directory, directorySet: parts.directory !== null };
    const { data = null, erasedAt = null } = shown.get(account.person) ?? {};
    return Account.parse({
      id: account.id,
      person: account.person,
      userName: account.user_name,
      name: data?.name ?? null,
      email: data?.email ?? null,
      roles: account.roles,
      organisation: account.organisation,
      language: account.language,
      disabled: account.disabled,
      demonstration: account.demonstration,
      erasedAt: erasedAt?.toISOString() ?? null,
      createdAt: account.created_at.toISOString(),
      signedInAt: account.signed_in_at?.toISOString() ?? null,
      secondFactor,
      directory,
      version: account.version,
      may: mayWithAccount(actor, account, erasedAt !== null, ways),
    });
  });
}

/** One account as the actor sees it. @throws Refusal `account_not_found`. */
export async function showAccount(db: Db, parts: IdentityParts, actor: Actor, id: string): Promise<Account> {
  const account = await findAccount(db, id);
  const [shown] = account === undefined ? [] : await showAccounts(db, parts, actor, [account]);
  if (shown === undefined) throw new Refusal("account_not_found");
  return shown;
}
