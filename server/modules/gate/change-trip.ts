import type { CheckKind } from "@moc/contract/gate/check.ts";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { PaperMark } from "@moc/contract/gate/paper-act.ts";
import type { TripCommand, TripView } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { type Decision, isStale } from "@moc/engines/gate/stale.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { type Caller, commandVerdict } from "@moc/engines/gate/verdict.ts";
import type { Verdict } from "@moc/engines/gate/yes-or-no.ts";
import { roleAmong } from "../../platform/authorise.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { readSubject } from "../../platform/events/read-subject.ts";
import type { Work } from "../../platform/once.ts";
import { lockInQueue } from "./lock-trip.ts";
import type { ZoneRules } from "./parts.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { callerOf, gatePolicy, rolesFor, rowOf } from "./policy.ts";
import { ensureQueue, lockQueue, type Queue, saveQueues } from "./queue-store.ts";
import { settle, toLog } from "./settle.ts";
import { showChanged } from "./show-changed.ts";
import { tellOf } from "./tell.ts";
import { tripEntries } from "./trip-entries.ts";
import { saveTrips } from "./trip-store.ts";

/** All that a command decides by. */
export type Situation = {
  tx: Tx;
  trip: Trip;
  actor: Actor;
  caller: Caller;
  rules: ZoneRules;
  /** Zone time of the record, taken after the rows were locked. */
  now: Date;
  /** The queue that the trip stands in or may join, held. */
  queue: Queue | undefined;
  /** Holds another queue too; it is stored with the trip. */
  hold: (route: string) => Promise<Queue | undefined>;
};

/** What every command on a trip carries; the rest of its content counts for repeats and is the command's own. */
export type TripCommandInput = {
  command: string;
  trip: string;
  seen?: number | undefined;
  check?: CheckKind | undefined;
  /** Another route that the trip may be moved to; its queue is held from the beginning. */
  route?: string | undefined;
};

/** Commands by which a trip comes back to the queue that it had left. */
const rejoining: readonly TripCommand[] = ["send_back", "undo_withdrawal", "postpone"];

/** Throws the refusal that a verdict names. */
export function refuseBy(verdict: Verdict): void {
  if (!verdict.allowed) throw new Refusal(verdict.reason, { params: verdict.params });
}

/** The capacities in which the actor may give this command on the trip now. @throws Refusal `not_allowed`, those of the table */
export function mayChange(trip: Trip, actor: Actor, name: TripCommand, rules: ZoneRules, at: Date): Caller {
  const row = rowOf(trip, rules);
  if (!gatePolicy.read_trip(actor, row)) throw new Refusal("not_allowed");
  const caller = callerOf(actor, row);
  refuseBy(commandVerdict(trip, name, caller, at.toISOString()));
  return caller;
}

/** The log is asked only when the picture is not the present one. @throws Refusal `stale_state` */
async function refuseStale(
  tx: Tx,
  trip: Trip,
  { seen }: TripCommandInput,
  decision: Decision,
): Promise<void> {
  if (seen === undefined || seen === trip.version) return;
  const entries = tripEntries(await readSubject(tx, trip.id));
  if (isStale(entries, seen, decision)) throw new Refusal("stale_state");
}

/** An act that was done on paper: the time that stands there, and the mark that its events carry. */
export type OnPaper = { at: Date; mark: PaperMark };

type Decide = (situation: Situation) => Promise<GateEvent[]> | GateEvent[];
type Asked = { name: TripCommand; input: TripCommandInput; paper?: OnPaper };

/**
 * One command on one trip inside its transaction: lock, look who asks, ask the state table, decide, store state and
 * events together. `decide` says what happened; what follows of itself is added here.
 * @throws Refusal `trip_not_found`, `not_allowed`, `stale_state`, those of the table, and those of `decide`
 */
export async function applyToTrip(
  parts: GateParts,
  { tx, actor, now, emit }: Work,
  { name, input, paper }: Asked,
  decide: Decide,
): Promise<void> {
  const rules = rulesNow(parts);
  const locked = await lockInQueue(tx, input.trip, {
    rejoining: rejoining.includes(name),
    also: input.route,
  });
  const { trip, queue, queues: held } = locked;
  if (trip === undefined) throw new Refusal("trip_not_found");
  const at = paper?.at ?? now();
  const caller = mayChange(trip, actor, name, rules, at);
  await refuseStale(tx, trip, input, { command: name, check: input.check });
  const hold = async (route: string) => {
    const known = held.find((one) => one.route === route);
    if (known !== undefined) return known;
    await ensureQueue(tx, route, trip.direction);
    const other = await lockQueue(tx, route, trip.direction);
    if (other !== undefined) held.push(other);
    return other;
  };
  const said = await decide({ tx, trip, actor, caller, rules, now: at, queue, hold });
  const mark = { at: at.toISOString(), by: actor.id, paper: paper?.mark };
  const settled = settle(trip, said, mark, queue);
  await saveTrips(tx, [settled.trip]);
  await tellOf(tx, [settled], now());
  await saveQueues(tx, held, settled.changes);
  for (const event of toLog(settled)) emit(event);
}

/** One command on one trip, once. Answers with the trip as the caller sees it afterwards. @throws as `applyToTrip` */
export async function changeTrip(
  parts: GateParts,
  actor: Actor | null,
  name: TripCommand,
  input: TripCommandInput,
  decide: Decide,
): Promise<{ trip: TripView }> {
  if (actor === null) throw new Refusal("not_signed_in");
  const role = roleAmong(actor, rolesFor(name));
  await parts.once({ name: `gate.${name}`, actor, role, input }, async (work) => {
    await applyToTrip(parts, work, { name, input }, decide);
    return {};
  });
  return showChanged(parts, actor, input.trip);
}
