import type { GateEvent } from "@moc/contract/gate/events.ts";
import { pendingCheck } from "./checks.ts";
import { directionNow } from "./leg.ts";
import type { Trip, TripEntry } from "./trip.ts";

type Data<Kind extends GateEvent["kind"]> = Extract<GateEvent, { kind: Kind }>["data"];

/** Two plates are paired for a transfer; paired anew, the pair before is forgotten. */
function paired({ at }: TripEntry, data: Data<"gate.transfer_paired">): Partial<Trip> {
  const { transfer: id, ...pair } = data;
  return { transfer: { id, ...pair, pairedAt: at, confirmedAt: null } };
}

/** The yard has seen the goods change over. Logs from before the pairing name the receiving truck alone. */
function transferred(trip: Trip, { at }: TripEntry, { to }: Data<"gate.cargo_transferred">): Partial<Trip> {
  return {
    ...(directionNow(trip) === "import" && { transferredTo: to }),
    ...(trip.transfer !== null && { transfer: { ...trip.transfer, confirmedAt: at } }),
  };
}

/** Another trailer or other boxes behind the same tractor. */
function swapped(trip: Trip, { trailer, containers }: Data<"gate.unit_swapped">): Partial<Trip> {
  const { trailer: _, ...tractor } = trip.vehicle;
  return { vehicle: { ...tractor, containers, ...(trailer !== null && { trailer }) } };
}

/**
 * Another route: checks that were decided stay; the place in the queue, and what was kept of it for later, does not. When
 * it first arrived is still true.
 */
function diverted(trip: Trip, { at }: TripEntry, data: Data<"gate.diverted">): Partial<Trip> {
  const { from, to, gate, stream, checks, expiresAt, reason, order } = data;
  const known = new Map(trip.checks.map((check) => [check.kind, check]));
  const arrived = trip.arrivedAt !== null;
  return {
    route: to,
    gate,
    stream,
    checks: checks.map((kind) => known.get(kind) ?? pendingCheck(kind)),
    expiresAt,
    diversions: [...trip.diversions, { from, to, at, reason, order, arrived }],
    signals: [],
    place: null,
    liveAt: null,
    ticket: null,
    priority: null,
    booking: null,
    heldBack: null,
    postponedUntil: null,
    calledAt: null,
    showBy: null,
  };
}

type WayEvent = Extract<
  GateEvent,
  { kind: "gate.transfer_paired" | "gate.cargo_transferred" | "gate.unit_swapped" | "gate.diverted" }
>;

/** What changes between the declaration and Km0: with whom goods change over, what is drawn, and where it crosses. */
export function onTheWay(trip: Trip, entry: TripEntry, event: WayEvent): Partial<Trip> {
  switch (event.kind) {
    case "gate.transfer_paired":
      return paired(entry, event.data);
    case "gate.cargo_transferred":
      return transferred(trip, entry, event.data);
    case "gate.unit_swapped":
      return swapped(trip, event.data);
    case "gate.diverted":
      return diverted(trip, entry, event.data);
  }
}
