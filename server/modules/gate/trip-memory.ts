import type { Trip } from "@moc/engines/gate/trip.ts";
import type { Db } from "../../platform/database/handle.ts";
import { findTrips, selectWriters } from "./trip-store.ts";

// About 3 kB each.
const mostTrips = 5_000;

/** Several trips by id as they stand, in the order of the ids. Shared among readers: not to be changed. */
export type ReadTrips = (ids: readonly string[]) => Promise<Trip[]>;

/**
 * Remembers trips that were read, so that a list seen by fifty officers is sent and parsed once. The database says with
 * every reading which transaction wrote each trip last; one written since is read anew.
 */
export function rememberTrips(db: Db): ReadTrips {
  const kept = new Map<string, { writer: string; trip: Trip }>();
  return async (ids) => {
    if (ids.length === 0) return [];
    const writers = await selectWriters(db, ids);
    const missing = ids.filter((id) => writers.has(id) && kept.get(id)?.writer !== writers.get(id));
    const read = new Map((await findTrips(db, missing)).map((trip) => [trip.id, trip]));
    return ids.flatMap((id) => {
      const writer = writers.get(id);
      const trip = read.get(id) ?? kept.get(id)?.trip;
      if (writer === undefined || trip === undefined) return [];
      kept.delete(id); // the least lately read goes first
      kept.set(id, { writer, trip });
      const oldest = kept.keys().next();
      if (kept.size > mostTrips && oldest.done !== true) kept.delete(oldest.value);
      return [trip];
    });
  };
}
