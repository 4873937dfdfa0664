import { tripStates } from "@moc/contract/gate/trip.ts";
import { hear } from "./act.ts";
import { goodsOf } from "./day.ts";
import { randomOf } from "./random.ts";
import type { Site } from "./site.ts";
import { newTruck } from "./truck.ts";

const over = new Set(["closed", "withdrawn", "refused", "expired"]);

/**
 * Takes up the simulated trucks that are still on their way, after the field or the server was stopped. Trucks declared
 * by people are left to people. @returns how many.
 */
export async function resumeTrucks(site: Site): Promise<number> {
  const { gate } = site.crew.dispatcher;
  for (const state of tripStates.filter((one) => !over.has(one))) {
    let after: string | undefined;
    do {
      const page = await gate.listTrips({ state, limit: 200, ...(after === undefined ? {} : { after }) });
      for (const { id } of page.rows.filter((one) => one.simulated)) await takeUp(site, id);
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  return site.trucks.size;
}

async function takeUp(site: Site, id: string): Promise<void> {
  const { trip } = await site.crew.dispatcher.gate.readTrip({ trip: id });
  const { code, kind, route, plate } = trip;
  const seed = code;
  const goodsLater = trip.goods.length === 0 ? [goodsOf(randomOf(`${seed}:goods`), "out")] : null;
  // When it was declared is not told; it was no later than this.
  const declaredAt = Date.parse(trip.stateSince);
  const truck = newTruck({ seed, id, code, kind, route, arriveAt: site.now(), declaredAt, goodsLater });
  truck.place = trip.signals[0]?.place ?? null;
  truck.waited = trip.ticket !== null;
  site.fresh(plate, () => plate);
  if (trip.yard !== null) site.yardOf(route).book.enter(id, trip.slot);
  site.trucks.set(id, truck);
  hear(site, truck, trip);
}
