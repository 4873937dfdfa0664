import type { CheckKind } from "@moc/contract/gate/check.ts";
import type { GateEvent, GateEventKind } from "@moc/contract/gate/events.ts";
import type { TripCommand } from "@moc/contract/gate/trip.ts";
import type { TripEntry } from "./trip.ts";

/** A command that was given on a picture of the trip; of which check, when it decides one. */
export interface Decision {
  command: TripCommand;
  check?: CheckKind | undefined;
}

type Bearing = (event: GateEvent, decision: Decision) => boolean;

const always: Bearing = () => true;
const never: Bearing = () => false;

/** A force decides its own check on what was filed; a release looks at every check; an amendment at what was filed. */
const ofCheck: Bearing = (event, { command, check }) => {
  if (command === "amend") return false;
  return event.kind !== "gate.check_decided" || check === undefined || event.data.check === check;
};

/**
 * Which later events take the ground from under a decision. Where the truck has got to is none of them: what its state
 * still allows, the tables say anyway.
 */
const bearing = {
  "gate.declared": always,
  "gate.amended": always,
  "gate.return_declared": always,
  "gate.check_decided": ofCheck,
  "gate.transfer_paired": never,
  "gate.unit_swapped": always,
  "gate.diverted": always,
  "gate.cargo_transferred": (_event, { command }) => command !== "amend",
  "gate.requeued": never, // the amendment that moved it is told beside it
  "gate.departed": never,
  "gate.signalled": never,
  "gate.arrived": never,
  "gate.called": never,
  "gate.reached": never,
  "gate.crossed_in": never,
  "gate.yard_entered": never,
  "gate.checks_done": never,
  "gate.inland_allowed": never,
  "gate.released": never,
  "gate.crossed_out": never,
  "gate.returned": never,
  "gate.left": never,
  "gate.withdrawn": never,
  "gate.refused": never,
  "gate.expired": never,
  "gate.postponed": never,
  "gate.resumed": never,
  "gate.slot_booked": never,
  "gate.slot_cancelled": never,
  "gate.slot_opened": never,
  "gate.prioritised": never,
  "gate.held_back": never,
  "gate.sent_back": never,
  "gate.exception_lifted": never,
  "gate.withdrawal_undone": never,
} as const satisfies Record<GateEventKind, Bearing>;

/**
 * Whether a decision was taken on an outdated picture: something that bears on it was recorded after version `seen` of
 * the trip. `entries` are all events of the trip in order, so that the first `seen` of them are what was seen. A version
 * that never was is outdated too.
 */
export function isStale(entries: readonly TripEntry[], seen: number, decision: Decision): boolean {
  if (seen < 1 || seen > entries.length) return true;
  return entries.slice(seen).some(({ event }) => bearing[event.kind](event, decision));
}
