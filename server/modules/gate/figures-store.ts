import type { WaitFigures } from "@moc/contract/gate/queue.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

/** Service is measured over so many hours before now; fewer crossings than this are chance, not a rate. */
const rateHours = 3;
const fewestForRate = 3;
/** A median of fewer cases is not shown. */
const fewestForMedian = 5;

export type QueueFigures = {
  waiting: number;
  onTheWay: number;
  inYard: number;
  inYards: ReadonlyMap<string, number>;
  servicePerHour: number | null;
  /** From first arrival to crossing, of the trucks that crossed in the last hours. */
  wait: WaitFigures;
};

/** Median and ninetieth percentile as whole minutes, or nulls when there are too few cases. */
export function waitFigures(median: number | null, p90: number | null, cases: number): WaitFigures {
  const enough = cases >= fewestForMedian;
  return {
    medianMinutes: enough && median !== null ? Math.round(median) : null,
    p90Minutes: enough && p90 !== null ? Math.round(p90) : null,
    cases,
  };
}

/** The figures of one queue at `now` (zone time). */
export async function selectQueueFigures(
  db: Db | Tx,
  route: string,
  direction: Direction,
  now: Date,
): Promise<QueueFigures> {
  type Row = {
    waiting: number;
    on_the_way: number;
    in_yard: number;
    yards: Record<string, number> | null;
    crossed: number;
    median: number | null;
    p90: number | null;
  };
  const { rows } = await sql<Row>`
    WITH open AS MATERIALIZED (
      SELECT state, CASE WHEN yard_out IS NULL THEN yard END AS yard FROM gate_trip
      WHERE ended_at IS NULL AND route = ${route} AND direction = ${direction}),
    crossed AS (
      SELECT extract(epoch FROM crossed_at - arrived_at) / 60 AS minutes FROM gate_trip
      WHERE route = ${route} AND direction = ${direction}
        AND arrived_at IS NOT NULL -- a Chinese truck that goes home with an export never stood in the queue
        AND crossed_at > ${now}::timestamptz - make_interval(hours => ${rateHours}) AND crossed_at <= ${now})
    SELECT
      (SELECT count(*) FROM open WHERE state = 'holding' OR (state = 'declared' AND ${direction} = 'import')) AS waiting,
      (SELECT count(*) FROM open WHERE state IN ('called', 'at_gate')) AS on_the_way,
      (SELECT count(*) FROM open WHERE yard IS NOT NULL) AS in_yard,
      (SELECT jsonb_object_agg(yard, n) FROM (SELECT yard, count(*) AS n FROM open WHERE yard IS NOT NULL GROUP BY yard) y) AS yards,
      (SELECT count(*) FROM crossed) AS crossed,
      (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) FROM crossed) AS median,
      (SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY minutes) FROM crossed) AS p90`.execute(db);
  const row = rows[0];
  const crossed = row?.crossed ?? 0;
  return {
    waiting: row?.waiting ?? 0,
    onTheWay: row?.on_the_way ?? 0,
    inYard: row?.in_yard ?? 0,
    inYards: new Map(Object.entries(row?.yards ?? {})),
    servicePerHour: crossed < fewestForRate ? null : Math.round((crossed / rateHours) * 10) / 10,
    wait: waitFigures(row?.median ?? null, row?.p90 ?? null, crossed),
  };
}
