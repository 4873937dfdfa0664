import { sql } from "kysely";
import type { Db, Tx } from "../database/handle.ts";
import { type EventRow, eventColumns } from "./seal.ts";

/** One event of a subject; position null while it is not yet sealed. */
export type SubjectEvent = EventRow & { position: number | null };

/** Everything that was recorded about one subject, in the order of its recording. */
export async function readSubject(db: Db | Tx, subject: string): Promise<SubjectEvent[]> {
  const { rows } = await sql<SubjectEvent>`
    SELECT ${eventColumns}, s.position FROM event e LEFT JOIN event_seal s ON s.seq = e.seq
    WHERE e.subject = ${subject} ORDER BY e.seq`.execute(db);
  return rows;
}

/** An event as a read model folds it. */
export type RecordedEvent = Pick<
  EventRow,
  "seq" | "kind" | "subject" | "actorId" | "simulated" | "occurredAt" | "data"
>;

/** A page of the whole log in the order of recording, after one sequence number: for rebuilding read models. */
export async function readRecorded(tx: Tx, after: number, limit: number): Promise<RecordedEvent[]> {
  const { rows } = await sql<RecordedEvent>`
    SELECT seq, kind, subject, actor_id AS "actorId", simulated, occurred_at AS "occurredAt", data
    FROM event WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`.execute(tx);
  return rows;
}
