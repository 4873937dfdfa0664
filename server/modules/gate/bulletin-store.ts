import type { BulletinCounts } from "@moc/engines/gate/bulletin.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

/** Instants of one bulletin: it tells of what lies after `from` and not after `cutOff`. */
export type BulletinSpan = { from: Date; cutOff: Date; yearFrom: Date };

/** Goods whose weight the report sums. Fruit is agricultural. */
const agricultural = ["durian", "fruit", "agricultural"];

async function selectDayPassages(db: Db | Tx, { from, cutOff }: BulletinSpan) {
  const { rows } = await sql<BulletinCounts["passages"][number]>`
    SELECT route, direction, goods_class AS goods, count(*) AS vehicles,
      coalesce(sum(agri.kg), 0)::bigint AS "agriKg", count(*) FILTER (WHERE agri.unweighed) AS unweighed
    FROM gate_crossing, LATERAL (
      SELECT sum((line ->> 'weightKg')::bigint) AS kg, coalesce(bool_or(line ->> 'weightKg' IS NULL), false) AS unweighed
      FROM jsonb_array_elements(goods) AS line WHERE line ->> 'class' = ANY (${agricultural})) AS agri
    WHERE at > ${from} AND at <= ${cutOff}
    GROUP BY route, direction, goods_class ORDER BY route, direction, goods_class`.execute(db);
  return rows;
}

async function selectBacklog(db: Db | Tx, { cutOff }: BulletinSpan) {
  const { rows } = await sql<BulletinCounts["backlog"][number]>`
    SELECT route, goods_class AS goods, count(*) AS vehicles FROM gate_trip
    WHERE direction = 'export' AND arrived_at <= ${cutOff} AND (crossed_at IS NULL OR crossed_at > ${cutOff})
      AND (ended_at IS NULL OR ended_at > ${cutOff})
    GROUP BY route, goods_class ORDER BY route, goods_class`.execute(db);
  return rows;
}

/**
 * Trucks that had arrived and went to another route: amended, they left one queue and joined another in the same moment;
 * diverted, they were sent there.
 */
async function selectTurnedAround(db: Db | Tx, { from, cutOff }: BulletinSpan) {
  const { rows } = await sql<BulletinCounts["turnedAround"][number]>`
    SELECT route, count(*) AS vehicles FROM (
      SELECT gone.route FROM gate_queue_change gone
      WHERE gone.kind = 'left' AND gone.at > ${from} AND gone.at <= ${cutOff}
        AND EXISTS (
          SELECT FROM gate_queue_change joined
          WHERE joined.trip = gone.trip AND joined.at = gone.at AND joined.kind = 'joined' AND joined.route <> gone.route)
        AND NOT EXISTS (
          SELECT FROM gate_trip t, LATERAL jsonb_array_elements(t.trip -> 'diversions') AS sent
          WHERE t.id = gone.trip AND (sent ->> 'at')::timestamptz = gone.at AND sent ->> 'from' = gone.route)
      UNION ALL
      SELECT sent ->> 'from' FROM gate_trip, LATERAL jsonb_array_elements(trip -> 'diversions') AS sent
      WHERE diverted_at > ${from} AND (sent ->> 'arrived')::boolean
        AND (sent ->> 'at')::timestamptz > ${from} AND (sent ->> 'at')::timestamptz <= ${cutOff}) AS turned
    GROUP BY route ORDER BY route`.execute(db);
  return rows;
}

async function selectSums(db: Db | Tx, { from, cutOff, yearFrom }: BulletinSpan) {
  const { rows } = await sql<{
    arrivals: number;
    two_way: number;
    waiting: number;
    vehicles: number;
    new_vehicles: number;
  }>`
    SELECT
      (SELECT count(*) FROM gate_trip
        WHERE direction = 'export' AND arrived_at > ${from} AND arrived_at <= ${cutOff}) AS arrivals,
      (SELECT count(*) FROM gate_trip
        WHERE crossed_at > ${from} AND crossed_at <= ${cutOff} AND (trip ->> 'twoWay')::boolean) AS two_way,
      (SELECT count(*) FROM gate_trip
        WHERE direction = 'import' AND goods_class = 'new_vehicle' AND crossed_at <= ${cutOff}
          AND (ended_at IS NULL OR ended_at > ${cutOff})) AS waiting,
      count(*) AS vehicles,
      count(*) FILTER (WHERE direction = 'import' AND goods_class = 'new_vehicle') AS new_vehicles
    FROM gate_crossing WHERE at > ${yearFrom} AND at <= ${cutOff}`.execute(db);
  return rows[0] ?? { arrivals: 0, two_way: 0, waiting: 0, vehicles: 0, new_vehicles: 0 };
}

/** Everything that a bulletin counts, from the trips as they are known now. */
export async function selectBulletin(db: Db | Tx, span: BulletinSpan): Promise<BulletinCounts> {
  const sums = await selectSums(db, span);
  return {
    passages: await selectDayPassages(db, span),
    backlog: await selectBacklog(db, span),
    turnedAround: await selectTurnedAround(db, span),
    arrivals: sums.arrivals,
    newVehiclesWaiting: sums.waiting,
    twoWay: sums.two_way,
    year: { vehicles: sums.vehicles, newVehicles: sums.new_vehicles },
  };
}

/** When the first truck was declared here; null while there is none. */
export async function selectFirstRecord(db: Db | Tx): Promise<Date | null> {
  const { rows } = await sql<{ first: Date | null }>`SELECT min(declared_at) AS first FROM gate_trip`.execute(
    db,
  );
  return rows[0]?.first ?? null;
}

/** Holds the bulletins of one day until the transaction ends, so that no two records bear one number. */
export async function lockBulletin(tx: Tx, day: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(current_schema()), hashtext(${`gate.bulletin ${day}`}))`.execute(
    tx,
  );
}
