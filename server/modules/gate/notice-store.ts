import type { NoticeRecorded } from "@moc/contract/gate/notice.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

/** A notice with everything that was recorded of it. */
export type NoticeRecord = NoticeRecorded & {
  id: string;
  recordedAt: string;
  correctedBy: string | null;
  withdrawReason: string | null;
  simulated: boolean;
};

type NoticeRow = {
  id: string;
  recorded_at: Date;
  corrected_by: string | null;
  withdraw_reason: string | null;
  notice: unknown;
  simulated: boolean;
};

function toRecord(row: NoticeRow): NoticeRecord {
  return {
    ...(row.notice as NoticeRecorded), // as: saveNotice alone writes this column
    id: row.id,
    recordedAt: row.recorded_at.toISOString(),
    correctedBy: row.corrected_by,
    withdrawReason: row.withdraw_reason,
    simulated: row.simulated,
  };
}

/** Stores a notice; the one that it corrects stands no longer. */
export async function saveNotice(
  tx: Tx,
  record: { id: string; notice: NoticeRecorded; recordedAt: string; simulated: boolean },
): Promise<void> {
  const { id, notice, recordedAt, simulated } = record;
  await sql`
    INSERT INTO gate_notice (id, recorded_at, ends_at, notice, simulated)
    VALUES (${id}, ${recordedAt}, ${notice.endsAt}, ${JSON.stringify(notice)}::jsonb, ${simulated})`.execute(
    tx,
  );
  if (notice.corrects === null) return;
  await sql`UPDATE gate_notice SET corrected_by = ${id} WHERE id = ${notice.corrects}`.execute(tx);
}

/** Stores that a notice was withdrawn. */
export async function saveWithdrawal(tx: Tx, id: string, at: string, reason: string): Promise<void> {
  await sql`UPDATE gate_notice SET withdrawn_at = ${at}, withdraw_reason = ${reason} WHERE id = ${id}`.execute(
    tx,
  );
}

/** One notice, held until the transaction ends. */
export async function lockNotice(tx: Tx, id: string): Promise<NoticeRecord | undefined> {
  const { rows } = await sql<NoticeRow>`SELECT * FROM gate_notice WHERE id = ${id} FOR UPDATE`.execute(tx);
  return rows.map(toRecord)[0];
}

/** One notice. */
export async function findNotice(db: Db, id: string): Promise<NoticeRecord | undefined> {
  const { rows } = await sql<NoticeRow>`SELECT * FROM gate_notice WHERE id = ${id}`.execute(db);
  return rows.map(toRecord)[0];
}

/** Notices that are neither corrected, withdrawn nor over at `at`. */
export async function selectStandingNotices(db: Db, at: Date): Promise<NoticeRecord[]> {
  const { rows } = await sql<NoticeRow>`
    SELECT * FROM gate_notice
    WHERE corrected_by IS NULL AND withdrawn_at IS NULL AND (ends_at IS NULL OR ends_at > ${at})
    ORDER BY recorded_at, id`.execute(db);
  return rows.map(toRecord);
}

/** The last notices, newest first. */
export async function selectNotices(db: Db, limit: number): Promise<NoticeRecord[]> {
  const { rows } = await sql<NoticeRow>`
    SELECT * FROM gate_notice ORDER BY recorded_at DESC, id DESC LIMIT ${limit}`.execute(db);
  return rows.map(toRecord);
}
