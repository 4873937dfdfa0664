import type { GoodsClass, GoodsLine } from "@moc/contract/gate/goods.ts";
import { tookHomeAt } from "@moc/engines/gate/leg.ts";
import { passedOverBy, wayOf } from "@moc/engines/gate/passed-over.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";
import { saveTransfers } from "./transfer-store.ts";

/** Under which class the goods are counted: durian stands apart, else their first line. */
function classOf(goods: readonly GoodsLine[]): GoodsClass | "unknown" {
  return goods.some((line) => line.class === "durian") ? "durian" : (goods[0]?.class ?? "unknown");
}

/** What the columns of a trip say beside the whole: they are for finding and counting. */
export function columnsOf(trip: Trip) {
  const home = tookHomeAt(trip);
  return {
    id: trip.id,
    code: trip.code,
    kind: trip.kind,
    direction: trip.direction,
    gate: trip.gate,
    route: trip.route,
    declarant: trip.declarant,
    filed_by: trip.onBehalf?.by ?? null,
    plate: trip.vehicle.plate.number,
    vin: trip.vehicle.vin ?? null,
    containers: trip.vehicle.containers.map((container) => container.number),
    goods_class: classOf(trip.goods),
    state: trip.state,
    state_since: trip.stateSince,
    stream: trip.stream,
    ticket: trip.ticket,
    passed_over: passedOverBy(trip),
    way: wayOf(trip),
    booked_from: trip.booking?.from ?? null,
    declared_at: trip.declaredAt,
    arrived_at: trip.arrivedAt,
    live_at: trip.liveAt,
    place: trip.place,
    called_at: trip.calledAt,
    show_by: trip.showBy,
    crossed_at: trip.crossedAt,
    diverted_at: trip.diversions.at(-1)?.at ?? null,
    back_class: home === null || trip.back === null ? null : classOf(trip.back.goods),
    back_at: home,
    out_at: trip.outAt,
    in_at: trip.inAt,
    return_by: trip.returnBy,
    returned_at: trip.returnedAt,
    yard: trip.yard,
    slot: trip.slot,
    yard_in: trip.yardIn,
    yard_out: trip.yardOut,
    ended_at: trip.endedAt,
    simulated: trip.simulated,
    trip,
  };
}

/** What may change in a trip; the other columns stand from its declaration on. */
const changing = [
  "gate",
  "route",
  "plate",
  "vin",
  "containers",
  "goods_class",
  "state",
  "state_since",
  "stream",
  "ticket",
  "passed_over",
  "way",
  "booked_from",
  "arrived_at",
  "live_at",
  "show_by",
  "place",
  "called_at",
  "crossed_at",
  "return_by",
  "diverted_at",
  "back_class",
  "back_at",
  "out_at",
  "in_at",
  "returned_at",
  "yard",
  "slot",
  "yard_in",
  "yard_out",
  "ended_at",
  "trip",
];
const setAll = sql.raw(changing.map((column) => `${column} = excluded.${column}`).join(", "));

/** Stores trips whole, new or changed, in one statement, and in one more the transfers of those that have any. */
export async function saveTrips(tx: Tx, trips: readonly Trip[]): Promise<void> {
  if (trips.length === 0) return;
  const rows = JSON.stringify(trips.map(columnsOf));
  await sql`
    INSERT INTO gate_trip SELECT * FROM jsonb_populate_recordset(NULL::gate_trip, ${rows}::jsonb)
    ON CONFLICT (id) DO UPDATE SET ${setAll}`.execute(tx);
  await saveTransfers(tx, trips);
}

function whole(rows: { trip: unknown }[]): Trip[] {
  return rows.map((row) => row.trip as Trip); // as: saveTrips alone writes this column
}

/** One trip as it stands; undefined when there is none. */
export async function findTrip(db: Db | Tx, id: string): Promise<Trip | undefined> {
  return whole(await db.selectFrom("gate_trip").select("trip").where("id", "=", id).execute())[0];
}

/** One trip as it stands, with the transaction that wrote it last. */
export async function findWritten(db: Db, id: string): Promise<{ trip: Trip; writer: string } | undefined> {
  const { rows } = await sql<{ trip: Trip; writer: string }>`
    SELECT trip, xmin::text AS writer FROM gate_trip WHERE id = ${id}`.execute(db);
  return rows[0];
}

/** The id of the trip with this declaration code. */
export async function findByCode(db: Db, code: string): Promise<string | undefined> {
  const row = await db.selectFrom("gate_trip").select("id").where("code", "=", code).executeTakeFirst();
  return row?.id;
}

/** The id of the trip that this plate is on, or was on last. */
export async function findByPlate(db: Db, plate: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("gate_trip")
    .select("id")
    .where("plate", "=", plate)
    .orderBy(sql`ended_at IS NULL`, "desc")
    .orderBy("declared_at", "desc")
    .executeTakeFirst();
  return row?.id;
}

/** One trip, locked until the transaction ends. */
export async function lockTrip(tx: Tx, id: string): Promise<Trip | undefined> {
  return whole(await tx.selectFrom("gate_trip").select("trip").where("id", "=", id).forUpdate().execute())[0];
}

/** Several trips by id, in the order of the ids. */
export async function findTrips(db: Db | Tx, ids: readonly string[]): Promise<Trip[]> {
  if (ids.length === 0) return [];
  const rows = await sql<{ trip: unknown }>`
    SELECT t.trip FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS wanted (id, place)
    JOIN gate_trip t ON t.id = wanted.id ORDER BY wanted.place`.execute(db);
  return whole(rows.rows);
}

/** Which transaction wrote each trip last: while that stands, the trip is the same. */
export async function selectWriters(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; writer: string }>`
    SELECT id, xmin::text AS writer FROM gate_trip WHERE id = ANY (${ids}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, writer }) => [id, writer]));
}

/** Which of plate and VIN already stand on another open trip. */
export async function findOpenTwin(
  tx: Tx,
  vehicle: { plate: string; vin: string | null },
  but: string | null,
): Promise<"plate" | "vin" | null> {
  const { rows } = await sql<{ what: "plate" | "vin" }>`
    SELECT 'plate' AS what FROM gate_trip
    WHERE plate = ${vehicle.plate} AND ended_at IS NULL AND id IS DISTINCT FROM ${but}::uuid
    UNION ALL
    SELECT 'vin' FROM gate_trip
    WHERE vin = ${vehicle.vin} AND ended_at IS NULL AND id IS DISTINCT FROM ${but}::uuid
    LIMIT 1`.execute(tx);
  return rows[0]?.what ?? null;
}

/** Holds the yard until the transaction ends and counts who else stands in it, so that its last place is given once. */
export async function countInYard(tx: Tx, yard: string, but: string): Promise<number> {
  await sql`INSERT INTO gate_yard (key) VALUES (${yard}) ON CONFLICT (key) DO UPDATE SET key = excluded.key`.execute(
    tx,
  );
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM gate_trip WHERE yard = ${yard} AND yard_out IS NULL AND id <> ${but}::uuid`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/** Whether another truck stands in a slot of a yard now. */
export async function slotTaken(tx: Tx, yard: string, slot: string, but: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM gate_trip
    WHERE yard = ${yard} AND slot = ${slot} AND yard_out IS NULL AND id <> ${but}::uuid LIMIT 1`.execute(tx);
  return rows.length > 0;
}
