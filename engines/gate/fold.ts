import type { GateEvent, GateEventKind } from "@moc/contract/gate/events.ts";
import type { TripState } from "@moc/contract/gate/trip.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { decided, pendingCheck } from "./checks.ts";
import { bookingAtArrival, inTheQueue } from "./fold-queue.ts";
import { onTheWay } from "./fold-way.ts";
import { kindNow, setOutHome } from "./leg.ts";
import { recordedOf, type Trip, type TripCheck, type TripEntry } from "./trip.ts";
import type { Row, TripStep } from "./trip-row.ts";
import { rowFor } from "./trip-table.ts";

/** The log tells something that the tables forbid: it was not written by this program, or not by this version. */
export class BrokenLog extends Error {
  constructor(entry: TripEntry, detail: string) {
    super(`trip ${entry.trip}: ${entry.event.kind} at ${entry.at}: ${detail}`);
    this.name = "BrokenLog";
  }
}

/** The step of the tables that an event records; `declared` opens a trip and has none. */
export const stepOf = {
  "gate.amended": "amend",
  "gate.requeued": "amend",
  "gate.departed": "depart",
  "gate.signalled": "signal_arrival",
  "gate.arrived": "confirm_arrival",
  "gate.called": "call_forward",
  "gate.reached": "reach_gate",
  "gate.return_declared": "declare_return",
  "gate.crossed_in": "cross_in",
  "gate.yard_entered": "enter_yard",
  "gate.check_decided": "decide_check",
  "gate.checks_done": "finish_checks",
  "gate.transfer_paired": "pair_transfer",
  "gate.cargo_transferred": "transfer_cargo",
  "gate.unit_swapped": "swap_unit",
  "gate.diverted": "divert",
  "gate.inland_allowed": "allow_inland",
  "gate.released": "release",
  "gate.crossed_out": "cross_out",
  "gate.returned": "return",
  "gate.left": "leave",
  "gate.withdrawn": "withdraw",
  "gate.refused": "refuse",
  "gate.expired": "expire",
  "gate.prioritised": "give_priority",
  "gate.held_back": "hold_back",
  "gate.sent_back": "send_back",
  "gate.exception_lifted": "lift_exception",
  "gate.withdrawal_undone": "undo_withdrawal",
  "gate.postponed": "postpone",
  "gate.resumed": "resume",
  "gate.slot_booked": "book_slot",
  "gate.slot_cancelled": "cancel_slot",
  "gate.slot_opened": "open_slot",
} as const satisfies Record<Exclude<GateEventKind, "gate.declared">, TripStep>;

type Opening = Extract<GateEvent, { kind: "gate.declared" }>;
type Later = Exclude<GateEvent, Opening>;

function open(entry: TripEntry, { data }: Opening): Trip {
  const { checks, expiresAt, ...filed } = data;
  return {
    ...filed,
    id: entry.trip,
    checks: checks.map(pendingCheck),
    state: "declared",
    stateSince: entry.at,
    signals: [],
    place: null,
    arrivedAt: null,
    liveAt: null,
    ticket: null,
    priority: null,
    heldBack: null,
    booking: null,
    bookings: 0,
    postponedUntil: null,
    postponements: 0,
    calledAt: null,
    showBy: null,
    yard: null,
    slot: null,
    yardIn: null,
    yardOut: null,
    transferredTo: null,
    transfer: null,
    diversions: [],
    back: null,
    wayHome: null,
    feeStep: "not_installed",
    crossedAt: null,
    outAt: null,
    inAt: null,
    returnBy: null,
    returnedAt: null,
    expiresAt,
    declaredAt: entry.at,
    endedAt: null,
    withdrawnFrom: null,
    simulated: entry.simulated,
    version: 1,
  };
}

