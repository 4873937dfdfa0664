import { naiveTake } from "./naive-queue.ts";
import type { Callable, Order, Steered } from "./orders.ts";
import type { Credit, QueueRule, Waiting } from "./queue.ts";

/** The orders in their plainest form: every one is asked for itself, and all have to agree. The tests hold the engine against it. */

/** Whether an order is in force at `at` and asks for the truck. */
export function asked(order: Order, truck: Steered, at: string): boolean {
  const begun = order.from <= at;
  const ended = (order.to !== null && order.to <= at) || (order.liftedAt !== null && order.liftedAt <= at);
  const goods = order.goods;
  const origins = order.origins?.map((name) => name.toLowerCase());
  return (
    begun &&
    !ended &&
    order.routes.includes(truck.route) &&
    [null, truck.direction].includes(order.direction) &&
    (goods === null || truck.goods.length === 0 || truck.goods.some((kind) => goods.includes(kind))) &&
    (origins === undefined || truck.origin === null || origins.includes(truck.origin.toLowerCase()))
  );
}

/** Whether every order lets the truck be called, calls not counted. */
export function naiveLets(orders: readonly Order[], truck: Callable, at: string): boolean {
  return orders
    .filter((order) => asked(order, truck, at))
    .every(({ action, from }) => {
      if (action.kind === "stop_intake" || action.kind === "divert") return false;
      return action.kind !== "pre_registered" || truck.declaredAt < from;
    });
}

/** Where the truck is sent: by the last word on another route, else on a park. */
export function naiveWay(orders: readonly Order[], truck: Steered, at: string) {
  const own = orders
    .filter((order) => asked(order, truck, at))
    .toSorted((one, other) => (one.givenAt < other.givenAt ? -1 : 1));
  const route = own.findLast(({ action }) => action.kind === "divert")?.action;
  const park = own.findLast(({ action }) => action.kind === "hold_in_park")?.action;
  return {
    route: route?.kind === "divert" ? route.route : null,
    park: route === undefined && park?.kind === "hold_in_park" ? park.park : null,
  };
}

/** Calls one truck at a time, asking every budget before each; with what each stream has paid afterwards. */
export function naiveWithin<W extends Waiting>(
  waiting: readonly W[],
  rule: QueueRule,
  credit: Credit,
  count: number,
  budgets: readonly { left: number; counts(truck: W): boolean }[],
): { called: string[]; credit: Credit } {
  const called: W[] = [];
  let now = credit;
  while (called.length < count) {
    const free = waiting.filter(
      (truck) =>
        !called.includes(truck) &&
        budgets.every(
          (budget) =>
            !budget.counts(truck) || called.filter((one) => budget.counts(one)).length < budget.left,
        ),
    );
    const taken = naiveTake(free, rule, now);
    const truck = free.find((one) => one.trip === taken?.truck.trip);
    if (taken === undefined || truck === undefined) break;
    called.push(truck);
    now = taken.credit;
  }
  return { called: called.map((truck) => truck.trip), credit: now };
}
