import type { TripView } from "@moc/contract/gate/trip.ts";
import { transfersOf } from "@moc/engines/gate/leg.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

/** Stores the transfers of the trips that have one, in one statement. */
export async function saveTransfers(tx: Tx, trips: readonly Trip[]): Promise<void> {
  const rows = trips.flatMap((trip) =>
    transfersOf(trip).map((transfer) => ({
      id: transfer.id,
      trip: trip.id,
      partner: transfer.partner,
      vn_plate: (transfer.from.country === "VN" ? transfer.from : transfer.to).number,
      confirmed_at: transfer.confirmedAt,
      transfer,
      home: transfer !== trip.wayHome?.transfer && trip.wayHome !== null,
    })),
  );
  if (rows.length === 0) return;
  await sql`
    INSERT INTO gate_transfer SELECT * FROM jsonb_populate_recordset(NULL::gate_transfer, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (trip, home) DO UPDATE SET id = excluded.id, partner = excluded.partner, vn_plate = excluded.vn_plate,
      confirmed_at = excluded.confirmed_at, transfer = excluded.transfer`.execute(tx);
}

/** The other trip for which this Vietnamese truck is paired and still waits; null: it is free. */
export async function openPairOf(tx: Tx, plate: string, but: string): Promise<string | null> {
  const { rows } = await sql<{ trip: string }>`
    SELECT t.trip FROM gate_transfer t JOIN gate_trip g ON g.id = t.trip
    WHERE t.vn_plate = ${plate} AND t.confirmed_at IS NULL AND g.ended_at IS NULL AND t.trip <> ${but}::uuid
    LIMIT 1`.execute(tx);
  return rows[0]?.trip ?? null;
}

/** The open trip of a truck with this plate; null: it has none here. */
export async function findTripOfPlate(tx: Tx, plate: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM gate_trip WHERE plate = ${plate} AND ended_at IS NULL`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Transfers in which the trip has a part: the one of its own goods, and those in which its truck is the other one. */
export async function selectTransfers(db: Db, trip: string): Promise<TripView["transfers"]> {
  const { rows } = await sql<{ trip: string; transfer: NonNullable<Trip["transfer"]> }>`
    SELECT trip, transfer FROM gate_transfer WHERE trip = ${trip}::uuid OR partner = ${trip}::uuid
    ORDER BY transfer ->> 'pairedAt'`.execute(db);
  return rows.map(({ trip: of, transfer }) => ({ ...transfer, trip: of }));
}
