import type { Alert } from "@moc/contract/gate/operations.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { type Order, orderState } from "@moc/engines/gate/orders.ts";
import type { NoticeRecord } from "./notice-store.ts";

const soon = 6 * 3_600_000; // ms

/** How many wait on one side of a route. */
type Waits = { route: string; direction: Direction; waiting: number };

/** Orders that tell trucks what to do while the other side takes nobody. */
function answers(order: Order, route: string, from: string, now: string): boolean {
  const state = orderState(order, now);
  return (
    order.routes.includes(route) &&
    order.direction !== "import" &&
    (state === "in_force" || state === "planned") &&
    (order.to === null || order.to > from) &&
    ["stop_intake", "divert", "hold_in_park"].includes(order.action.kind)
  );
}

/**
 * Closures of the other side that run or begin within six hours and to which no order answers yet: trucks on their way
 * are told nothing. Harm first: those that have begun before those to come, the most waiting first.
 */
export function noticeAlerts(
  notices: readonly NoticeRecord[],
  orders: readonly Order[],
  waits: readonly Waits[],
  at: Date,
): Alert[] {
  const now = at.toISOString();
  const until = new Date(at.getTime() + soon).toISOString();
  const alerts = notices.flatMap(({ id, routes, says }): Alert[] => {
    if (says.kind !== "closure" || says.from > until || (says.to !== null && says.to <= now)) return [];
    const { from, to } = says;
    return routes
      .filter((route) => !orders.some((order) => answers(order, route, from, now)))
      .map((route) => {
        const waiting = waits.find((row) => row.route === route && row.direction === "export")?.waiting ?? 0;
        return {
          id: `counterpart_closure:${id}:${route}`,
          kind: "counterpart_closure" as const,
          severity: from <= now ? ("bad" as const) : ("warn" as const),
          harmHours: null,
          since: from,
          route,
          direction: "export" as const,
          params: { count: String(waiting), from, to: to ?? "" },
          trips: [],
          action: "give_order" as const,
        };
      });
  });
  return alerts.toSorted(
    (one, other) =>
      one.severity.localeCompare(other.severity) || Number(other.params.count) - Number(one.params.count),
  );
}
