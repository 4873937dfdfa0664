import { randomUUID } from "node:crypto";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { TripRow } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { callWithin } from "@moc/engines/gate/call-within.ts";
import type { Call } from "@moc/engines/gate/queue.ts";
import { authorise } from "../../platform/authorise.ts";
import type { Work } from "../../platform/once.ts";
import { setTimers } from "../../platform/time/timers.ts";
import { callable, showUpBy } from "./calling-hours.ts";
import { callingMode, limitNo, limitsOf, orderedOpen } from "./calling-mode.ts";
import { refuseBy } from "./change-trip.ts";
import { selectStanding } from "./order-store.ts";
import type { ZoneRules } from "./parts.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { lockQueue, type NewChange, saveQueue, selectWaiting, type WaitingTruck } from "./queue-store.ts";
import { hasRoute, queueRule } from "./rules.ts";
import { type Settled, settle, toLog } from "./settle.ts";
import { showRow } from "./show-trip.ts";
import { tellOf } from "./tell.ts";
import { noShowTimer } from "./timer-kinds.ts";
import { findTrips, saveTrips } from "./trip-store.ts";

type Input = { command: string; route: string; direction: Direction; count: number };
/** `automatic`: the automatic that calls; undefined: a person. */
type Wanted = Omit<Input, "command"> & { automatic?: string };

function calledEvents(call: Call, said: { call: string; rule: string; showBy: string; automatic?: string }) {
  return new Map(
    call.called.map(({ trip, stream, place }): [string, GateEvent] => {
      const passedOver = call.passedOver
        .filter((other) => other.place < place)
        .map((other) => ({ trip: other.trip, reason: other.passedOver ?? "" }));
      return [
        trip,
        {
          kind: "gate.called",
          data: { ...said, stream, place, passedOver, credit: call.credit },
        },
      ];
    }),
  );
}

function neverCalled(): never {
  throw new Error("a truck was read that was not called");
}

/**
 * The call itself, of a person and of an automatic alike, under the queue's lock. @returns who was called
 * @throws Refusal as `callForward`
 */
export async function callTrucks(
  parts: GateParts,
  work: Work,
  rules: ZoneRules,
  input: Wanted,
): Promise<string[]> {
  const { tx, actor, now, emit } = work;
  const { route, direction, automatic } = input;
  const queue = await lockQueue(tx, route, direction);
  const at = now();
  refuseBy(callable(parts, rules, input, at));
  const mode = callingMode(parts, input, at, await selectStanding(tx, at));
  refuseBy(orderedOpen(mode, input));
  const limits = await limitsOf(tx, mode, input);
  const waiting: WaitingTruck[] = queue === undefined ? [] : await selectWaiting(tx, input, mode);
  const rule = queueRule(rules, route, direction);
  const call = callWithin(waiting, rule, queue?.credit ?? { virtual: 0, passes: {} }, input.count, limits);
  if (call.called.length === 0 && waiting.some((truck) => truck.passedOver === null))
    refuseBy(limitNo(limits, route));
  if (queue === undefined || call.called.length === 0) throw new Refusal("nobody_to_call");
  const showBy = showUpBy(parts, rules, route, at);
  const events = calledEvents(call, {
    call: randomUUID(),
    rule: rule.key,
    showBy: showBy.toISOString(),
    ...(automatic !== undefined && { automatic }),
  });
  const mark = { at: at.toISOString(), by: actor.id };
  const told: Settled[] = [];
  const changes: NewChange[] = [];
  for (const trip of await findTrips(tx, [...events.keys()])) {
    const settled = settle(trip, [events.get(trip.id) ?? neverCalled()], mark, undefined);
    told.push(settled);
    changes.push(...settled.changes);
    for (const event of toLog(settled)) emit(event);
  }
  const trips = told.map(({ trip }) => trip);
  await saveTrips(tx, trips);
  await tellOf(tx, told, at);
  await saveQueue(tx, { ...queue, credit: call.credit }, changes);
  const ids = trips.map((trip) => trip.id);
  await setTimers(
    tx,
    ids.map((subject) => ({ kind: noShowTimer, subject, dueAt: showBy })),
  );
  return ids;
}

/**
 * Calls the first trucks of a queue by its published rule. Who stands before a called truck and is not called is named
 * in the event with the public reason.
 * @throws Refusal `route_not_found`, `route_closed`, `route_closed_until_told`, `rule_missing`, `order_stops`,
 * `order_diverts`, `order_limits`, `nobody_to_call`
 */
export async function callForward(
  parts: GateParts,
  caller: Actor | null,
  input: Input,
): Promise<{ called: TripRow[] }> {
  const actor = authorise(gatePolicy, "call_forward", caller, noTrip);
  const rules = rulesNow(parts);
  if (!hasRoute(rules, input.route)) throw new Refusal("route_not_found", { field: "route" });
  const command = { name: "gate.call_forward", actor, role: "dispatcher", input } as const;
  const { trips } = await parts.once(command, async (work) => ({
    trips: await callTrucks(parts, work, rules, input),
  }));
  return { called: (await findTrips(parts.database.db, trips)).map((trip) => showRow(trip)) };
}
