import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { restatedChecks } from "@moc/engines/gate/checks.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { commandVerdict } from "@moc/engines/gate/verdict.ts";
import { no, type Verdict } from "@moc/engines/gate/yes-or-no.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import type { Work } from "../../platform/once.ts";
import { setTimers } from "../../platform/time/timers.ts";
import { duties } from "./duties.ts";
import { fileOf } from "./filing.ts";
import { type GateParts, rulesNow, type ZoneRules } from "./parts.ts";
import { callerOf, gatePolicy, noTrip, rowOf } from "./policy.ts";
import { ensureQueue, lockQueue, type NewChange, saveQueue } from "./queue-store.ts";
import { refuseNames } from "./refuse-names.ts";
import { hasRoute, limitEnd } from "./rules.ts";
import { settle, toLog } from "./settle.ts";
import { notArrivedTimer } from "./timer-kinds.ts";
import { findTrips, saveTrips } from "./trip-store.ts";

export type Way = { route: string; direction: Direction; to: string };
type Input = Way & { command: string; trips: string[]; reason: string; order?: string | undefined };
export type Left = {
  trip: string;
  plate: Trip["vehicle"]["plate"];
  reason: string;
  params: Record<string, string>;
};

/** Who may divert waiting trucks, and between which routes. @throws Refusal `route_not_found`, `divert_same_route` */
export function diverter(rules: ZoneRules, caller: Actor | null, { route, to }: Way): Actor {
  const actor = authorise(gatePolicy, "divert_queue", caller, noTrip);
  if (!hasRoute(rules, route)) throw new Refusal("route_not_found", { field: "route" });
  if (!hasRoute(rules, to)) throw new Refusal("route_not_found", { field: "to" });
  if (to === route) throw new Refusal("divert_same_route", { field: "to" });
  return actor;
}

/** Whether one truck of a queue may be sent on. Reasons: `left_queue`, `route_closed_to_kind`, those of the table. */
function divertible(rules: ZoneRules, actor: Actor, trip: Trip, { route, to }: Way, at: string): Verdict {
  if (trip.state !== "holding" || trip.route !== route) return no("left_queue");
  const admits = rules.route.find((row) => row.key === to)?.admits ?? [];
  if (!admits.includes(trip.kind)) return no("route_closed_to_kind", { route: to });
  return commandVerdict(trip, "divert", callerOf(actor, rowOf(trip, rules)), at);
}

/** Trucks of one queue parted into those that may be sent on and those that stay, with the reason of each. */
export function partTrucks(rules: ZoneRules, actor: Actor, trips: readonly Trip[], way: Way, at: Date) {
  const go: Trip[] = [];
  const left: Left[] = [];
  for (const trip of trips) {
    const verdict = divertible(rules, actor, trip, way, at.toISOString());
    if (verdict.allowed) go.push(trip);
    else {
      const { reason, params } = verdict;
      left.push({ trip: trip.id, plate: trip.vehicle.plate, reason, params });
    }
  }
  return { go, left };
}

async function divertTrucks(parts: GateParts, work: Work, rules: ZoneRules, input: Input) {
  const { tx, actor, now, emit } = work;
  const { route, direction, to, reason, order = null } = input;
  const queue = await lockQueue(tx, route, direction);
  await ensureQueue(tx, to, direction); // the queue that they will join has to be there
  const at = now();
  const { go, left } = partTrucks(rules, actor, await findTrips(tx, input.trips), input, at);
  if (queue === undefined || go.length === 0) throw new Refusal("nobody_to_divert");
  const expires = limitEnd(rules, "declaration_not_arrived", to, at);
  const mark = { at: at.toISOString(), by: actor.id };
  const trips: Trip[] = [];
  const changes: NewChange[] = [];
  for (const trip of go) {
    await refuseNames(parts, tx, trip, { reason: [reason] });
    const { gate, stream, checks: applying } = fileOf(rules, { ...trip, route: to }, trip.person);
    const checks = restatedChecks(trip, applying);
    const said = { from: route, to, gate, stream, checks, expiresAt: expires.toISOString(), reason, order };
    const settled = settle(trip, [{ kind: "gate.diverted", data: said }], mark, undefined);
    trips.push(settled.trip);
    changes.push(...settled.changes);
    for (const event of toLog(settled)) emit(event);
  }
  await saveTrips(tx, trips);
  await saveQueue(tx, queue, changes);
  const diverted = trips.map((trip) => trip.id);
  await setTimers(
    tx,
    diverted.map((subject) => ({ kind: notArrivedTimer, subject, dueAt: expires })),
  );
  return { diverted, stayed: left.map(({ trip }) => trip) };
}

/**
 * Sends waiting trucks to another route by one command: those that still wait here, the others are named with the reason.
 * Each gives up its place, arrives anew, and reads why in its story.
 * @throws Refusal `route_not_found`, `divert_same_route`, `nobody_to_divert`, `rule_missing`, `text_names_person`
 */
export async function divertQueue(
  parts: GateParts,
  caller: Actor | null,
  input: Input,
): Promise<{ diverted: string[]; left: Left[] }> {
  const rules = rulesNow(parts);
  const actor = diverter(rules, caller, input);
  const role = roleAmong(actor, duties.divert_queue);
  const { diverted, stayed } = await parts.once({ name: "gate.divert_queue", actor, role, input }, (work) =>
    divertTrucks(parts, work, rules, input),
  );
  const others = await findTrips(parts.database.db, stayed);
  const { left } = partTrucks(rules, actor, others, input, parts.clock.now());
  return { diverted, left };
}
