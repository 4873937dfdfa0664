import type { OrderGiven } from "@moc/contract/gate/steering.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import type { Order, Steered } from "@moc/engines/gate/orders.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

/** An order with everything that was recorded of it. */
export type OrderRecord = Order & OrderGiven & { liftReason: string | null; simulated: boolean };

type OrderRow = {
  id: string;
  given_at: Date;
  lifted_at: Date | null;
  lift_reason: string | null;
  given: unknown;
  simulated: boolean;
};

function toRecord(row: OrderRow): OrderRecord {
  const given = row.given as OrderGiven; // as: saveOrder alone writes this column
  return {
    ...given,
    id: row.id,
    givenAt: row.given_at.toISOString(),
    liftedAt: row.lifted_at?.toISOString() ?? null,
    liftReason: row.lift_reason,
    simulated: row.simulated,
  };
}

/** Holds the giving and lifting of orders until the transaction ends, so that no two bear one number. */
export async function lockOrders(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(current_schema()), hashtext('gate.orders'))`.execute(tx);
}

/** The next number of a civil year. Orders must be held. */
export async function nextNumber(tx: Tx, year: number): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    SELECT max(number) AS last FROM gate_order WHERE year = ${year}`.execute(tx);
  return (rows[0]?.last ?? 0) + 1;
}

/** Stores a new order. */
export async function saveOrder(
  tx: Tx,
  order: { id: string; given: OrderGiven; givenAt: string; simulated: boolean },
): Promise<void> {
  const { id, given, givenAt, simulated } = order;
  await sql`
    INSERT INTO gate_order (id, year, number, given_at, ends_at, given, simulated)
    VALUES (${id}, ${given.year}, ${given.number}, ${givenAt}, ${given.to}, ${JSON.stringify(given)}::jsonb, ${simulated})`.execute(
    tx,
  );
}

/** Stores that an order was lifted. */
export async function saveLifting(tx: Tx, id: string, at: string, reason: string): Promise<void> {
  await sql`UPDATE gate_order SET lifted_at = ${at}, lift_reason = ${reason} WHERE id = ${id}`.execute(tx);
}

/** Orders that are in force at `at` or will be, in the order of their giving. */
export async function selectStanding(db: Db | Tx, at: Date): Promise<OrderRecord[]> {
  const { rows } = await sql<OrderRow>`
    SELECT * FROM gate_order WHERE lifted_at IS NULL AND (ends_at IS NULL OR ends_at > ${at})
    ORDER BY year, number`.execute(db);
  return rows.map(toRecord);
}

/** The last orders that ended or were lifted before `at`, newest first. */
export async function selectPast(db: Db, at: Date, limit: number): Promise<OrderRecord[]> {
  const { rows } = await sql<OrderRow>`
    SELECT * FROM gate_order WHERE lifted_at IS NOT NULL OR ends_at <= ${at}
    ORDER BY year DESC, number DESC LIMIT ${limit}`.execute(db);
  return rows.map(toRecord);
}

/** One order. */
export async function findOrder(db: Db | Tx, id: string): Promise<OrderRecord | undefined> {
  const { rows } = await sql<OrderRow>`SELECT * FROM gate_order WHERE id = ${id}`.execute(db);
  return rows.map(toRecord)[0];
}

/** A truck as orders look at it, with when something happened to it. */
export type SteeredAt = Steered & { at: Date };

const looks = sql`
  ARRAY(SELECT line ->> 'class' FROM jsonb_array_elements(t.trip -> 'goods') AS line) AS goods, t.trip ->> 'origin' AS origin`;

/** The calls to one route after `since`, oldest first. */
export async function selectCalls(
  db: Db | Tx,
  route: string,
  direction: Direction,
  since: Date,
): Promise<SteeredAt[]> {
  const { rows } = await sql<SteeredAt>`
    SELECT c.route, c.direction, c.at, ${looks} FROM gate_queue_change c JOIN gate_trip t ON t.id = c.trip
    WHERE c.route = ${route} AND c.direction = ${direction} AND c.kind = 'called' AND c.at > ${since}
    ORDER BY c.at`.execute(db);
  return rows;
}

/** A truck as orders look at it, with what is needed to tell of it. */
type SteeredTrip = Steered & { trip: string; declarant: string; simulated: boolean; waiting: boolean };

/** Trucks that are declared for these routes and neither called nor across. */
export async function selectSteered(db: Db | Tx, routes: readonly string[]): Promise<SteeredTrip[]> {
  const { rows } = await sql<SteeredTrip>`
    SELECT t.id AS trip, t.declarant, t.simulated, t.route, t.direction, t.state = 'holding' AS waiting, ${looks}
    FROM gate_trip t
    WHERE t.ended_at IS NULL AND t.route = ANY (${[...routes]}::text[])
      AND t.state IN ('declared', 'travelling', 'holding')`.execute(db);
  return rows;
}
