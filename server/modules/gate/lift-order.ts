import type { OrderView } from "@moc/contract/gate/steering.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { orderState } from "@moc/engines/gate/orders.ts";
import { no, type Verdict, yes } from "@moc/engines/gate/yes-or-no.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { refuseBy } from "./change-trip.ts";
import { standsAbove } from "./competence.ts";
import { duties } from "./duties.ts";
import { shownOrder } from "./give-order.ts";
import { findOrder, lockOrders, type OrderRecord, saveLifting } from "./order-store.ts";
import { orderName } from "./order-words.ts";
import { type GateParts, rulesNow, type ZoneRules } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

/** Whether an actor may lift an order: who gave it, or an organisation above. Reasons: `not_allowed`, `order_over`. */
function liftVerdict(rules: ZoneRules, actor: Actor, order: OrderRecord, at: Date): Verdict {
  const above = gatePolicy.give_order(actor, noTrip) && standsAbove(rules, actor.organisation, order.issuer);
  if (!above) return no("not_allowed", { who: order.issuer });
  const state = orderState(order, at.toISOString());
  return state === "over" || state === "lifted" ? no("order_over", { order: orderName(order) }) : yes;
}

/** The line that says whether an order may be lifted. */
export function mayLift(rules: ZoneRules, actor: Actor, order: OrderRecord, at: Date): May {
  const verdict = liftVerdict(rules, actor, order, at);
  const { allowed } = verdict;
  return verdict.allowed
    ? { action: "lift_order", allowed }
    : { action: "lift_order", allowed, reason: verdict.reason, params: verdict.params };
}

/**
 * Lifts an order from this moment on: a record of its own with its reason; the order stays as it was given.
 * @throws Refusal `order_not_found`, `order_over`
 */
export async function liftOrder(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; order: string; reason: string },
): Promise<{ order: OrderView }> {
  const actor = authorise(gatePolicy, "give_order", caller, noTrip);
  const { order: id, reason } = input;
  const role = roleAmong(actor, duties.give_order);
  await parts.once({ name: "gate.lift_order", actor, role, input }, async (work) => {
    await lockOrders(work.tx);
    const order = await findOrder(work.tx, id);
    if (order === undefined) throw new Refusal("order_not_found", { field: "order" });
    const at = work.now();
    refuseBy(liftVerdict(rulesNow(parts), actor, order, at));
    await saveLifting(work.tx, id, at.toISOString(), reason);
    work.emit({ kind: "gate.order_lifted", subject: id, occurredAt: at, data: { reason } });
    return {};
  });
  await parts.orders.reload();
  return shownOrder(parts, id);
}
