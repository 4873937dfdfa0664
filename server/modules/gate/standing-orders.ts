import type { Direction } from "@moc/contract/values/traffic.ts";
import { type Order, orderState } from "@moc/engines/gate/orders.ts";
import type { Platform } from "../../platform/platform.ts";
import { type OrderRecord, selectStanding } from "./order-store.ts";

/**
 * Orders in force and planned, in memory, because every screen and command of the gate looks at them. Read anew after
 * each change of this process before its answer leaves, and after one of another process when the log tells of it; a
 * call asks the database itself.
 */
export type StandingOrders = { now(): readonly OrderRecord[]; reload(): Promise<void> };

/** Starts to keep them. */
export function keepOrders({ database, clock, follower, log }: Platform): StandingOrders {
  let orders: readonly OrderRecord[] = [];
  async function reload(): Promise<void> {
    orders = await selectStanding(database.db, clock.now());
  }
  const again = () =>
    reload().catch((err: unknown) => log.error({ err }, "the steering orders could not be read again"));
  void again();
  follower.listen((events) => {
    if (events.some((event) => event.kind.startsWith("gate.order_"))) void again();
  });
  return { now: () => orders, reload };
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