function withDecision(
  trip: Trip,
  entry: TripEntry,
  data: Extract<GateEvent, { kind: "gate.check_decided" }>["data"],
) {
  const checks = trip.checks.map((check): TripCheck => {
    if (check.kind !== data.check) return check;
    const state = decided(check.state, data.decision);
    if (state === undefined) throw new BrokenLog(entry, `${check.kind} is ${check.state}`);
    const { reason, channel, reference } = data;
    const kept = channel ?? check.channel;
    const numbers = [...(check.references ?? []), ...(reference === undefined ? [] : [reference])];
    return {
      kind: check.kind,
      state,
      decidedAt: entry.at,
      decidedBy: entry.by,
      reason,
      channel: kept,
      ...(reference !== undefined && { reference }),
      ...(numbers.length > 0 && { references: numbers }),
    };
  });
  if (!checks.some((check) => check.kind === data.check)) throw new BrokenLog(entry, "no such check");
  return { checks };
}

/** A priority and a slot are of one stream of one queue; whoever leaves it leaves them behind. */
function requeued({
  route,
  stream,
  ticket,
  liveAt,
  cause,
}: Extract<GateEvent, { kind: "gate.requeued" }>["data"]): Partial<Trip> {
  return { route, stream, ticket, liveAt, ...(cause !== "goods_known" && { priority: null, booking: null }) };
}

function outOfYard(trip: Trip, entry: TripEntry): Partial<Trip> {
  return trip.yard === null || trip.yardOut !== null ? {} : { yardOut: entry.at };
}

/** A Chinese truck that handed its goods over goes home empty; one that may go inland does not pass Km0 by leaving. */
function left(trip: Trip, entry: TripEntry): Partial<Trip> {
  const empty = trip.transferredTo === null ? {} : { outAt: entry.at, back: null };
  return { endedAt: entry.at, ...empty, ...outOfYard(trip, entry) };
}

/** It stands in a yard, to be checked or, on its way home, to be loaded. */
function stood(trip: Trip, { at }: TripEntry, data: Extract<Later, { kind: "gate.yard_entered" }>["data"]) {
  return { yard: data.yard, slot: data.slot, yardIn: at, yardOut: null, ...setOutHome(trip, at) };
}

/** Inward: the goods of an import cross, an export comes back with others, or a truck comes empty to load. */
function cameIn(trip: Trip, entry: TripEntry, returnBy: string | null): Partial<Trip> {
  const { at } = entry;
  if (trip.back !== null) return { inAt: at, returnedAt: at, ...setOutHome(trip, at) };
  if (trip.direction === "export") return { inAt: at, returnBy };
  const back = trip.outAt === null ? {} : { returnedAt: at };
  return { crossedAt: at, arrivedAt: at, inAt: at, returnBy, ...back };
}

/** Outward: with the goods of an export, or empty to fetch an import. A Chinese truck is home then. */
function wentOut(trip: Trip, entry: TripEntry, returnBy: string | null): Partial<Trip> {
  const crossed = trip.direction === "export" ? { crossedAt: entry.at } : {};
  const ended = kindTraits[trip.kind].country === "CN" ? { endedAt: entry.at } : {};
  return { outAt: entry.at, returnBy, ...crossed, ...ended, ...outOfYard(trip, entry) };
}

/** Checks that were decided stay, whatever is stated anew. */
function amended(trip: Trip, data: Extract<GateEvent, { kind: "gate.amended" }>["data"]): Partial<Trip> {
  const { changed: _, checks, ...filed } = data;
  const known = new Map(trip.checks.map((check) => [check.kind, check]));
  return { ...filed, checks: checks.map((kind) => known.get(kind) ?? pendingCheck(kind)) };
}

/** Seen when the server recorded it; what stood on paper is kept beside it. */
function signalled(
  trip: Trip,
  entry: TripEntry,
  data: Extract<Later, { kind: "gate.signalled" }>["data"],
): Partial<Trip> {
  const seen = entry.paper === undefined ? {} : { seenAt: entry.at };
  return { signals: [...trip.signals, { ...data, recordedAt: recordedOf(entry), ...seen }] };
}

