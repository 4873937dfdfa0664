import { type Order, orderState } from "@moc/engines/gate/orders.ts";
import { no, type Verdict } from "@moc/engines/gate/yes-or-no.ts";
import type { OrderRecord } from "./order-store.ts";

/** How an order is named: `3/2026`. */
export function orderName({ number, year }: Pick<OrderRecord, "number" | "year">): string {
  return `${number}/${year}`;
}

/** The values with which a refusal names an order. `until` empty: until it is lifted. */
export function orderParams(order: OrderRecord, route: string): Record<string, string> {
  const { text, to } = order;
  const said = { text_vi: text.vi, text_en: text.en, text_zh: text.zh };
  return { order: orderName(order), route, until: to ?? "", ...said };
}

/** Why an order lets nobody through on a route. Reasons: `order_stops`, `order_diverts` with the way to go. */
export function orderNo(order: OrderRecord, route: string): Verdict {
  const params = orderParams(order, route);
  const { action } = order;
  return action.kind === "divert"
    ? no("order_diverts", { ...params, to: action.route })
    : no("order_stops", params);
}

/** Whether an order still stands when something ends; open ends outlast everything. */
export function outlasts(order: Pick<Order, "from" | "to" | "liftedAt">, end: string, now: string): boolean {
  return orderState(order, now) === "in_force" && (order.to === null || order.to >= end);
}
