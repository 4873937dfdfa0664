import type { DirectoryLink } from "@moc/contract/identity/account.ts";
import type { Db, Tx } from "../../platform/database/handle.ts";

type StoredLink = { account: string; digest: Buffer; proved_at: Date | null };

/** The link that one of these digests names, locked until the transaction ends; the first digest counts first. */
export async function lockLink(tx: Tx, digests: readonly Buffer[]): Promise<StoredLink | undefined> {
  const rows = await tx
    .selectFrom("identity_directory_link")
    .select(["account", "digest", "proved_at"])
    .where("digest", "in", digests)
    .orderBy("account")
    .forUpdate()
    .execute();
  return digests.flatMap((digest) => rows.filter((row) => row.digest.equals(digest)))[0];
}

/** The link of an account, locked until the transaction ends. */
export function lockLinkOf(tx: Tx, account: string): Promise<StoredLink | undefined> {
  return tx
    .selectFrom("identity_directory_link")
    .select(["account", "digest", "proved_at"])
    .where("account", "=", account)
    .forUpdate()
    .executeTakeFirst();
}

/** States anew whom the directory must prove for an account. */
export async function saveLink(
  tx: Tx,
  link: { account: string; digest: Buffer; stated_at: Date; proved_at: null },
): Promise<void> {
  const { account: _, ...fields } = link;
  await tx
    .insertInto("identity_directory_link")
    .values(link)
    .onConflict((conflict) => conflict.column("account").doUpdateSet(fields))
    .execute();
}

/** From the first proof on the directory's own identifier alone counts. */
export async function proveLink(tx: Tx, account: string, digest: Buffer, at: Date): Promise<void> {
  await tx
    .updateTable("identity_directory_link")
    .set({ digest, proved_at: at })
    .where("account", "=", account)
    .execute();
}

/** @returns whether there was one. */
export async function deleteLink(tx: Tx, account: string): Promise<boolean> {
  await tx.deleteFrom("identity_directory_visit").where("account", "=", account).execute();
  const { numDeletedRows } = await tx
    .deleteFrom("identity_directory_link")
    .where("account", "=", account)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** How the accounts stand to the directory; those that are missing: not at all. */
export async function selectLinks(
  db: Db | Tx,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, DirectoryLink>> {
  if (accounts.length === 0) return new Map();
  const rows = await db
    .selectFrom("identity_directory_link")
    .select(["account", "proved_at"])
    .where("account", "in", accounts)
    .execute();
  return new Map(rows.map((row) => [row.account, row.proved_at === null ? "expected" : "linked"]));
}

type Visit = { digest: Buffer; account: string | null; return_to: string; ends_at: Date };

/** Keeps a browser on its way, and takes away those that have ended. */
export async function insertVisit(tx: Tx, visit: Visit, now: Date): Promise<void> {
  await tx.deleteFrom("identity_directory_visit").where("ends_at", "<=", now).execute();
  await tx.insertInto("identity_directory_visit").values(visit).execute();
}

/** Takes out a visit that still holds: `proved` one that waits for a code, else one that was sent to the directory. */
export function takeVisit(tx: Tx, digest: Buffer, proved: boolean, now: Date): Promise<Visit | undefined> {
  return tx
    .deleteFrom("identity_directory_visit")
    .where("digest", "=", digest)
    .where("account", proved ? "is not" : "is", null)
    .where("ends_at", ">", now)
    .returningAll()
    .executeTakeFirst();
}

/** Whose proved visit it is that waits for a code. */
export async function findVisitor(db: Db, digest: Buffer, now: Date): Promise<string | undefined> {
  const visit = await db
    .selectFrom("identity_directory_visit")
    .select("account")
    .where("digest", "=", digest)
    .where("ends_at", ">", now)
    .executeTakeFirst();
  return visit?.account ?? undefined;
}
