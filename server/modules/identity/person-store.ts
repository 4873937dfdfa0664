import type { PersonClass } from "@moc/contract/identity/person.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";
import type { Erasure } from "./erased-list.ts";
import type { SealedPerson } from "./seal-person.ts";

export type StoredPerson = {
  id: string;
  class: string;
  wrapped_key: Buffer | null;
  sealed: Buffer | null;
  saved_at: Date;
  erased_at: Date | null;
};

export async function insertPerson(
  tx: Tx,
  id: string,
  personClass: PersonClass,
  { wrappedKey, sealed }: SealedPerson,
  savedAt: Date,
): Promise<void> {
  await tx
    .insertInto("identity_person")
    .values({ id, class: personClass, wrapped_key: wrappedKey, sealed, saved_at: savedAt })
    .execute();
}

export function selectPersons(db: Db, ids: readonly string[]): Promise<StoredPerson[]> {
  return db
    .selectFrom("identity_person")
    .selectAll()
    .where(sql<boolean>`id = ANY (${[...ids]}::uuid[])`)
    .execute();
}

/** Destroys key and ciphertext of those not yet erased. @returns the ids that were erased now. */
export async function wipePersons(tx: Tx, ids: readonly string[], erasedAt: Date): Promise<string[]> {
  const rows = await tx
    .updateTable("identity_person")
    .set({ wrapped_key: null, sealed: null, erased_at: erasedAt })
    .where(sql<boolean>`id = ANY (${[...ids]}::uuid[])`)
    .where("erased_at", "is", null)
    .returning("id")
    .execute();
  return rows.map((row) => row.id);
}

/** Takes persons away whole: nothing but the caller's own row ever named them. */
export async function deletePersons(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom("identity_person")
    .where(sql<boolean>`id = ANY (${[...ids]}::uuid[])`)
    .execute();
}

/** Of these, the persons whose data is held. */
export async function selectHeld(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom("identity_person")
    .select("id")
    .where(sql<boolean>`id = ANY (${[...ids]}::uuid[])`)
    .where("erased_at", "is", null)
    .execute();
  return rows.map((row) => row.id);
}

/** Every erasure that the log knows of. */
export async function selectErasures(db: Db): Promise<Erasure[]> {
  const { rows } = await sql<Erasure>`
    SELECT subject AS person, data->>'ground' AS ground FROM event
    WHERE kind = 'identity.person_erased' ORDER BY occurred_at, seq`.execute(db);
  return rows;
}

/** Persons of a class saved before `limit` and still held, oldest first. Accounts in use are held whatever their age. */
export async function selectOutdated(
  tx: Tx,
  personClass: PersonClass,
  limit: Date,
  count: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("identity_person as person")
    .leftJoin("identity_account as account", "account.person", "person.id")
    .select("person.id")
    .where("person.class", "=", personClass)
    .where("person.erased_at", "is", null)
    .where("person.saved_at", "<", limit)
    .where(sql<boolean>`(account.id IS NULL OR account.disabled)`)
    .orderBy("person.saved_at")
    .limit(count)
    .execute();
  return rows.map((row) => row.id);
}

export type StoredRetention = {
  class: string;
  days: number;
  valid_from: string;
  ground: string;
  illustrative: boolean;
};

/** Every retention row that holds, now or later: of one class and day the last recorded. By class, then day. */
export async function selectRetention(db: Db): Promise<StoredRetention[]> {
  const { rows } = await sql<StoredRetention>`
    SELECT DISTINCT ON (class, valid_from) class, days, valid_from, ground, illustrative
    FROM identity_retention ORDER BY class, valid_from, recorded_at DESC, id`.execute(db);
  return rows;
}

export async function insertRetention(
  tx: Tx,
  row: StoredRetention & { id: string; recorded_at: Date },
): Promise<void> {
  await tx.insertInto("identity_retention").values(row).execute();
}
