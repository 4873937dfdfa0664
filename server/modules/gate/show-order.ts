import type { OrderView } from "@moc/contract/gate/steering.ts";
import { orderState } from "@moc/engines/gate/orders.ts";
import type { OrderRecord } from "./order-store.ts";

/** An order as everybody may read it, as it stands at a moment. */
export function showOrder(order: OrderRecord, at: Date): OrderView {
  return { ...order, state: orderState(order, at.toISOString()) };
}
