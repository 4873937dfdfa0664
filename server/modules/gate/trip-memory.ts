import type { Trip } from "@moc/engines/gate/trip.ts";
import type { Db } from "../../platform/database/handle.ts";
import { findTrips, selectWriters } from "./trip-store.ts";

// About 3 kB each.
const mostTrips = 5_000;

/** Several trips by id as they stand, in the order of the ids. Shared among readers: not to be changed. */
export type ReadTrips = (ids: readonly string[]) => Promise<Trip[]>;

/** A trip as the transaction `writer` left it; whether it still stands so, the database says. */
export type Remembered = { trip: Trip; writer: string };

export type TripMemory = {
  read: ReadTrips;
  /** A trip as this process last saw it; undefined when it has not. */
  recall(id: string): Remembered | undefined;
  keep(remembered: Remembered): void;
};

/**
 * Remembers trips that were read, so that a list seen by fifty officers is sent and parsed once. The database says with
 * every reading which transaction wrote each trip last; one written since is read anew.
 */
export function rememberTrips(db: Db): TripMemory {
  const kept = new Map<string, Remembered>();
  const keep = (remembered: Remembered) => {
    kept.delete(remembered.trip.id); // the least lately read goes first
    kept.set(remembered.trip.id, remembered);
    const oldest = kept.keys().next();
    if (kept.size > mostTrips && oldest.done !== true) kept.delete(oldest.value);
  };
  const read: ReadTrips = async (ids) => {
    if (ids.length === 0) return [];
    const writers = await selectWriters(db, ids);
    const missing = ids.filter((id) => writers.has(id) && kept.get(id)?.writer !== writers.get(id));
    const found = new Map((await findTrips(db, missing)).map((trip) => [trip.id, trip]));
    return ids.flatMap((id) => {
      const writer = writers.get(id);
      const trip = found.get(id) ?? kept.get(id)?.trip;
      if (writer === undefined || trip === undefined) return [];
      keep({ trip, writer });
      return [trip];
    });
  };
  return { read, recall: (id) => kept.get(id), keep };
}