/** It stands in the queue; the first arrival is kept. */
function joined(
  trip: Trip,
  { at, paper }: TripEntry,
  data: Extract<Later, { kind: "gate.arrived" }>["data"],
): Partial<Trip> {
  const { place, liveAt, stream, ticket, slot } = data;
  const came = paper === undefined ? liveAt : at;
  const booked = bookingAtArrival(trip, slot);
  return { place, liveAt, stream, ticket, arrivedAt: trip.arrivedAt ?? came, ...booked };
}

/** What an event changes beside state, time and version. */
function changes(trip: Trip, entry: TripEntry, event: Later): Partial<Trip> {
  switch (event.kind) {
    case "gate.amended":
      return amended(trip, event.data);
    case "gate.requeued":
      return requeued(event.data);
    case "gate.signalled":
      return signalled(trip, entry, event.data);
    case "gate.arrived":
      return joined(trip, entry, event.data);
    case "gate.called":
      return { calledAt: entry.at, showBy: event.data.showBy };
    case "gate.crossed_in":
      return cameIn(trip, entry, event.data.returnBy ?? null);
    case "gate.return_declared":
      return { back: event.data };
    case "gate.yard_entered":
      return stood(trip, entry, event.data);
    case "gate.check_decided":
      return withDecision(trip, entry, event.data);
    case "gate.cargo_transferred":
    case "gate.transfer_paired":
    case "gate.unit_swapped":
    case "gate.diverted":
      return onTheWay(trip, entry, event);
    case "gate.released":
      return { feeStep: event.data.feeStep };
    case "gate.crossed_out":
      return wentOut(trip, entry, event.data.returnBy ?? null);
    case "gate.returned":
      return { returnedAt: entry.at, inAt: entry.at, back: null };
    case "gate.left":
      return left(trip, entry);
    case "gate.postponed":
    case "gate.resumed":
    case "gate.slot_booked":
    case "gate.slot_cancelled":
    case "gate.slot_opened":
    case "gate.prioritised":
    case "gate.held_back":
    case "gate.exception_lifted":
    case "gate.sent_back":
      return inTheQueue(trip, entry, event);
    case "gate.withdrawn":
      return { endedAt: entry.at, withdrawnFrom: event.data.from ?? null, ...outOfYard(trip, entry) };
    case "gate.withdrawal_undone":
      return { endedAt: null, withdrawnFrom: null };
    case "gate.refused":
    case "gate.expired":
      return { endedAt: entry.at, ...outOfYard(trip, entry) };
    case "gate.departed":
    case "gate.reached":
    case "gate.checks_done":
    case "gate.inland_allowed":
      return {};
  }
}

function stateAfter(trip: Trip, { to }: Row): TripState {
  if (to === "before") return trip.withdrawnFrom ?? trip.state;
  return to === "same" ? trip.state : to;
}

/**
 * The trip after one more event; `trip` is null before the first. State changes by the row of the tables alone.
 * Throws BrokenLog for an event that the tables forbid.
 */
export function fold(trip: Trip | null, entry: TripEntry): Trip {
  const { event } = entry;
  if (event.kind === "gate.declared") {
    if (trip !== null) throw new BrokenLog(entry, "declared twice");
    return open(entry, event);
  }
  if (trip === null) throw new BrokenLog(entry, "not declared");
  const row = rowFor(kindNow(trip), trip.state, stepOf[event.kind]);
  if (row === undefined) throw new BrokenLog(entry, `not from ${trip.state}`);
  const state = stateAfter(trip, row);
  return {
    ...trip,
    ...changes(trip, entry, event),
    state,
    stateSince: state === trip.state ? trip.stateSince : entry.at,
    version: trip.version + 1,
  };
}

/** The trip after several events. */
export function foldAll(trip: Trip | null, entries: readonly TripEntry[]): Trip | null {
  return entries.reduce<Trip | null>(fold, trip);
}
