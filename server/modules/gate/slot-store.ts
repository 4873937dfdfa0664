import type { Direction } from "@moc/contract/values/traffic.ts";
import { undoMinutes } from "@moc/engines/gate/undo.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

/** How many trips have booked a window of a stream, and how many of them one declarant's. */
export type TakenRow = { stream: string; from: Date; all: number; own: number };

/**
 * Bookings of the windows that begin after `now`. What was withdrawn counts as long as the withdrawal can be undone: its
 * window is kept. With the queue held, what is read here stays true.
 */
export async function selectTaken(
  db: Db | Tx,
  queue: { route: string; direction: Direction },
  by: { declarant: string; but: string | null; now: Date },
): Promise<TakenRow[]> {
  const undoable = new Date(by.now.getTime() - undoMinutes * 60_000);
  const { rows } = await sql<TakenRow>`
    SELECT stream, booked_from AS "from", count(*)::int AS "all",
      count(*) FILTER (WHERE declarant = ${by.declarant})::int AS own
    FROM gate_trip
    WHERE route = ${queue.route} AND direction = ${queue.direction} AND booked_from > ${by.now}
      AND (ended_at IS NULL OR state = 'withdrawn' AND ended_at > ${undoable}) AND id IS DISTINCT FROM ${by.but}::uuid
    GROUP BY stream, booked_from`.execute(db);
  return rows;
}
