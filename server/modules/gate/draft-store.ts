import type { TypedDeclaration } from "@moc/contract/gate/draft.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

/** What is personal in a declaration as it is typed; it lies with identity. */
export const personalFields = ["driverName", "driverPaper", "driverPhone", "owner", "note"] as const;
export type DraftContent = Omit<TypedDeclaration, (typeof personalFields)[number]>;

export type StoredDraft = {
  id: string;
  organisation: string;
  template: string | null;
  content: DraftContent;
  driver: string | null;
  owner_organisation: string | null;
  owner_person: string | null;
  kept_at: Date;
  expires_at: Date;
  version: number;
};

const stored = (row: object): StoredDraft => row as StoredDraft; // as: putDraft alone writes the JSON of `content`

/** A desk as it lies there, last kept first. */
export async function selectDrafts(db: Db, organisation: string): Promise<StoredDraft[]> {
  const rows = await db
    .selectFrom("gate_draft")
    .selectAll()
    .where("organisation", "=", organisation)
    .orderBy("kept_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(stored);
}

/** Papers on a desk; whoever adds one holds the desk until the transaction ends. */
export async function countDrafts(tx: Tx, organisation: string): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`gate_draft ${organisation}`}, 0))`.execute(tx);
  const { count } = await tx
    .selectFrom("gate_draft")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("organisation", "=", organisation)
    .executeTakeFirstOrThrow();
  return count;
}

export async function findDraft(db: Db | Tx, id: string): Promise<StoredDraft | undefined> {
  const row = await db.selectFrom("gate_draft").selectAll().where("id", "=", id).executeTakeFirst();
  return row && stored(row);
}

export async function lockDraft(tx: Tx, id: string): Promise<StoredDraft | undefined> {
  const row = await tx
    .selectFrom("gate_draft")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return row && stored(row);
}

/** Lays a paper on the desk, or in the place of the one with its id. */
export async function putDraft(tx: Tx, draft: StoredDraft): Promise<void> {
  const row = { ...draft, content: JSON.stringify(draft.content) };
  await tx
    .insertInto("gate_draft")
    .values(row)
    .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
    .execute();
}

export async function renewDraft(tx: Tx, id: string, expiresAt: Date): Promise<void> {
  await tx.updateTable("gate_draft").set({ expires_at: expiresAt }).where("id", "=", id).execute();
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom("gate_draft").where("id", "=", id).execute();
}
