import { Refusal } from "@moc/contract/values/refusal.ts";
import { bindingFor } from "@moc/engines/gate/orders.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { callingMode, steeredOf } from "./calling-mode.ts";
import { orderNo, outlasts } from "./order-words.ts";
import type { GateParts } from "./parts.ts";

/**
 * A declaration is refused only when an order outlasts it: what a stop or a diversion ends before the truck has to come
 * stands against nobody who files today. @throws Refusal `order_stops`, `order_diverts`, with the order's public text
 */
export function refuseSteered(
  parts: GateParts,
  trip: Pick<Trip, "route" | "direction" | "goods" | "origin" | "expiresAt">,
  now: Date,
): void {
  const at = now.toISOString();
  const mode = callingMode(parts, trip, now);
  const truck = steeredOf({ ...trip, declaredAt: at });
  const lasting = mode.orders.filter((order) => outlasts(order, trip.expiresAt, at));
  const binding = bindingFor(lasting, truck, at);
  const order = binding.stop_intake ?? binding.divert;
  const verdict = order === undefined ? null : orderNo(order, trip.route);
  if (verdict === null || verdict.allowed) return;
  throw new Refusal(verdict.reason, { field: "declaration.route", params: verdict.params });
}
