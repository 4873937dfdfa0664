import type { CallPreview } from "@moc/contract/gate/queue.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { type CallFactors, previewCall as preview } from "@moc/engines/gate/call.ts";
import { callWithin } from "@moc/engines/gate/call-within.ts";
import { noCredit } from "@moc/engines/gate/queue.ts";
import type { Verdict } from "@moc/engines/gate/yes-or-no.ts";
import { callRuleFor } from "@moc/engines/registry/rules.ts";
import type { Db, Tx } from "../../platform/database/handle.ts";
import { callable } from "./calling-hours.ts";
import { callingMode, limitNo, limitsOf, orderedOpen } from "./calling-mode.ts";
import { selectQueueFigures } from "./figures-store.ts";
import type { OrderRecord } from "./order-store.ts";
import { type GateParts, momentKey, rulesNow, type ZoneRules } from "./parts.ts";
import { findQueue, selectWaiting, type WaitingTruck } from "./queue-store.ts";
import { queueRule } from "./rules.ts";

type Queue = { route: string; direction: Direction };
/** `count`: how many would be called; the proposal, when absent. */
type Wanted = Queue & { count?: number | undefined };

/** Vehicles that the yards of a route still have room for; null while the room of one of them is unknown. */
function yardRoom(rules: ZoneRules, route: string, inYards: ReadonlyMap<string, number>): number | null {
  const yards = rules.yard.filter((yard) => yard.routes.includes(route));
  if (yards.length === 0 || yards.some((yard) => yard.capacity === null)) return null;
  return yards.reduce(
    (room, yard) => room + Math.max(0, (yard.capacity ?? 0) - (inYards.get(yard.key) ?? 0)),
    0,
  );
}

/** Every factor of the proposal as it stands. */
async function callFactors(
  db: Db | Tx,
  rules: ZoneRules,
  { route, direction }: Queue,
  now: Date,
): Promise<CallFactors> {
  const figures = await selectQueueFigures(db, route, direction, now);
  const rule = callRuleFor(rules.call_rule, route, direction);
  return {
    servicePerHour: figures.servicePerHour,
    assumedPerHour: rule?.assumedPerHour ?? null,
    travelHours: rule?.travelHours ?? null,
    buffer: rule?.buffer ?? null,
    onTheWay: figures.onTheWay,
    yardRoom: yardRoom(rules, route, figures.inYards),
  };
}

/** What a call would do, and whether anybody can be called at all. */
export type CallLook = {
  would: Omit<CallPreview, "mayCall">;
  /** By the rules, the hours of the route and the orders in force. */
  open: Verdict;
  /** Trucks that no guard of their own keeps back. */
  callable: number;
};

/**
 * Looks at a queue as a call would: the same guards, in the same order. Changes nothing; `orders` are those in memory
 * unless the caller's transaction has read them.
 */
export async function lookAtCall(
  parts: GateParts,
  db: Db | Tx,
  input: Wanted,
  orders?: readonly OrderRecord[],
): Promise<CallLook> {
  const { route, direction } = input;
  const rules = rulesNow(parts);
  const now = parts.clock.now();
  const factors = await callFactors(db, rules, input, now);
  const queue = await findQueue(db, route, direction);
  const mode = callingMode(parts, input, now, orders);
  const waiting: WaitingTruck[] = queue === undefined ? [] : await selectWaiting(db, input, mode);
  const limits = await limitsOf(db, mode, input);
  const credit = queue?.credit ?? noCredit;
  const able = waiting.filter((truck) => truck.passedOver === null).length;
  const rule = queueRule(rules, route, direction);
  const full = able > 0 && callWithin(waiting, rule, credit, 1, limits).called.length === 0;
  const ruled = callable(parts, rules, input, now);
  const ordered = ruled.allowed ? orderedOpen(mode, input) : ruled;
  const open = ordered.allowed && full ? limitNo(limits, route) : ordered;
  const would = preview(waiting, rule, credit, factors, open.allowed ? input.count : 0, limits);
  return { would: { ...would, proposed: open.allowed ? would.proposed : 0 }, open, callable: able };
}

/** The same for readers: all who look at one moment are told the same, which is worked out once. */
export function lookNow(parts: GateParts, input: Wanted): Promise<CallLook> {
  const { route, direction, count = null } = input;
  return parts.calls.once(`${momentKey(parts)} ${JSON.stringify([route, direction, count])}`, () =>
    lookAtCall(parts, parts.database.db, input),
  );
}
