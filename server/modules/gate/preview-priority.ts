import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { callOrder, type Placed } from "@moc/engines/gate/queue.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { authorise } from "../../platform/authorise.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy } from "./policy.ts";
import { findQueue } from "./queue-store.ts";
import { tripFor } from "./read-trip.ts";
import { queueRule } from "./rules.ts";

type Passed = { trip: string; plate: Trip["vehicle"]["plate"]; from: number; to: number };

/** Whom a priority would let a truck pass, each with the place that it would have then; changes nothing. */
export async function previewPriority(
  parts: GateParts,
  caller: Actor | null,
  input: { trip: string },
): Promise<{ from: number; to: number; passes: Passed[] }> {
  const { trip, actor, row } = await tripFor(parts, caller, input.trip);
  authorise(gatePolicy, "read_queue", actor, row);
  const rules = rulesNow(parts);
  const { route, direction } = trip;
  const { byTrip, order } = await parts.pictures(rules, route, direction);
  const own = byTrip.get(trip.id);
  const queue = await findQueue(parts.database.db, route, direction);
  if (own === undefined || queue === undefined) throw new Refusal("not_arrived");
  const would = callOrder(
    order.map((truck) => (truck.trip === trip.id ? { ...truck, way: "priority" as const } : truck)),
    queueRule(rules, route, direction),
    queue.credit,
  );
  const to = would.find((truck) => truck.trip === trip.id)?.place ?? own.place;
  return { from: own.place, to, passes: await passed(parts, byTrip, would, trip.id) };
}

async function passed(
  parts: GateParts,
  before: ReadonlyMap<string, Placed>,
  would: readonly Placed[],
  own: string,
): Promise<Passed[]> {
  const moved = would.flatMap((truck) => {
    const from = before.get(truck.trip)?.place ?? truck.place;
    return truck.trip !== own && truck.place > from ? [{ trip: truck.trip, from, to: truck.place }] : [];
  });
  const trips = await parts.trips(moved.map((truck) => truck.trip));
  const plates = new Map(trips.map((trip) => [trip.id, trip.vehicle.plate]));
  return moved.flatMap((truck) => {
    const plate = plates.get(truck.trip);
    return plate === undefined ? [] : [{ ...truck, plate }];
  });
}
