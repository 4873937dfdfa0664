import type { NewOrder, OrderEffect } from "@moc/contract/gate/steering.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { inVainWith } from "@moc/engines/gate/in-vain.ts";
import { type Order, orderState, overlaps, overrules, together, touches } from "@moc/engines/gate/orders.ts";
import { authorise } from "../../platform/authorise.ts";
import { refuseUnfit, routesOf } from "./give-order.ts";
import { selectSteered } from "./order-store.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

type Wanted = Omit<NewOrder, "document" | "text">;

/**
 * Whom an order would touch, queue by queue, and what would bind beside the orders that stand; changes nothing.
 * @throws Refusal those of the scope and action of `giveOrder`
 */
export async function previewOrder(
  parts: GateParts,
  caller: Actor | null,
  wanted: Wanted,
): Promise<{ effects: OrderEffect[] }> {
  authorise(gatePolicy, "give_order", caller, noTrip);
  const rules = rulesNow(parts);
  const routes = routesOf(rules, wanted);
  refuseUnfit(rules, wanted, routes);
  const now = parts.clock.now().toISOString();
  const order: Order = { ...wanted, id: "", givenAt: now, routes, from: wanted.from ?? now, liftedAt: null };
  const trucks = await selectSteered(parts.database.db, routes);
  const standing = parts.orders
    .now()
    .filter((other) => ["in_force", "planned"].includes(orderState(other, now)) && together(order, other));
  const directions: Direction[] = order.direction === null ? ["export", "import"] : [order.direction];
  const effects = routes.flatMap((route) =>
    directions.map((direction): OrderEffect => {
      const own = { ...order, routes: [route], direction };
      const touched = trucks.filter((truck) => touches(own, truck));
      const beside = standing.filter((other) => overlaps(own, other));
      const waiting = touched.filter((truck) => truck.waiting).length;
      const stricter = beside.filter((other) => overrules(other, order)).map((other) => other.number);
      const overruled = beside.filter((other) => overrules(order, other)).map((other) => other.number);
      const inVain = inVainWith(own, standing).map((other) => other.number);
      const announced = touched.length - waiting;
      const binds = stricter.length === 0;
      return { route, direction, waiting, announced, binds, stricter, overruled, inVain };
    }),
  );
  return { effects };
}
