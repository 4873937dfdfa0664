import type { OrderAction, OrderKind } from "@moc/contract/gate/steering.ts";
import type { Instant } from "@moc/contract/values/time.ts";
import type { Direction, GoodsClass } from "@moc/contract/values/traffic.ts";

/** A steering order as the composition looks at it. */
export interface Order {
  id: string;
  /** Grows with the giving: the later order is the later word. */
  givenAt: Instant;
  routes: readonly string[];
  direction: Direction | null;
  goods: readonly GoodsClass[] | null;
  origins: readonly string[] | null;
  action: OrderAction;
  from: Instant;
  /** Exclusive; null: until it is lifted. */
  to: Instant | null;
  liftedAt: Instant | null;
}

/** What an order looks at of one truck. Origin null: not stated. */
export interface Steered {
  route: string;
  direction: Direction;
  goods: readonly GoodsClass[];
  origin: string | null;
}

/** A truck before its call, as the orders let it be called or not. */
export interface Callable extends Steered {
  declaredAt: Instant;
}

export type OrderState = "in_force" | "planned" | "over" | "lifted";

/** Where an order stands at a moment. One that was lifted before it began never was in force. */
export function orderState(order: Pick<Order, "from" | "to" | "liftedAt">, at: Instant): OrderState {
  if (order.liftedAt !== null && order.liftedAt <= at) return "lifted";
  if (order.from > at) return "planned";
  return order.to !== null && order.to <= at ? "over" : "in_force";
}

/** Whether two names of a place are the same, however they were typed. */
export const sameName = (one: string, other: string) =>
  one.normalize("NFC").trim().toLowerCase() === other.normalize("NFC").trim().toLowerCase();

/** Whether the truck is in the order's scope. What it does not state is in every scope that asks for it. */
export function touches(order: Omit<Order, "action">, truck: Steered): boolean {
  const { routes, direction, goods, origins } = order;
  if (!routes.includes(truck.route)) return false;
  if (direction !== null && direction !== truck.direction) return false;
  if (goods !== null && truck.goods.length > 0 && !truck.goods.some((one) => goods.includes(one)))
    return false;
  const { origin } = truck;
  return origins === null || origin === null || origins.some((one) => sameName(one, origin));
}

/** Whether some truck can be in both scopes. */
export function overlaps(one: Omit<Order, "action">, other: Omit<Order, "action">): boolean {
  const { goods: ours, origins: from } = one;
  const { goods: theirs, origins: to } = other;
  return (
    one.routes.some((route) => other.routes.includes(route)) &&
    (one.direction === null || other.direction === null || one.direction === other.direction) &&
    (ours === null || theirs === null || ours.some((kind) => theirs.includes(kind))) &&
    (from === null || to === null || from.some((a) => to.some((b) => sameName(a, b))))
  );
}

const ended = (to: Instant | null, from: Instant) => to !== null && to <= from;

/** Whether both are in force at some moment. */
export function together(one: Pick<Order, "from" | "to">, other: Pick<Order, "from" | "to">): boolean {
  return !ended(one.to, other.from) && !ended(other.to, one.from);
}

/** Whether every truck of the route and direction is in the order's scope. */
export function isWhole(order: Pick<Order, "goods" | "origins">): boolean {
  return order.goods === null && order.origins === null;
}

/**
 * The stated rule between two orders of different kinds for the same truck: whether the one of the row leaves nothing
 * for the one of the column to do. A stop and a diversion leave nobody to be counted, registered or called from a park;
 * where to go instead is still said beside a stop. All others hold side by side.
 */
const leavesNothing = {
  stop_intake: { divert: false, pre_registered: true, max_per_hour: true, hold_in_park: false },
  divert: { stop_intake: false, pre_registered: true, max_per_hour: true, hold_in_park: true },
  pre_registered: { stop_intake: false, divert: false, max_per_hour: false, hold_in_park: false },
  max_per_hour: { stop_intake: false, divert: false, pre_registered: false, hold_in_park: false },
  hold_in_park: { stop_intake: false, divert: false, pre_registered: false, max_per_hour: false },
} as const satisfies { [K in OrderKind]: Record<Exclude<OrderKind, K>, boolean> };

const never = "9999";
const compared = (one: string | number, other: string | number): number =>
  one < other ? -1 : one > other ? 1 : 0;
const endsLast = (one: Order, other: Order) => compared(other.to ?? never, one.to ?? never);
const givenLast = (one: Order, other: Order) => compared(other.givenAt, one.givenAt);
const beganFirst = (one: Order, other: Order) => compared(one.from, other.from);
const countOf = ({ action }: Order) => (action.kind === "max_per_hour" ? action.count : 0);
const fewest = (one: Order, other: Order) => compared(countOf(one), countOf(other));

/** Which of two orders of one kind comes first (negative: the former): the stricter, and of two ways to go the last said. */
const stricter = {
  stop_intake: endsLast,
  divert: givenLast,
  pre_registered: beganFirst,
  max_per_hour: fewest,
  hold_in_park: givenLast,
} as const satisfies Record<OrderKind, (one: Order, other: Order) => number>;

/** Whether `one` binds instead of `other` wherever both touch a truck. Equally strict ones go by their end, then by id. */
export function overrules(one: Order, other: Order): boolean {
  const kind: OrderKind = one.action.kind;
  const second: OrderKind = other.action.kind;
  if (kind === second) {
    const before = stricter[kind](one, other) || endsLast(one, other) || compared(one.id, other.id);
    return before < 0;
  }
  const row: Partial<Record<OrderKind, boolean>> = leavesNothing[kind];
  return row[second] ?? false;
}

export interface Composed<O extends Order> {
  order: O;
  binds: boolean;
  /** Those that bind instead. */
  overruledBy: O[];
}

/** Orders that touch the same truck at the same time: which bind, and which give way to a stricter one. */
export function compose<O extends Order>(orders: readonly O[]): Composed<O>[] {
  return orders.map((order) => {
    const overruledBy = orders.filter((other) => other !== order && overrules(other, order));
    return { order, binds: overruledBy.length === 0, overruledBy };
  });
}

/** What binds one truck at a moment; at most one order of each kind. */
export function bindingFor<O extends Order>(
  orders: readonly O[],
  truck: Steered,
  at: Instant,
): Partial<Record<OrderKind, O>> {
  const own = orders.filter((order) => orderState(order, at) === "in_force" && touches(order, truck));
  const binding = compose(own).filter((one) => one.binds);
  return Object.fromEntries(binding.map(({ order }) => [order.action.kind, order]));
}

/** Why a call leaves a truck standing by order, and by which; null: the orders let it be called, as far as none counts. */
export function standsBy<O extends Order>(
  orders: readonly O[],
  truck: Callable,
  at: Instant,
): { reason: "order_stop" | "order_divert" | "not_pre_registered"; order: O } | null {
  const { stop_intake, divert, pre_registered } = bindingFor(orders, truck, at);
  if (stop_intake !== undefined) return { reason: "order_stop", order: stop_intake };
  if (divert !== undefined) return { reason: "order_divert", order: divert };
  return pre_registered !== undefined && truck.declaredAt >= pre_registered.from
    ? { reason: "not_pre_registered", order: pre_registered }
    : null;
}
