import type { Db, Tx } from "../../platform/database/handle.ts";
import { findAccount } from "./account-store.ts";
import type { IdentityParts } from "./parts.ts";
import { selectPersons } from "./person-store.ts";
import { openStored } from "./protect-person.ts";

/**
 * Where a person, or the holder of an open account, can be reached. The house asks, to send what the person agreed to;
 * nobody reads. Nothing once erased.
 */
export async function reachOf(
  db: Db | Tx,
  parts: IdentityParts,
  who: { person: string } | { account: string },
): Promise<{ phone?: string | undefined; email?: string | undefined }> {
  const account = "account" in who ? await findAccount(db, who.account) : undefined;
  const person = "person" in who ? who.person : account?.disabled === false ? account.person : undefined;
  if (person === undefined) return {};
  const [row] = await selectPersons(db, [person]);
  const data = row === undefined ? null : openStored(parts, row);
  return { phone: data?.phone, email: data?.email };
}
