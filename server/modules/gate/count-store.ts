import type { CountUnit } from "@moc/contract/gate/count.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

/** One record of a count. `number` 0: as first recorded, else of the correction; `passed` null: not known after all. */
export type StoredCount = {
  id: string;
  route: string;
  day: string;
  direction: Direction;
  number: number;
  unit: CountUnit;
  passed: number | null;
  source: string;
  reason: string | null;
  organisation: string | null;
  actor: string;
  recordedAt: Date;
  simulated: boolean;
};

const whole = sql`id, route, day, direction, number, unit, passed, source, reason, organisation, actor,
  recorded_at AS "recordedAt", simulated`;

/** Adds a record; of two with one number the second one fails (23505), so that nobody corrects what he has not seen. */
export async function saveCount(tx: Tx, count: StoredCount): Promise<void> {
  const { recordedAt, ...row } = count;
  await tx
    .insertInto("gate_reported_count")
    .values({ ...row, recorded_at: recordedAt })
    .execute();
}

/** One record, and whether it holds: no correction came after it. */
export async function findCount(
  db: Db | Tx,
  id: string,
): Promise<(StoredCount & { holds: boolean }) | undefined> {
  const { rows } = await sql<StoredCount & { holds: boolean }>`
    SELECT ${whole}, NOT EXISTS (
      SELECT FROM gate_reported_count later WHERE later.route = c.route AND later.direction = c.direction
        AND later.day = c.day AND later.number > c.number) AS holds
    FROM gate_reported_count c WHERE id = ${id}`.execute(db);
  return rows[0];
}

/** Whether a route, day and direction has a record already. */
export async function isCounted(
  db: Db | Tx,
  { route, day, direction }: Pick<StoredCount, "route" | "day" | "direction">,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM gate_reported_count WHERE route = ${route} AND direction = ${direction} AND day = ${day}
    LIMIT 1`.execute(db);
  return rows.length > 0;
}

/** Every record of the days from `from` to `to`, oldest first; `knownAt`: those alone that had been made by then. */
export async function selectCounts(
  db: Db,
  { from, to, knownAt }: { from: string; to: string; knownAt: Date },
): Promise<StoredCount[]> {
  const { rows } = await sql<StoredCount>`
    SELECT ${whole} FROM gate_reported_count
    WHERE day >= ${from} AND day <= ${to} AND recorded_at <= ${knownAt}
    ORDER BY route, direction, day, number`.execute(db);
  return rows;
}

/** Of every route and direction the last day from `from` to `to` of which a count is known, as it holds now. */
export async function selectLastCounts(db: Db, from: string, to: string): Promise<StoredCount[]> {
  const { rows } = await sql<StoredCount>`
    SELECT DISTINCT ON (route, direction) ${whole} FROM (
      SELECT DISTINCT ON (route, direction, day) * FROM gate_reported_count
      WHERE day >= ${from} AND day <= ${to} ORDER BY route, direction, day, number DESC) AS held
    WHERE passed IS NOT NULL ORDER BY route, direction, day DESC`.execute(db);
  return rows;
}
