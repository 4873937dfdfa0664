import type { GateEvent } from "@moc/contract/gate/events.ts";
import { fold } from "@moc/engines/gate/fold.ts";
import { followedAt } from "@moc/engines/gate/paper.ts";
import { passedOverBy, wayOf } from "@moc/engines/gate/passed-over.ts";
import type { Trace } from "@moc/engines/gate/places.ts";
import { slotAtArrival } from "@moc/engines/gate/slots.ts";
import { recordedOf, type Trip, type TripEntry } from "@moc/engines/gate/trip.ts";
import { stepVerdict } from "@moc/engines/gate/verdict.ts";
import type { NewEvent } from "../../platform/events/append.ts";
import type { NewChange, Queue } from "./queue-store.ts";

/** Who and when, for the fold, and the slip of an act that is entered from paper. */
export type Mark = Pick<TripEntry, "at" | "by" | "paper">;

export type Settled = { trip: Trip; entries: TripEntry[]; changes: NewChange[] };

type Base = Omit<NewChange, "kind" | "cut" | "credit" | "passedOver" | "exception">;

function baseOf(trip: Trip, entry: TripEntry): Base {
  const { id, route, direction, stream, ticket } = trip;
  const at = recordedOf(entry);
  const slip = entry.paper?.slip ?? null;
  return { at, route, direction, trip: id, stream, ticket: ticket ?? 0, way: wayOf(trip), slip };
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
  const base = { ...baseOf(after, entry), cut: null, credit: null, exception: null };
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
  const gone: NewChange = { ...base, ...baseOf(before, entry), kind: "left", passedOver: null };
  if (after.state !== "holding") return [gone];
  if (event.kind === "gate.slot_opened") return [{ ...base, kind: "joined", passedOver }];
  if (event.kind === "gate.requeued") {
    const joined: NewChange = { ...base, kind: "joined", passedOver };
    return before.route === after.route ? [joined] : [gone, joined];
  }
  return passedOverBy(before) === passedOver ? [] : [{ ...base, kind: "held", passedOver }];
}

/** A window counts when the server records the arrival: a time on paper gives nobody his window back. */
function arrivedEvent(trip: Trip, at: string, ticket: number): GateEvent {
  const place = trip.signals.at(-1)?.place ?? trip.route;
  const slot = slotAtArrival(trip.booking, at);
  const data = { place, liveAt: at, stream: trip.stream, ticket, ...(slot !== undefined && { slot }) };
  return { kind: "gate.arrived", data };
}

/** What follows of itself: the arrival that a second signal confirms, with the next ticket, and the end of the checks. */
function follows(trip: Trip, mark: Mark, queue: Queue | undefined): GateEvent | undefined {
  const { at } = mark;
  if (queue !== undefined && stepVerdict(trip, "confirm_arrival", at).allowed) {
    const event = arrivedEvent(trip, recordedOf(mark), queue.nextTicket);
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
  const entries: TripEntry[] = [];
  const changes: NewChange[] = [];
  let trip = before;
  const tell = (event: GateEvent, at: string) => {
    const entry = { trip: before.id, event, ...mark, at, simulated: before.simulated };
    const after = fold(trip, entry);
    entries.push(entry);
    changes.push(...queueChanges(trip, entry, after));
    trip = after;
  };
  for (const event of said) tell(event, mark.at);
  for (let next = follows(trip, mark, queue); next !== undefined; next = follows(trip, mark, queue)) {
    tell(next, followedAt(trip, mark.at));
  }
  return { trip, entries, changes };
}

/** What is settled as the log takes it; a slip stands beside the event's own words. */
export function toLog({ entries }: Settled): NewEvent[] {
  return entries.map(({ event: { kind, data }, trip: subject, at, paper }) => ({
    kind,
    subject,
    data: paper === undefined ? data : { ...data, paper },
    occurredAt: new Date(at),
  }));
}
