import { type Order, overlaps, sameName, together } from "./orders.ts";

// Far more ways than orders are ever given; whoever gives more is warned by the first of them.
const mostLegs = 5_000;

type Leg<O> = { order: Order; by: readonly O[]; past: readonly string[] };

/** What stands in both lists, where none means all. */
function common<T>(
  one: readonly T[] | null,
  other: readonly T[] | null,
  same: (a: T, b: T) => boolean,
): readonly T[] | null {
  if (one === null || other === null) return one ?? other;
  return one.filter((a) => other.some((b) => same(a, b)));
}

/** Of the next order what the trucks of the one before can meet: their kinds of goods, origins, direction and time. */
function met(before: Order, next: Order): Order {
  return {
    ...next,
    direction: before.direction ?? next.direction,
    goods: common(before.goods, next.goods, (a, b) => a === b),
    origins: common(before.origins, next.origins, sameName),
    from: before.from > next.from ? before.from : next.from,
    to: before.to === null || (next.to !== null && next.to < before.to) ? next.to : before.to,
  };
}

/** Whether some truck that `one` diverts comes into the scope of `other` while both are in force. */
function leadsTo(one: Order, other: Order): boolean {
  if (one.action.kind !== "divert" || !together(one, other)) return false;
  return overlaps({ ...one, routes: [one.action.route] }, other);
}

/**
 * With which of the standing orders a new one would send trucks in vain: over one or several diversions to where none is
 * taken, or back to a route where they have been; or, as a stop, to whose diversions it takes the way. Looks at scope and
 * time alone: what a truck does not state keeps it out of nothing here.
 */
export function inVainWith<O extends Order>(order: Order, standing: readonly O[]): O[] {
  const found = new Set<O>();
  if (order.action.kind === "stop_intake")
    for (const other of standing) if (leadsTo(other, order)) found.add(other);
  const legs: Leg<O>[] = [{ order, by: [], past: order.routes }];
  for (const leg of legs) {
    const { action } = leg.order;
    if (action.kind !== "divert" || legs.length > mostLegs) continue;
    const past = [...leg.past, action.route];
    for (const other of standing.filter((one) => leadsTo(leg.order, one))) {
      const by = [...leg.by, other];
      const next = other.action;
      if (next.kind === "stop_intake" || (next.kind === "divert" && past.includes(next.route)))
        for (const one of by) found.add(one);
      else if (next.kind === "divert") legs.push({ order: met(leg.order, other), by, past });
    }
  }
  return standing.filter((one) => found.has(one));
}
