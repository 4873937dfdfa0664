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
            AND (called_at IS NULL OR called_at > ${at}) THEN gate_trip.place END AS place,
        CASE WHEN yard_in <= ${at} AND (yard_out IS NULL OR yard_out > ${at}) THEN 'yard'
          WHEN kind IN ('export_vn', 'import_vn') AND out_at <= ${at} AND (in_at IS NULL OR in_at > ${at}) THEN 'abroad'
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
    SELECT route, direction, count(*) FILTER (WHERE at >= ${from}) AS passages,
      count(*) FILTER (WHERE at >= ${from} AND goods_class IN ('durian', 'fruit')) AS fruit,
      count(*) FILTER (WHERE at > ${at}::timestamptz - interval '1 hour') AS "lastHour"
    FROM gate_crossing
    WHERE at >= least(${from}::timestamptz, ${at}::timestamptz - interval '1 hour') AND at <= ${at}
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
    SELECT direction, extract(hour FROM at AT TIME ZONE ${timeZone})::int AS hour, count(*) AS count
    FROM gate_crossing WHERE at >= ${from} AND at < ${to} GROUP BY 1, 2`.execute(db);
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
 * waits over `longWait` and checks over `longCheck` hours, both in the stretches in which their route was not closed.
 * Other bounds: due back within 4 hours, show-up within 30 minutes. Of the trips of each, the first `most` are named.
 */
export async function selectAlerts(
  db: Db,
  now: Date,
  bounds: { longWait: number; longCheck: number },
  stretches: readonly { route: string; from: Date; to: Date }[],
  most: number,
): Promise<AlertRow[]> {
  const { longWait, longCheck } = bounds;
  const { rows } = await sql<AlertRow>`
    WITH clock AS (SELECT ${now}::timestamptz AS now),
    open AS MATERIALIZED (
      SELECT id, route, direction, state, state_since, arrived_at, live_at, yard_in, return_by, show_by, passed_over
      FROM gate_trip WHERE ended_at IS NULL AND state IN ('holding', 'called', 'at_gate', 'crossed_in', 'in_yard', 'abroad')),
    stretch AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(stretches)}::jsonb)
        AS s (route text, "from" timestamptz, "to" timestamptz)),
    -- It carries what its alerts tell of a truck: joined to itself anew, ten thousand waiting trucks are read as many times.
    waited AS (
      SELECT o.id, o.route, o.direction, o.state, o.since, o.passed_over,
        sum(extract(epoch FROM s."to" - greatest(s."from", o.since)) / 3600)::float8 AS hours
      FROM (
        SELECT id, route, direction, state, passed_over, CASE state WHEN 'holding' THEN arrived_at ELSE yard_in END AS since
        FROM open WHERE state IN ('holding', 'in_yard')) o
      JOIN stretch s ON s.route = o.route AND s."to" > o.since
      GROUP BY o.id, o.route, o.direction, o.state, o.since, o.passed_over),
    hits AS (
      SELECT 'long_wait' AS kind, id, route, direction, since, hours - ${longWait}::float8 AS hours
        FROM waited WHERE state = 'holding' AND hours > ${longWait}::float8
      UNION ALL SELECT 'goods_unknown', id, route, direction, live_at, extract(epoch FROM now - live_at) / 3600
        FROM open, clock WHERE state = 'holding' AND passed_over = 'goods_unknown'
      UNION ALL SELECT 'check_waiting', id, route, direction, since, hours - ${longCheck}::float8
        FROM waited WHERE state = 'in_yard' AND passed_over IS NULL AND hours > ${longCheck}::float8
      UNION ALL SELECT 'check_hold', id, route, direction, state_since, extract(epoch FROM now - state_since) / 3600
        FROM open, clock WHERE passed_over IN ('check_hold', 'check_failed')
      UNION ALL SELECT 'abroad_due', id, route, direction, return_by, NULL
        FROM open, clock WHERE state = 'abroad' AND return_by > now AND return_by < now + interval '4 hours'
      UNION ALL SELECT 'abroad_overdue', id, route, direction, return_by, NULL
        FROM open, clock WHERE state = 'abroad' AND return_by <= now
      UNION ALL SELECT 'inside_overdue', id, route, direction, return_by, NULL
        FROM gate_trip, clock WHERE ended_at IS NULL AND in_at IS NOT NULL AND out_at IS NULL AND return_by <= now
      UNION ALL SELECT 'no_show', id, route, direction, show_by, NULL
        FROM open, clock WHERE state = 'called' AND show_by < now + interval '30 minutes'),
    ranked AS (SELECT *, row_number() OVER (PARTITION BY kind, route, direction ORDER BY since, id) AS rank FROM hits)
    SELECT kind, route, direction, count(*) AS count, sum(hours) AS hours, min(since) AS since,
      array_agg(id ORDER BY rank) FILTER (WHERE rank <= ${most}::bigint) AS trips
    FROM ranked GROUP BY kind, route, direction`.execute(db);
  return rows;
}
