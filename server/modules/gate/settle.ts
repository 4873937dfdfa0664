import type { GateEvent } from "@moc/contract/gate/events.ts";
import { fold } from "@moc/engines/gate/fold.ts";
import { passedOverBy, wayOf } from "@moc/engines/gate/passed-over.ts";
import type { Trace } from "@moc/engines/gate/places.ts";
import { slotAtArrival } from "@moc/engines/gate/slots.ts";
import type { Trip, TripEntry } from "@moc/engines/gate/trip.ts";
import { stepVerdict } from "@moc/engines/gate/verdict.ts";
import type { NewChange, Queue } from "./queue-store.ts";

/** Who and when, for the fold. */
export type Mark = { at: string; by: string };

export type Settled = { trip: Trip; events: GateEvent[]; changes: NewChange[] };

type Base = Omit<NewChange, "kind" | "cut" | "credit" | "passedOver" | "exception">;

function baseOf(trip: Trip, at: string): Base {
  const { id, route, direction, stream, ticket } = trip;
  return { at, route, direction, trip: id, stream, ticket: ticket ?? 0, way: wayOf(trip) };
}

/** What of an event is told as a departure from the order; null for all others. */
function traceOf({ event, by }: TripEntry): Trace | null {
  switch (event.kind) {
    case "gate.prioritised":
      return { kind: "priority", ...event.data, by };
    case "gate.held_back":
      return { kind: "hold", ...event.data, by };
    case "gate.sent_back":
      return { kind: "return", ...event.data, by };
    case "gate.exception_lifted":
      return {
        kind: `lift_${event.data.exception}`,
        ground: null,
        organisation: event.data.organisation,
        by,
      };
    case "gate.postponed":
      return { kind: "postpone", ground: null, organisation: null, by };
    case "gate.withdrawal_undone":
      return { kind: "undo", ground: null, organisation: null, by };
    default:
      return null;
  }
}

/**
 * What one event means to the queue that the truck stands in, joins or leaves. The queue's history is made of these
 * alone, live as in a rebuild.
 */
export function queueChanges(before: Trip | null, entry: TripEntry, after: Trip): NewChange[] {
  const base = { ...baseOf(after, entry.at), cut: null, credit: null, exception: null };
  const passedOver = passedOverBy(after);
  const { event } = entry;
  const exception = traceOf(entry);
  if (exception !== null && after.state === "holding")
    return [{ ...base, kind: "excepted", passedOver, exception }];
  if (event.kind === "gate.arrived") return [{ ...base, kind: "joined", passedOver }];
  if (before?.state !== "holding") return [];
  if (event.kind === "gate.called") {
    const { call: cut, credit } = event.data;
    return [{ ...base, kind: "called", cut, credit, passedOver: null }];
  }
  // A truck that is sent to another route leaves the queue of the one before.
  const gone: NewChange = { ...base, ...baseOf(before, entry.at), kind: "left", passedOver: null };
  if (after.state !== "holding") return [gone];
  if (event.kind === "gate.slot_opened") return [{ ...base, kind: "joined", passedOver }];
  if (event.kind === "gate.requeued") {
    const joined: NewChange = { ...base, kind: "joined", passedOver };
    return before.route === after.route ? [joined] : [gone, joined];
  }
  return passedOverBy(before) === passedOver ? [] : [{ ...base, kind: "held", passedOver }];
}

function arrivedEvent(trip: Trip, at: string, ticket: number): GateEvent {
  const place = trip.signals.at(-1)?.place ?? trip.route;
  const slot = slotAtArrival(trip.booking, at);
  const data = { place, liveAt: at, stream: trip.stream, ticket, ...(slot !== undefined && { slot }) };
  return { kind: "gate.arrived", data };
}

/** What follows of itself: the arrival that a second signal confirms, with the next ticket, and the end of the checks. */
function follows(trip: Trip, at: string, queue: Queue | undefined): GateEvent | undefined {
  if (queue !== undefined && stepVerdict(trip, "confirm_arrival", at).allowed) {
    const event = arrivedEvent(trip, at, queue.nextTicket);
    queue.nextTicket += 1;
    return event;
  }
  return stepVerdict(trip, "finish_checks", at).allowed ? { kind: "gate.checks_done", data: {} } : undefined;
}

/** Folds what a command says happened and what follows of it. `queue` is the trip's own, held; its next ticket is taken. */
export function settle(
  before: Trip,
  said: readonly GateEvent[],
  mark: Mark,
  queue: Queue | undefined,
): Settled {
  const events: GateEvent[] = [];
  const changes: NewChange[] = [];
  let trip = before;
  const tell = (event: GateEvent) => {
    const entry = { trip: before.id, event, ...mark, simulated: before.simulated };
    const after = fold(trip, entry);
    events.push(event);
    changes.push(...queueChanges(trip, entry, after));
    trip = after;
  };
  for (const event of said) tell(event);
  for (let next = follows(trip, mark.at, queue); next !== undefined; next = follows(trip, mark.at, queue)) {
    tell(next);
  }
  return { trip, events, changes };
}
