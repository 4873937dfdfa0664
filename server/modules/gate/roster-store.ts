import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

export type StoredShift = {
  id: string;
  post: string;
  account: string;
  organisation: string;
  from_at: Date;
  to_at: Date;
};

/** Shifts that stand and touch the time from `from` to before `to`. */
export async function selectShifts(db: Db | Tx, from: Date, to: Date): Promise<StoredShift[]> {
  const { rows } = await sql<StoredShift>`
    SELECT r.id, r.post, r.account, r.organisation, r.from_at, r.to_at FROM gate_roster r
    WHERE r.from_at < ${to} AND r.to_at > ${from}
      AND NOT EXISTS (SELECT FROM gate_roster_drop d WHERE d.shift = r.id)
    ORDER BY r.post, r.from_at, r.id LIMIT 500`.execute(db);
  return rows;
}

/** One shift, and whether it was dropped. */
export async function findShift(
  tx: Tx,
  id: string,
): Promise<(StoredShift & { dropped: boolean }) | undefined> {
  const { rows } = await sql<StoredShift & { dropped: boolean }>`
    SELECT r.id, r.post, r.account, r.organisation, r.from_at, r.to_at,
      EXISTS (SELECT FROM gate_roster_drop d WHERE d.shift = r.id) AS dropped
    FROM gate_roster r WHERE r.id = ${id}`.execute(tx);
  return rows[0];
}

export async function insertShift(tx: Tx, shift: StoredShift & { actor: string; at: Date }): Promise<void> {
  await tx.insertInto("gate_roster").values(shift).execute();
}

export async function insertDrop(tx: Tx, drop: { shift: string; actor: string; at: Date }): Promise<void> {
  await tx.insertInto("gate_roster_drop").values(drop).execute();
}

export type StoodDuty = { account: string; post: string; from_at: Date; to_at: Date | null };

/** Duties that were stood in some moment from `from` to before `to`; `to_at` null: still on duty. */
export async function selectStood(db: Db, from: Date, to: Date): Promise<StoodDuty[]> {
  const { rows } = await sql<StoodDuty>`
    SELECT d.actor AS account, d.post, d.taken_at AS from_at, h.at AS to_at FROM gate_duty d
    LEFT JOIN gate_handover h ON h.duty = d.id
    WHERE d.taken_at < ${to} AND (h.at IS NULL OR h.at > ${from}) LIMIT 2000`.execute(db);
  return rows;
}
