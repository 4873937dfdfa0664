import type { CallPreview, MayCall } from "@moc/contract/gate/queue.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { type CallFactors, previewCall as preview } from "@moc/engines/gate/call.ts";
import { callWithin } from "@moc/engines/gate/call-within.ts";
import { noCredit } from "@moc/engines/gate/queue.ts";
import type { Verdict } from "@moc/engines/gate/yes-or-no.ts";
import { callRuleFor } from "@moc/engines/registry/rules.ts";
import { authorise } from "../../platform/authorise.ts";
import { callable } from "./calling-hours.ts";
import { callingMode, limitNo, limitsOf, orderedOpen } from "./calling-mode.ts";
import { selectQueueFigures } from "./figures-store.ts";
import type { ZoneRules } from "./parts.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { findQueue, selectWaiting, type WaitingTruck } from "./queue-store.ts";
import { hasRoute, queueRule } from "./rules.ts";

type Input = { route: string; direction: Direction; count?: number | undefined };

/** Vehicles that the yards of a route still have room for; null while the room of one of them is unknown. */
export function yardRoom(
  rules: ZoneRules,
  route: string,
  inYards: ReadonlyMap<string, number>,
): number | null {
  const yards = rules.yard.filter((yard) => yard.routes.includes(route));
  if (yards.length === 0 || yards.some((yard) => yard.capacity === null)) return null;
  return yards.reduce(
    (room, yard) => room + Math.max(0, (yard.capacity ?? 0) - (inYards.get(yard.key) ?? 0)),
    0,
  );
}

/** Every factor of the proposal as it stands. */
export async function callFactors(
  parts: GateParts,
  rules: ZoneRules,
  route: string,
  direction: Direction,
): Promise<CallFactors> {
  const figures = await selectQueueFigures(parts.database.db, route, direction, parts.clock.now());
  const rule = callRuleFor(rules.call_rule, route, direction);
  return {
    servicePerHour: figures.servicePerHour,
    assumedPerHour: rule?.assumedPerHour ?? null,
    travelHours: rule?.travelHours ?? 0,
    buffer: rule?.buffer ?? 0,
    onTheWay: figures.onTheWay,
    yardRoom: yardRoom(rules, route, figures.inYards),
  };
}

/** What a call would do, in words and figures; changes nothing. @throws Refusal `route_not_found` */
export async function previewCall(
  parts: GateParts,
  caller: Actor | null,
  input: Input,
): Promise<CallPreview> {
  const actor = authorise(gatePolicy, "read_queue", caller, noTrip);
  const { route, direction } = input;
  const rules = rulesNow(parts);
  if (!hasRoute(rules, route)) throw new Refusal("route_not_found", { field: "route" });
  const { db } = parts.database;
  const factors = await callFactors(parts, rules, route, direction);
  const queue = await findQueue(db, route, direction);
  const now = parts.clock.now();
  const mode = callingMode(parts, input, now);
  const waiting: WaitingTruck[] = queue === undefined ? [] : await selectWaiting(db, input, mode);
  const limits = await limitsOf(db, mode, input);
  const credit = queue?.credit ?? noCredit;
  const anybody = waiting.some((truck) => truck.passedOver === null);
  const rule = queueRule(rules, route, direction);
  const full = callWithin(waiting, rule, credit, 1, limits).called.length === 0 && anybody;
  const ruled = callable(parts, rules, input, now);
  const ordered = ruled.allowed ? orderedOpen(mode, input) : ruled;
  const open = ordered.allowed && full ? limitNo(limits, route) : ordered;
  const count = open.allowed ? input.count : 0;
  const would = preview(waiting, rule, credit, factors, count, limits);
  return {
    ...would,
    proposed: open.allowed ? would.proposed : 0,
    mayCall: mayCall(actor, open, anybody),
  };
}

/** Whether this reader may call now, and why not: by duty, by the hours of the route, or because nobody can be called. */
export function mayCall(actor: Actor, open: Verdict, anybody: boolean): MayCall {
  const no = (reason: string, params: Record<string, string> = {}) => ({ allowed: false, reason, params });
  if (!gatePolicy.call_forward(actor, noTrip)) return no("not_allowed", { who: "dispatcher" });
  if (!open.allowed) return no(open.reason, open.params);
  return anybody ? { allowed: true, reason: null, params: {} } : no("nobody_to_call");
}
