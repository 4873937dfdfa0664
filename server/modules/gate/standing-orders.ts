import type { Direction } from "@moc/contract/values/traffic.ts";
import { type Order, orderState } from "@moc/engines/gate/orders.ts";
import { type Known, keepKnown } from "../../platform/events/keep-known.ts";
import type { Platform } from "../../platform/platform.ts";
import { type OrderRecord, selectStanding } from "./order-store.ts";

/**
 * Orders in force and planned, in memory, because every screen and command of the gate looks at them; a call asks the
 * database itself.
 */
export type StandingOrders = Known<readonly OrderRecord[]>;

/** Starts to keep them. */
export function keepOrders(platform: Platform): Promise<StandingOrders> {
  const { database, clock } = platform;
  const concerns = (kind: string) => kind.startsWith("gate.order_");
  return keepKnown(platform, concerns, () => selectStanding(database.db, clock.now()));
}

/** Those that are in force for some truck of one queue. */
export function ordersOn<O extends Order>(
  orders: readonly O[],
  { route, direction }: { route: string; direction: Direction },
  at: Date,
): O[] {
  const now = at.toISOString();
  return orders.filter(
    (order) =>
      orderState(order, now) === "in_force" &&
      order.routes.includes(route) &&
      (order.direction === null || order.direction === direction),
  );
}
