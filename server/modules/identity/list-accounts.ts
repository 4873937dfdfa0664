import type { Account } from "@moc/contract/identity/account.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { PageRequest } from "@moc/contract/values/page.ts";
import { authorise } from "../../platform/authorise.ts";
import { selectAccounts } from "./account-store.ts";
import { cutPage } from "./cursor.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { identityPolicy } from "./policy.ts";
import { showAccounts } from "./show-account.ts";

type Query = PageRequest & { search?: string | undefined; organisation?: string | undefined };

/** Accounts that the caller administers, by user name. They bear people's names, so the reading is audited. */
export async function listAccounts(
  parts: IdentityParts,
  caller: Actor | null,
  { search, organisation, after, limit }: Query,
): Promise<{ rows: Account[]; next: string | null; total: number }> {
  const wanted = organisation ?? caller?.organisation ?? null;
  const actor = authorise(identityPolicy, "account_read", caller, { organisation: wanted });
  return parts.database.transaction(async (tx) => {
    const found = await selectAccounts(tx, {
      organisation: wanted,
      search: search ?? null,
      after: after ?? null,
      limit: limit + 1,
    });
    const { rows, last } = cutPage(found.rows, limit);
    await keepAudit(tx, parts, actor, [
      { action: "accounts_read", after: { persons: rows.map((account) => account.person) } },
    ]);
    return {
      rows: await showAccounts(tx, parts, actor, rows),
      next: last?.user_name ?? null,
      total: found.total,
    };
  });
}
