import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { mayNow } from "./may-next.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { ordersOfTrip } from "./show-order.ts";
import { showTrip } from "./show-trip.ts";
import { findTrip } from "./trip-store.ts";

/** The answer to a command: the trip as it stands now, with what the caller may do next. Names are for readers (`readTrip`). */
export async function showChanged(parts: GateParts, actor: Actor, id: string): Promise<{ trip: TripView }> {
  const trip = await findTrip(parts.database.db, id);
  if (trip === undefined) throw new Refusal("trip_not_found");
  const rules = rulesNow(parts);
  const may = mayNow(parts, rules, actor, trip);
  const picture = trip.state === "holding" ? await parts.pictures(rules, trip.route, trip.direction) : null;
  const orders = ordersOfTrip(parts.orders.now(), trip, parts.clock.now());
  return { trip: { ...showTrip(trip, may, picture), orders } };
}
