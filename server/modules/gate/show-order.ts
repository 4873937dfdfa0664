import type { OrderView, StandingOrder } from "@moc/contract/gate/steering.ts";
import type { TripState } from "@moc/contract/gate/trip.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { compose, orderState, touches } from "@moc/engines/gate/orders.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { steeredOf } from "./calling-mode.ts";
import type { OrderRecord } from "./order-store.ts";

/** An order as everybody may read it, as it stands at a moment. */
export function showOrder(order: OrderRecord, at: Date): OrderView {
  return { ...order, state: orderState(order, at.toISOString()) };
}

const soon = 86_400_000; // ms

/**
 * Orders that some look at together: those in force, what binds among them first, then those that begin within a day.
 */
export function showTogether(orders: readonly OrderRecord[], at: Date): StandingOrder[] {
  const now = at.toISOString();
  const before = new Date(at.getTime() + soon).toISOString();
  const inForce = orders.filter((order) => orderState(order, now) === "in_force");
  const planned = orders.filter((order) => orderState(order, now) === "planned" && order.from <= before);
  return [...compose(inForce), ...compose(planned)]
    .map(({ order, binds, overruledBy }) => ({
      ...showOrder(order, at),
      binds,
      overruledBy: overruledBy.map((other) => other.number),
    }))
    .toSorted((one, other) => rankOf(one) - rankOf(other));
}

const rankOf = ({ state, binds }: StandingOrder) => (state === "in_force" ? 0 : 2) + (binds ? 0 : 1);

/** Orders of one route, in one direction or both. */
export function ordersOfRoute(
  orders: readonly OrderRecord[],
  route: string,
  direction: Direction | null,
  at: Date,
): StandingOrder[] {
  const own = orders.filter(
    (order) =>
      order.routes.includes(route) &&
      (direction === null || order.direction === null || order.direction === direction),
  );
  return showTogether(own, at);
}

// After its call a truck is told its way by the call; the orders of the queue are no longer its matter.
const steeredStates: readonly TripState[] = ["declared", "travelling", "holding"];

/** Orders that touch one truck. */
export function ordersOfTrip(orders: readonly OrderRecord[], trip: Trip, at: Date): StandingOrder[] {
  if (!steeredStates.includes(trip.state)) return [];
  const truck = steeredOf(trip);
  return showTogether(
    orders.filter((order) => touches(order, truck)),
    at,
  );
}
