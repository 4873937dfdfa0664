import type { Direction } from "@moc/contract/values/traffic.ts";
import type { Budget } from "@moc/engines/gate/call-within.ts";
import { bindingFor, isWhole, type Steered, standsBy, touches } from "@moc/engines/gate/orders.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { no, type Verdict, yes } from "@moc/engines/gate/yes-or-no.ts";
import type { Db, Tx } from "../../platform/database/handle.ts";
import { registeredBefore } from "./calling-hours.ts";
import { type OrderRecord, selectCalls } from "./order-store.ts";
import { orderName, orderNo } from "./order-words.ts";
import type { GateParts } from "./parts.ts";
import { ordersOn } from "./standing-orders.ts";

type Queue = { route: string; direction: Direction };

/** How a route is called at one moment: whom its calendar and the orders in force leave standing. */
export type CallingMode = {
  at: Date;
  /** By the calendar only vehicles declared before this instant; null: all. */
  registered: Date | null;
  orders: readonly OrderRecord[];
};

/** A truck as the mode looks at it. */
export type Standing = Steered & { declaredAt: Date };

/** A trip as the mode looks at it. */
export function steeredOf(
  trip: Pick<Trip, "route" | "direction" | "goods" | "origin" | "declaredAt">,
): Standing {
  const { route, direction, goods, origin = null, declaredAt } = trip;
  return {
    route,
    direction,
    goods: goods.map((line) => line.class),
    origin,
    declaredAt: new Date(declaredAt),
  };
}

/** The mode of a queue at `at`, by the orders that are given or by those in memory. */
export function callingMode(
  parts: Pick<GateParts, "registry" | "orders">,
  queue: Queue,
  at: Date,
  orders: readonly OrderRecord[] = parts.orders.now(),
): CallingMode {
  return { at, registered: registeredBefore(parts, queue.route, at), orders: ordersOn(orders, queue, at) };
}

/** Names what leaves single trucks standing: equal keys, equal effect. Empty: every truck is called in its turn. */
export function modeKey({ registered, orders }: CallingMode): string {
  const passing = orders.filter(
    ({ action }) => action.kind !== "max_per_hour" && action.kind !== "hold_in_park",
  );
  return [...(registered === null ? [] : [registered.toISOString()]), ...passing.map((one) => one.id)].join(
    " ",
  );
}

/** Why the mode leaves this truck standing; null: it does not. */
export function leftStanding({ at, registered, orders }: CallingMode, truck: Standing) {
  const declaredAt = truck.declaredAt.toISOString();
  const by = standsBy(orders, { ...truck, declaredAt }, at.toISOString());
  if (by !== null) return by;
  const late = registered !== null && truck.declaredAt >= registered;
  return late ? { reason: "not_pre_registered" as const, order: null } : null;
}

/** Whether the orders let anybody of a queue be called. Reasons: `order_stops`, `order_diverts`. */
export function orderedOpen({ at, orders }: CallingMode, { route, direction }: Queue): Verdict {
  const anybody = { route, direction, goods: [], origin: null };
  const binding = bindingFor(orders.filter(isWhole), anybody, at.toISOString());
  const order = binding.stop_intake ?? binding.divert;
  return order === undefined ? yes : orderNo(order, route);
}

/** How many more an order lets be called in this hour, and when the next one if none. */
export type Limit = Budget<Steered> & { order: OrderRecord; again: Date | null };

const hour = 3_600_000; // ms

/** What is left of every "at most n per hour" on a queue: real calls of the last sixty minutes are counted. */
export async function limitsOf(db: Db | Tx, mode: CallingMode, queue: Queue): Promise<Limit[]> {
  const limiting = mode.orders.flatMap((order) =>
    order.action.kind === "max_per_hour" ? [{ order, count: order.action.count }] : [],
  );
  if (limiting.length === 0) return [];
  const since = new Date(mode.at.getTime() - hour);
  const calls = await selectCalls(db, queue.route, queue.direction, since);
  return limiting.map(({ order, count }) => {
    const own = calls.filter((call) => touches(order, call));
    const frees = own[own.length - count]?.at;
    const again = frees === undefined ? null : new Date(frees.getTime() + hour);
    return { order, left: count - own.length, counts: (truck) => touches(order, truck), again };
  });
}

/** That a spent limit is why nobody can be called; the first that has room again last. Reason: `order_limits`. */
export function limitNo(limits: readonly Limit[], route: string): Verdict {
  const spent = limits
    .filter((limit) => limit.left <= 0)
    .toSorted((one, other) => (other.again?.getTime() ?? 0) - (one.again?.getTime() ?? 0))[0];
  if (spent === undefined) return yes;
  const { order, again } = spent;
  const count = order.action.kind === "max_per_hour" ? String(order.action.count) : "";
  return no("order_limits", { order: orderName(order), count, route, again: again?.toISOString() ?? "" });
}
