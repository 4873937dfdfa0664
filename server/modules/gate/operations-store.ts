import type { Direction } from "@moc/contract/values/traffic.ts";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/handle.ts";

/** Trips that were not over at `at`. Now, an index of the open ones answers; the past is reckoned from the times. */
function presentAt(at: Date, past: boolean): RawBuilder<boolean> {
  return past ? sql`(ended_at IS NULL OR ended_at > ${at}) AND declared_at <= ${at}` : sql`ended_at IS NULL`;
}

export type RouteCount = {
  route: string;
  direction: Direction;
  waiting: number;
  median: number | null;
  p90: number | null;
  durian: number;
  unknown: number;
};

/**
 * Who waits at `at`, per route. Export: inside the zone and not yet across, waits in minutes since the first arrival.
 * Import: announced and not across; since when the other side lets them wait is not known here.
 */
export async function selectWaitingCounts(db: Db, at: Date, past: boolean): Promise<RouteCount[]> {
  const { rows } = await sql<RouteCount>`
    SELECT route, direction, count(*) AS waiting,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) AS median,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY minutes) AS p90,
      count(*) FILTER (WHERE goods_class = 'durian') AS durian,
      count(*) FILTER (WHERE goods_class = 'unknown') AS unknown
    FROM (
      SELECT route, direction, goods_class,
        CASE WHEN direction = 'export' THEN extract(epoch FROM ${at}::timestamptz - arrived_at) / 60 END AS minutes
      FROM gate_trip
      WHERE ${presentAt(at, past)} AND (crossed_at IS NULL OR crossed_at > ${at})
        AND (direction = 'import' OR arrived_at <= ${at})) AS waiting
    GROUP BY route, direction`.execute(db);
  return rows;
}

/** Vehicles per yard, per park, and abroad, at `at`. */
export async function selectPlaceCounts(db: Db, at: Date, past: boolean) {
  type Row = { place: string | null; kind: "yard" | "park" | "abroad"; vehicles: number };
  const { rows } = await sql<Row>`
    SELECT place, kind, count(*) AS vehicles FROM (
      SELECT CASE WHEN yard_in <= ${at} AND (yard_out IS NULL OR yard_out > ${at}) THEN yard
          WHEN direction = 'export' AND arrived_at <= ${at}
            AND (trip ->> 'calledAt' IS NULL OR (trip ->> 'calledAt')::timestamptz > ${at}) THEN trip ->> 'place' END AS place,
        CASE WHEN yard_in <= ${at} AND (yard_out IS NULL OR yard_out > ${at}) THEN 'yard'
          WHEN direction = 'export' AND crossed_at <= ${at} AND (returned_at IS NULL OR returned_at > ${at}) THEN 'abroad'
          ELSE 'park' END AS kind
      FROM gate_trip WHERE ${presentAt(at, past)}) AS here
    WHERE place IS NOT NULL OR kind = 'abroad' GROUP BY place, kind`.execute(db);
  const byKind = (kind: Row["kind"]) =>
    new Map(rows.filter((row) => row.kind === kind).map((row) => [row.place ?? "", row.vehicles]));
  return { yards: byKind("yard"), parks: byKind("park"), abroad: byKind("abroad").get("") ?? 0 };
}

export type DayCount = {
  route: string;
  direction: Direction;
  passages: number;
  fruit: number;
  lastHour: number;
};

/** Passages over Km0 from `from` to `at`, per route; and those of the last hour. */
export async function selectPassages(db: Db, from: Date, at: Date): Promise<DayCount[]> {
  const { rows } = await sql<DayCount>`
    SELECT route, direction, count(*) FILTER (WHERE crossed_at >= ${from}) AS passages,
      count(*) FILTER (WHERE crossed_at >= ${from} AND goods_class IN ('durian', 'fruit')) AS fruit,
      count(*) FILTER (WHERE crossed_at > ${at}::timestamptz - interval '1 hour') AS "lastHour"
    FROM gate_trip
    WHERE crossed_at >= least(${from}::timestamptz, ${at}::timestamptz - interval '1 hour') AND crossed_at <= ${at}
    GROUP BY route, direction`.execute(db);
  return rows;
}

