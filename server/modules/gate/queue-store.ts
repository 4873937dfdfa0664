import type { PassedOver, Way } from "@moc/contract/gate/queue.ts";
import type { TripState } from "@moc/contract/gate/trip.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import type { QueueChange, Trace } from "@moc/engines/gate/places.ts";
import type { Credit, Waiting } from "@moc/engines/gate/queue.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";
import { type CallingMode, leftStanding, modeKey, type Standing } from "./calling-mode.ts";

/** One queue's own row. */
export type Queue = {
  route: string;
  direction: Direction;
  nextTicket: number;
  changes: number;
  credit: Credit;
};

type QueueRow = {
  route: string;
  direction: string;
  next_ticket: number;
  changes: number;
  credit: unknown;
};

function toQueue(row: QueueRow): Queue {
  const direction = row.direction as Direction; // as: written by this store alone, like the credit
  const credit = row.credit as Credit; // as: written by this store alone
  return { route: row.route, direction, nextTicket: row.next_ticket, changes: row.changes, credit };
}

/** Makes the queue's row if it is not there yet. */
export async function ensureQueue(tx: Tx, route: string, direction: Direction): Promise<void> {
  await tx
    .insertInto("gate_queue")
    .values({ route, direction })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Holds one queue until the transaction ends. Always before any of its trips, so that nobody waits in a circle. */
export async function lockQueue(tx: Tx, route: string, direction: Direction): Promise<Queue | undefined> {
  const { rows } = await sql<QueueRow>`
    SELECT * FROM gate_queue WHERE route = ${route} AND direction = ${direction} FOR UPDATE`.execute(tx);
  return rows.map(toQueue)[0];
}

/** Where a trip stands in a queue or may join one. */
export const queueStates: ReadonlySet<TripState> = new Set(["declared", "travelling", "holding"]);

/**
 * Holds the queue that a trip stands in or may join, none for a trip that has left it or has none, and with it that of
 * the route `also`. `rejoining`: the trip has left it and may come back.
 */
export async function lockQueuesOf(
  tx: Tx,
  trip: string,
  rejoining: boolean,
  also: string | null,
): Promise<Queue[]> {
  const { rows } = await sql<QueueRow>`
    SELECT q.* FROM gate_queue q
    JOIN gate_trip t ON q.route IN (t.route, ${also}) AND t.direction = q.direction
    WHERE t.id = ${trip} AND (${rejoining} OR t.state = ANY (${[...queueStates]}::text[]))
    ORDER BY q.route FOR UPDATE OF q`.execute(tx);
  return rows.map(toQueue);
}

/** One queue as it stands. */
export async function findQueue(
  db: Db | Tx,
  route: string,
  direction: Direction,
): Promise<Queue | undefined> {
  const { rows } = await sql<QueueRow>`
    SELECT * FROM gate_queue WHERE route = ${route} AND direction = ${direction}`.execute(db);
  return rows.map(toQueue)[0];
}

/** A waiting truck with what orders ask of it. */
export type WaitingTruck = Waiting & Standing;

/**
 * Who waits in a queue, as the rule needs it: what stands against a truck itself goes before the mode of its route. Goods
 * and origin are read while some order asks for them.
 */
export async function selectWaiting(
  db: Db | Tx,
  { route, direction }: { route: string; direction: Direction },
  mode: CallingMode,
): Promise<WaitingTruck[]> {
  const looks =
    mode.orders.length === 0
      ? sql`ARRAY[]::text[] AS goods, NULL AS origin`
      : sql`ARRAY(SELECT line ->> 'class' FROM jsonb_array_elements(trip -> 'goods') AS line) AS goods,
          trip ->> 'origin' AS origin`;
  const { rows } = await sql<WaitingTruck>`
    SELECT id AS trip, stream, ticket, way, passed_over AS "passedOver", declared_at AS "declaredAt", route, direction, ${looks}
    FROM gate_trip
    WHERE route = ${route} AND direction = ${direction} AND state = 'holding' ORDER BY ticket`.execute(db);
  if (modeKey(mode) === "") return rows;
  return rows.map((truck) => ({
    ...truck,
    passedOver: truck.passedOver ?? leftStanding(mode, truck)?.reason ?? null,
  }));
}

export type NewChange = {
  route: string;
  direction: Direction;
  kind: QueueChange["kind"];
  at: string;
  cut: string | null;
  trip: string;
  stream: string;
  ticket: number;
  way: Way;
  passedOver: PassedOver | null;
  exception: Trace | null;
  credit: Credit | null;
  /** Number of the slip that it was entered from. */
  slip: number | null;
};

/** Stores each held queue with what changed in it. */
export async function saveQueues(
  tx: Tx,
  queues: readonly Queue[],
  changes: readonly NewChange[],
): Promise<void> {
  for (const queue of queues) {
    const own = changes.filter(
      (change) => change.route === queue.route && change.direction === queue.direction,
    );
    if (own.length > 0) await saveQueue(tx, queue, own);
  }
}

/** Stores the queue and what changed in it; changes get their numbers here. A change without a cut stands alone. */
export async function saveQueue(tx: Tx, queue: Queue, changes: readonly NewChange[]): Promise<void> {
  const numbered = changes.map((change, index) => ({
    ...change,
    number: queue.changes + index + 1,
    cut: change.cut ?? String(queue.changes + index + 1),
  }));
  await sql`
    WITH kept AS (
      UPDATE gate_queue SET next_ticket = ${queue.nextTicket}, changes = ${queue.changes + changes.length},
        credit = ${JSON.stringify(queue.credit)}::jsonb
      WHERE route = ${queue.route} AND direction = ${queue.direction})
    INSERT INTO gate_queue_change (route, direction, number, kind, at, cut, trip, stream, ticket, way, passed_over,
      exception, credit, slip)
    SELECT ${queue.route}, ${queue.direction}, number, kind, at, cut, trip, stream, ticket, way, "passedOver",
      nullif(exception, 'null'::jsonb), nullif(credit, 'null'::jsonb), slip
    FROM jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) AS new (number bigint, kind text, at timestamptz,
      cut text, trip uuid, stream text, ticket bigint, way text, "passedOver" text, exception jsonb, credit jsonb, slip bigint)`.execute(
    tx,
  );
}

type ChangeRow = {
  number: number;
  kind: QueueChange["kind"];
  at: Date;
  cut: string;
  trip: string;
  stream: string;
  ticket: number;
  way: Way;
  passedOver: PassedOver | null;
  exception: unknown;
  credit: unknown;
  slip: number | null;
};

function toChange({
  kind,
  at,
  cut,
  trip,
  stream,
  ticket,
  way,
  passedOver,
  exception,
  credit,
  slip,
}: ChangeRow): QueueChange {
  const base = { at: at.toISOString(), cut, trip, ...(slip !== null && { slip }) };
  if (kind === "joined") return { ...base, kind, stream, ticket, way, passedOver };
  if (kind === "excepted") {
    const trace = exception as Trace; // as: written by saveQueue alone
    return { ...base, kind, stream, ticket, way, passedOver, exception: trace };
  }
  if (kind === "called") return { ...base, kind, credit: credit as Credit }; // as: written by saveQueue alone
  return kind === "held" ? { ...base, kind, passedOver } : { ...base, kind: "left" };
}

/** One departure from the order of a queue, as its history has it. */
export type Excepted = { at: string; trip: string; exception: Trace };

/** The last departures from the order of one queue, newest first. */
export async function selectExceptions(
  db: Db,
  route: string,
  direction: Direction,
  limit: number,
): Promise<Excepted[]> {
  const { rows } = await sql<{ at: Date; trip: string; exception: unknown }>`
    SELECT at, trip, exception FROM gate_queue_change
    WHERE route = ${route} AND direction = ${direction} AND kind = 'excepted'
    ORDER BY number DESC LIMIT ${limit}`.execute(db);
  return rows.map(({ at, trip, exception }) => ({
    at: at.toISOString(),
    trip,
    exception: exception as Trace, // as: written by saveQueue alone
  }));
}

/** What happened to a queue from one change on, and up to `to` when it is given, in order. */
export async function selectChanges(
  db: Db,
  route: string,
  direction: Direction,
  from: number,
  to: number | null = null,
): Promise<QueueChange[]> {
  const { rows } = await sql<ChangeRow>`
    SELECT number, kind, at, cut, trip, stream, ticket, way, passed_over AS "passedOver", exception, credit, slip
    FROM gate_queue_change WHERE route = ${route} AND direction = ${direction} AND number >= ${from}
      AND (${to}::bigint IS NULL OR number <= ${to}) ORDER BY number`.execute(db);
  return rows.map(toChange);
}

/** The first and last change of one trip in each queue that it stood in. */
export async function selectStays(
  db: Db,
  trip: string,
): Promise<{ route: string; direction: Direction; first: number; last: number }[]> {
  const { rows } = await sql<{ route: string; direction: Direction; first: number; last: number }>`
    SELECT route, direction, min(number) AS first, max(number) AS last FROM gate_queue_change
    WHERE trip = ${trip} GROUP BY route, direction ORDER BY min(at)`.execute(db);
  return rows;
}

/**
 * Who waited in a queue just before one change, and how far its streams had been served then. Whoever did waits still or
 * has changed since, so a long history is not read for it.
 */
export async function selectPicture(
  db: Db,
  route: string,
  direction: Direction,
  before: number,
): Promise<{ waiting: Waiting[]; credit: Credit | null }> {
  const { rows } = await sql<Waiting>`
    WITH since AS (
      SELECT trip FROM gate_queue_change
      WHERE route = ${route} AND direction = ${direction} AND number >= ${before}
      UNION
      SELECT id FROM gate_trip WHERE route = ${route} AND direction = ${direction} AND state = 'holding')
    SELECT trip, stream, ticket, way, "passedOver" FROM since, LATERAL (
      SELECT kind, stream, ticket, way, passed_over AS "passedOver" FROM gate_queue_change AS change
      WHERE change.trip = since.trip AND route = ${route} AND direction = ${direction} AND number < ${before}
      ORDER BY number DESC LIMIT 1) AS latest
    WHERE kind IN ('joined', 'held', 'excepted')`.execute(db);
  const paid = await sql<{ credit: unknown }>`
    SELECT credit FROM gate_queue_change
    WHERE route = ${route} AND direction = ${direction} AND number < ${before} AND kind = 'called'
    ORDER BY number DESC LIMIT 1`.execute(db);
  const credit = (paid.rows[0]?.credit ?? null) as Credit | null; // as: written by saveQueue alone
  return { waiting: rows, credit };
}
