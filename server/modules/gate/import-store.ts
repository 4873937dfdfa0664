import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

export type StoredImport = {
  id: string;
  organisation: string;
  digest: Buffer;
  filed_at: Date;
  trips: string[];
  row_numbers: number[];
};

/** The same rows of the same organisation, filed before, while one of their trucks is still under way. */
export async function findSame(
  db: Db | Tx,
  organisation: string,
  digest: Buffer,
): Promise<StoredImport | undefined> {
  const { rows } = await sql<StoredImport>`
    SELECT i.* FROM gate_import i
    WHERE i.organisation = ${organisation} AND i.digest = ${digest}
      AND EXISTS (SELECT 1 FROM gate_trip t WHERE t.id = ANY (i.trips) AND t.ended_at IS NULL)
    ORDER BY i.filed_at DESC LIMIT 1`.execute(db);
  return rows[0];
}

/** Holds these rows until the transaction ends: two at once are one after the other. */
export async function holdRows(tx: Tx, digest: Buffer): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`gate_import ${digest.toString("hex")}`}, 0))`.execute(
    tx,
  );
}

export async function insertImport(tx: Tx, row: StoredImport): Promise<void> {
  await tx.insertInto("gate_import").values(row).execute();
}

export function findImport(db: Db, id: string): Promise<StoredImport | undefined> {
  return db.selectFrom("gate_import").selectAll().where("id", "=", id).executeTakeFirst();
}