/** Waits (minutes, first arrival to crossing) of the exports that crossed from `from` to `at`, and arrivals in that time. */
export async function selectExportWaits(db: Db, from: Date, at: Date) {
  const { rows } = await sql<{ median: number | null; p90: number | null; cases: number; arrivals: number }>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes) AS median,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY minutes) AS p90, count(minutes) AS cases,
      (SELECT count(*) FROM gate_trip
        WHERE direction = 'export' AND arrived_at >= ${from} AND arrived_at <= ${at}) AS arrivals
    FROM (
      SELECT extract(epoch FROM crossed_at - arrived_at) / 60 AS minutes FROM gate_trip
      WHERE direction = 'export' AND crossed_at >= ${from} AND crossed_at <= ${at}) AS crossed`.execute(db);
  return rows[0] ?? { median: null, p90: null, cases: 0, arrivals: 0 };
}

export type HourCount = { direction: Direction; hour: number; count: number };

/** Passages per civil hour of the zone from `from` to `to` (exclusive). */
export async function selectHours(db: Db, from: Date, to: Date, timeZone: string): Promise<HourCount[]> {
  const { rows } = await sql<HourCount>`
    SELECT direction, extract(hour FROM crossed_at AT TIME ZONE ${timeZone})::int AS hour, count(*) AS count
    FROM gate_trip WHERE crossed_at >= ${from} AND crossed_at < ${to} GROUP BY 1, 2`.execute(db);
  return rows;
}

export type AlertRow = {
  kind: string;
  route: string;
  direction: Direction;
  count: number;
  hours: number | null;
  since: Date;
  trips: string[];
};

/**
 * What asks for action now, gathered per kind and route, oldest first. Hours are vehicle hours lost beyond the bound:
 * waits over `longWait` hours, checks over `longCheck` hours. Other bounds: due back within 4 hours, show-up within 30 minutes.
 */
export async function selectAlerts(
  db: Db,
  now: Date,
  bounds: { longWait: number; longCheck: number },
): Promise<AlertRow[]> {
  const at = sql`${now}::timestamptz`;
  const over = (since: RawBuilder<unknown>, hours: number) =>
    sql`extract(epoch FROM ${at} - ${since}) / 3600 - ${hours}::float8`;
  const { rows } = await sql<AlertRow>`
    SELECT a.kind, route, direction, count(*) AS count, sum(a.hours) AS hours, min(a.since) AS since,
      (array_agg(id ORDER BY a.since))[1:50] AS trips
    FROM gate_trip CROSS JOIN LATERAL (VALUES
      ('long_wait', arrived_at, ${over(sql`arrived_at`, bounds.longWait)},
        state = 'holding' AND arrived_at < ${at} - make_interval(hours => ${bounds.longWait})),
      ('goods_unknown', live_at, extract(epoch FROM ${at} - live_at) / 3600,
        state = 'holding' AND passed_over = 'goods_unknown'),
      ('check_waiting', yard_in, ${over(sql`yard_in`, bounds.longCheck)},
        state = 'in_yard' AND passed_over IS NULL AND yard_in < ${at} - make_interval(hours => ${bounds.longCheck})),
      ('check_hold', state_since, extract(epoch FROM ${at} - state_since) / 3600,
        passed_over IN ('check_hold', 'check_failed')),
      ('abroad_due', return_by, NULL::float8,
        state = 'abroad' AND return_by > ${at} AND return_by < ${at} + interval '4 hours'),
      ('abroad_overdue', return_by, NULL, state = 'abroad' AND return_by <= ${at}),
      ('no_show', show_by, NULL, state = 'called' AND show_by < ${at} + interval '30 minutes')
    ) AS a (kind, since, hours, applies)
    WHERE ended_at IS NULL AND a.applies AND a.since IS NOT NULL
    GROUP BY a.kind, route, direction`.execute(db);
  return rows;
}
