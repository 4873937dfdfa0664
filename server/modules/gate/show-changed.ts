import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { mayNow } from "./may-next.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { ordersOfTrip } from "./show-order.ts";
import { showTrip } from "./show-trip.ts";
import { findWritten } from "./trip-store.ts";

/** A trip as it stands now, with what the caller may do next. Names are for readers (`readTrip`). */
export async function showNow(parts: GateParts, actor: Actor, trip: Trip): Promise<TripView> {
  const rules = rulesNow(parts);
  const may = mayNow(parts, rules, actor, trip);
  const picture = trip.state === "holding" ? await parts.pictures(rules, trip.route, trip.direction) : null;
  const orders = ordersOfTrip(parts.orders.now(), trip, parts.clock.now());
  return { ...showTrip(trip, may, picture), orders };
}

/** The answer to a command: the trip as it stands now, which the next command on it then need not read. */
export async function showChanged(parts: GateParts, actor: Actor, id: string): Promise<{ trip: TripView }> {
  const written = await findWritten(parts.database.db, id);
  if (written === undefined) throw new Refusal("trip_not_found");
  parts.memory.keep(written);
  return { trip: await showNow(parts, actor, written.trip) };
}
