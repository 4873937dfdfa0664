import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

export type StoredAccount = {
  id: string;
  person: string;
  user_name: string;
  email_digest: Buffer | null;
  password_hash: string | null;
  roles: string[];
  organisation: string | null;
  language: string;
  disabled: boolean;
  demonstration: boolean;
  version: number;
  created_at: Date;
  signed_in_at: Date | null;
};

export function findAccount(db: Db, id: string): Promise<StoredAccount | undefined> {
  return db.selectFrom("identity_account").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The account, locked until the transaction ends. */
export function lockAccount(tx: Tx, id: string): Promise<StoredAccount | undefined> {
  return tx.selectFrom("identity_account").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

export function findByUserName(db: Db, userName: string): Promise<StoredAccount | undefined> {
  return db.selectFrom("identity_account").selectAll().where("user_name", "=", userName).executeTakeFirst();
}

export function findByEmail(db: Db, digest: Buffer): Promise<StoredAccount | undefined> {
  return db.selectFrom("identity_account").selectAll().where("email_digest", "=", digest).executeTakeFirst();
}

export function findByPerson(tx: Tx, person: string): Promise<StoredAccount | undefined> {
  return tx
    .selectFrom("identity_account")
    .selectAll()
    .where("person", "=", person)
    .forUpdate()
    .executeTakeFirst();
}

type NewAccount = Omit<StoredAccount, "disabled" | "version" | "signed_in_at">;

export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  await tx.insertInto("identity_account").values(account).execute();
}

type Change = Partial<Omit<StoredAccount, "id" | "person" | "version">>;

/** Changes an account and counts its version up. */
export async function updateAccount(tx: Tx, id: string, change: Change): Promise<void> {
  await tx
    .updateTable("identity_account")
    .set({ ...change, version: sql<number>`version + 1` })
    .where("id", "=", id)
    .execute();
}

/** How many accounts other than this one administer the whole zone and are open. */
export async function countZoneAdministrators(tx: Tx, except: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM identity_account
    WHERE 'administrator' = ANY (roles) AND organisation IS NULL AND NOT disabled AND id <> ${except}`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** One edit of administrators at a time, so that two cannot remove each other at once. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await sql`SELECT id FROM identity_account
    WHERE 'administrator' = ANY (roles) AND organisation IS NULL ORDER BY id FOR UPDATE`.execute(tx);
}

export type AccountFilter = {
  /** null: all organisations. */
  organisation: string | null;
  search: string | null;
  after: string | null;
  limit: number;
};

/** A page of accounts by user name, and how many match in all. */
export async function selectAccounts(
  db: Db,
  filter: AccountFilter,
): Promise<{ rows: StoredAccount[]; total: number }> {
  const { organisation, search, after, limit } = filter;
  const pattern = search === null ? null : `%${search.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;
  const matches = sql<boolean>`
    (${organisation}::text IS NULL OR organisation = ${organisation})
    AND (${pattern}::text IS NULL OR user_name LIKE ${pattern} OR ${search} = ANY (roles))`;
  const rows = await db
    .selectFrom("identity_account")
    .selectAll()
    .where(matches)
    .where(sql<boolean>`(${after}::text IS NULL OR user_name COLLATE "C" > ${after})`)
    .orderBy(sql`user_name COLLATE "C"`)
    .limit(limit)
    .execute();
  const { total } = await db
    .selectFrom("identity_account")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .where(matches)
    .executeTakeFirstOrThrow();
  return { rows, total };
}

export async function insertPasswordLink(
  tx: Tx,
  link: { digest: Buffer; account: string; made_at: Date; ends_at: Date },
): Promise<void> {
  await tx.insertInto("identity_password_link").values(link).execute();
}

/** The account of a password link that still holds. */
export async function findPasswordLink(db: Db, digest: Buffer, now: Date): Promise<string | undefined> {
  const link = await db
    .selectFrom("identity_password_link")
    .select("account")
    .where("digest", "=", digest)
    .where("ends_at", ">", now)
    .executeTakeFirst();
  return link?.account;
}

/** Uses up a password link. @returns its account, or undefined when there is none that still holds. */
export async function takePasswordLink(tx: Tx, digest: Buffer, now: Date): Promise<string | undefined> {
  const taken = await tx
    .deleteFrom("identity_password_link")
    .where("digest", "=", digest)
    .where("ends_at", ">", now)
    .returning("account")
    .executeTakeFirst();
  return taken?.account;
}

export async function deletePasswordLinks(tx: Tx, account: string): Promise<void> {
  await tx.deleteFrom("identity_password_link").where("account", "=", account).execute();
}

/** A sign-in is no change of the account: its version stays. */
export async function recordSignIn(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable("identity_account").set({ signed_in_at: at }).where("id", "=", id).execute();
}

/** Who acted: an account with its person, or a token. */
export async function selectActorNames(
  db: Db | Tx,
  ids: readonly string[],
): Promise<{ id: string; person: string | null; name: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; person: string | null; name: string }>`
    SELECT id, person, user_name AS name FROM identity_account WHERE id = ANY (${ids}::uuid[])
    UNION ALL SELECT id, NULL, name FROM identity_token WHERE id = ANY (${ids}::uuid[])`.execute(db);
  return rows;
}

/** Open accounts of one organisation, by id. */
export async function selectColleagues(db: Db | Tx, organisation: string): Promise<string[]> {
  const rows = await db
    .selectFrom("identity_account")
    .select("id")
    .where("organisation", "=", organisation)
    .where("disabled", "=", false)
    .limit(500)
    .execute();
  return rows.map((row) => row.id);
}
