import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { Booking, Trip, TripEntry } from "./trip.ts";

/** Slots, postponements and exceptions: what changes the way of a truck through its queue. */
export type QueueEvent = Extract<
  GateEvent,
  {
    kind:
      | "gate.postponed"
      | "gate.resumed"
      | "gate.slot_booked"
      | "gate.slot_cancelled"
      | "gate.slot_opened"
      | "gate.prioritised"
      | "gate.held_back"
      | "gate.exception_lifted"
      | "gate.sent_back";
  }
>;

const stateAtArrival = { early: "early", in_time: "open", missed: "missed" } as const;

function bookingAs({ booking }: Trip, state: Booking["state"]): Partial<Trip> {
  return booking === null ? {} : { booking: { ...booking, state } };
}

/** What an arrival makes of a booking; nothing without one. */
export function bookingAtArrival(trip: Trip, slot: keyof typeof stateAtArrival | undefined): Partial<Trip> {
  return slot === undefined ? {} : bookingAs(trip, stateAtArrival[slot]);
}

/** What an event of the queue changes beside state, time and version. */
export function inTheQueue(trip: Trip, { at }: TripEntry, event: QueueEvent): Partial<Trip> {
  switch (event.kind) {
    case "gate.postponed": {
      const { until: postponedUntil } = event.data;
      return { postponedUntil, postponements: trip.postponements + 1, calledAt: null, showBy: null };
    }
    case "gate.resumed":
      return { postponedUntil: null };
    case "gate.slot_booked":
      return { booking: { ...event.data, state: "booked" }, bookings: trip.bookings + 1 };
    case "gate.slot_cancelled":
      return { booking: null };
    case "gate.slot_opened":
      return { ticket: event.data.ticket, ...bookingAs(trip, "open") };
    case "gate.prioritised":
      return { priority: { ...event.data, at } };
    case "gate.held_back":
      return { heldBack: { ...event.data, at } };
    case "gate.exception_lifted":
      return event.data.exception === "priority" ? { priority: null } : { heldBack: null };
    case "gate.sent_back":
      return { calledAt: null, showBy: null };
  }
}
