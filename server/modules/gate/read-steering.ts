import type { SteeringView } from "@moc/contract/gate/steering.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { compose, orderState, overlaps } from "@moc/engines/gate/orders.ts";
import { authorise } from "../../platform/authorise.ts";
import { competentFor } from "./competence.ts";
import { mayLift } from "./lift-order.ts";
import { mayByDuty } from "./may-by-duty.ts";
import { selectPast } from "./order-store.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { showOrder } from "./show-order.ts";

const pastShown = 50;

/** Orders in force with what binds where they overlap, planned and past ones, and what the reader may give. */
export async function readSteering(parts: GateParts, caller: Actor | null): Promise<SteeringView> {
  const actor = authorise(gatePolicy, "read_steering", caller, noTrip);
  const at = parts.clock.now();
  const rules = rulesNow(parts);
  const standing = parts.orders.now();
  const of = (state: "in_force" | "planned") =>
    standing.filter((order) => orderState(order, at.toISOString()) === state);
  const inForce = of("in_force");
  const give = mayByDuty(actor, "give_order");
  return {
    now: at.toISOString(),
    inForce: inForce.map((order) => {
      const beside = inForce.filter((other) => other === order || overlaps(order, other));
      const own = compose(beside).find((one) => one.order === order);
      return {
        ...showOrder(order, at),
        binds: own?.binds ?? true,
        overruledBy: (own?.overruledBy ?? []).map((other) => other.number),
        may: [mayLift(rules, actor, order, at)],
      };
    }),
    planned: of("planned").map((order) => ({
      ...showOrder(order, at),
      may: [mayLift(rules, actor, order, at)],
    })),
    past: (await selectPast(parts.database.db, at, pastShown)).map((order) => showOrder(order, at)),
    competent: give.allowed ? competentFor(rules, actor.organisation) : [],
    may: [give],
  };
}
