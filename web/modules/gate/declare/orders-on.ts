import type { StandingOrder, SteeringView } from "@moc/contract/gate/steering.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { touches } from "@moc/engines/gate/orders.ts";
import type { Draft } from "./draft.ts";

/** The classes of goods that are chosen so far; none while they are unknown. */
export const goodsOn = (draft: Pick<Draft, "goods" | "goodsUnknown">) =>
  draft.goodsUnknown ? [] : draft.goods.flatMap((line) => (line.class ? [line.class] : []));

/** The orders that this truck would stand under on its route: while its goods are unknown, those for some goods too. */
export function ordersOn(
  draft: Pick<Draft, "route" | "kind" | "goods" | "goodsUnknown">,
  steering: Pick<SteeringView, "inForce" | "planned">,
): StandingOrder[] {
  const { direction } = kindTraits[draft.kind];
  const truck = { route: draft.route, direction, goods: goodsOn(draft), origin: null };
  const planned = steering.planned.map((order) => ({ ...order, binds: true, overruledBy: [] }));
  return [...steering.inForce, ...planned].filter((order) => touches(order, truck));
}
