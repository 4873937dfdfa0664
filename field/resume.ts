import { tripStates } from "@moc/contract/gate/trip.ts";
import type { Site } from "./site.ts";
import { planNext, type Truck } from "./truck.ts";

const over = new Set(["closed", "withdrawn", "refused", "expired"]);

/**
 * Takes up the simulated trucks that are still on their way, after the field or the server was stopped. Trucks declared
 * by people are left to people. @returns how many.
 */
export async function resumeTrucks(site: Site, trucks: Map<string, Truck>): Promise<number> {
  const { gate } = site.crew.dispatcher;
  for (const state of tripStates.filter((one) => !over.has(one))) {
    let after: string | undefined;
    do {
      const page = await gate.listTrips({ state, limit: 200, ...(after === undefined ? {} : { after }) });
      for (const row of page.rows.filter((one) => one.simulated)) {
        const { trip } = await gate.readTrip({ trip: row.id });
        const truck: Truck = {
          seed: row.code,
          id: row.id,
          route: row.route,
          arriveAt: site.now(),
          goodsLater: null,
          state: null,
          inHand: new Set(),
        };
        trucks.set(row.id, truck);
        planNext(site, truck, trip);
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  return trucks.size;
}
