import type { Instant } from "@moc/contract/values/time.ts";
import type { Booking, Trip } from "./trip.ts";
import { no, type Verdict, yes } from "./yes-or-no.ts";

/** What a slot rule says of one window. */
export interface SlotRule {
  windowMinutes: number;
  capacity: number;
  perDeclarant: number;
  bookings: number;
}

/** Half-open stretch of time. */
export interface Stretch {
  from: Date;
  to: Date;
}

const minuteMs = 60_000;

/**
 * The windows of one civil day that begins at `midnight`: every `windowMinutes` from there, those that lie whole inside
 * an open stretch and have not begun at `now`. Nobody books a window that has begun: it would be a way past the live queue.
 */
export function windowsOfDay(
  midnight: Date,
  windowMinutes: number,
  open: readonly Stretch[],
  now: Date,
): Stretch[] {
  const step = windowMinutes * minuteMs;
  const windows: Stretch[] = [];
  for (let at = midnight.getTime(); at + step <= midnight.getTime() + 24 * 60 * minuteMs; at += step) {
    const inside = open.some(({ from, to }) => from.getTime() <= at && at + step <= to.getTime());
    if (inside && at > now.getTime()) windows.push({ from: new Date(at), to: new Date(at + step) });
  }
  return windows;
}

/** What has to be known of a window to book it: how many have, how many of them for the same declarant. */
export interface Taken {
  all: number;
  own: number;
}

/**
 * Whether a trip may book a window. `window` is null when no such window is published. One trip has one booking, so that
 * moving it is one step: nobody holds one window while waiting for another. Reasons: `slot_not_published`,
 * `slot_bookings_spent`, `slot_full`, `slots_hoarded`.
 */
export function judgeBooking(
  rule: SlotRule,
  window: Stretch | null,
  taken: Taken,
  trip: Pick<Trip, "bookings">,
): Verdict {
  if (window === null) return no("slot_not_published");
  if (trip.bookings >= rule.bookings) return no("slot_bookings_spent", { n: String(rule.bookings) });
  if (taken.all >= rule.capacity) return no("slot_full", { n: String(rule.capacity) });
  return taken.own < rule.perDeclarant ? yes : no("slots_hoarded", { n: String(rule.perDeclarant) });
}

/** What an arrival at `at` makes of a booked window: before it, in it, or after it; undefined without one. */
export function slotAtArrival(
  booking: Booking | null,
  at: Instant,
): "early" | "in_time" | "missed" | undefined {
  if (booking?.state !== "booked") return undefined;
  if (at < booking.from) return "early";
  return at < booking.to ? "in_time" : "missed";
}

/** Whether a slot binds its truck still: it is given back before truck, route or stream change. */
export function boundBySlot({ booking }: Pick<Trip, "booking">): boolean {
  return booking !== null && booking.state !== "missed";
}
