import { randomUUID } from "node:crypto";
import type { NewOrder, OrderGiven, OrderView } from "@moc/contract/gate/steering.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { civilDay } from "../../platform/time/clock.ts";
import { competentFor, competentParams } from "./competence.ts";
import { duties } from "./duties.ts";
import { findOrder, lockOrders, nextNumber, saveOrder } from "./order-store.ts";
import { type GateParts, rulesNow, type ZoneRules } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { hasRoute, placeFor } from "./rules.ts";
import { showOrder } from "./show-order.ts";
import { tellOrder } from "./tell.ts";

type Scope = Pick<NewOrder, "gate" | "routes" | "direction" | "action">;

/** The routes that an order names, those of its gate included. @throws Refusal `route_not_found`, `order_scope_empty` */
export function routesOf(rules: ZoneRules, { gate, routes }: Scope): string[] {
  const strange = routes.findIndex((route) => !hasRoute(rules, route));
  if (strange >= 0) throw new Refusal("route_not_found", { field: `order.routes.${strange}` });
  const own = rules.route.filter((row) => gate !== null && row.gate === gate).map((row) => row.key);
  const named = [...new Set([...own, ...routes])];
  if (named.length === 0) throw new Refusal("order_scope_empty", { field: "order.routes" });
  return named;
}

/** What an action asks of its scope. @throws Refusal `place_not_found`, `place_serves_other_route`, `order_…` */
export function refuseUnfit(rules: ZoneRules, { direction, action }: Scope, routes: readonly string[]): void {
  if (action.kind === "divert") {
    if (!hasRoute(rules, action.route)) throw new Refusal("route_not_found", { field: "order.action.route" });
    if (routes.includes(action.route)) {
      const params = { route: action.route };
      throw new Refusal("order_diverts_to_itself", { field: "order.action.route", params });
    }
  }
  if (action.kind !== "hold_in_park") return;
  if (direction !== "export") throw new Refusal("order_holds_exports_only", { field: "order.direction" });
  for (const route of routes) {
    const serves = placeFor(rules, route, action.park, { parks: true });
    if (serves === "unknown") throw new Refusal("place_not_found", { field: "order.action.park" });
    if (serves === "other_route") {
      throw new Refusal("place_serves_other_route", { field: "order.action.park" });
    }
  }
}

/** When it begins: at once, or later. @throws Refusal `order_dates` naming the field */
function refuseDates({ from, to }: Pick<NewOrder, "from" | "to">, at: string): string {
  if (from !== null && from < at) throw new Refusal("order_dates", { field: "order.from" });
  const begins = from ?? at;
  if (to !== null && to <= begins) throw new Refusal("order_dates", { field: "order.to" });
  return begins;
}

/**
 * Gives a steering order in the name of the officer's organisation; in force at once everywhere, or from its first
 * instant on. @throws Refusal `order_not_competent`, `order_dates`, those of its scope and action
 */
export async function giveOrder(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; order: NewOrder },
): Promise<{ order: OrderView }> {
  const actor = authorise(gatePolicy, "give_order", caller, noTrip);
  const { order } = input;
  const rules = rulesNow(parts);
  const issuer = actor.organisation ?? ""; // authorise has seen that there is one
  const role = roleAmong(actor, duties.give_order);
  const { id } = await parts.once({ name: "gate.give_order", actor, role, input }, async (work) => {
    const { kind } = order.action;
    if (!competentFor(rules, issuer).includes(kind)) {
      const params = competentParams(rules, kind);
      throw new Refusal("order_not_competent", { field: "order.action", params });
    }
    const routes = routesOf(rules, order);
    refuseUnfit(rules, order, routes);
    await lockOrders(work.tx);
    const at = work.now();
    const givenAt = at.toISOString();
    const from = refuseDates(order, givenAt);
    const year = Number(civilDay(at, parts.clock.timeZone).slice(0, 4));
    const number = await nextNumber(work.tx, year);
    const given: OrderGiven = { ...order, routes, from, number, year, issuer };
    const subject = randomUUID();
    await saveOrder(work.tx, { id: subject, given, givenAt, simulated: actor.simulated });
    await tellOrder(work.tx, { ...given, id: subject, givenAt, liftedAt: null }, at);
    work.emit({ kind: "gate.order_given", subject, occurredAt: at, data: given });
    return { id: subject };
  });
  await parts.orders.reload();
  return shownOrder(parts, id);
}

/** The answer to a command on one order. @throws Refusal `order_not_found` */
export async function shownOrder(parts: GateParts, id: string): Promise<{ order: OrderView }> {
  const order = await findOrder(parts.database.db, id);
  if (order === undefined) throw new Refusal("order_not_found");
  return { order: showOrder(order, parts.clock.now()) };
}
