import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";
import { passedOverBy, wayOf } from "./passed-over.ts";
import { callOrder, noCredit, type QueueRule, type Waiting } from "./queue.ts";
import { after, entry, eventOf, minute, opened, signalled } from "./samples.ts";
import { boundBySlot, judgeBooking, slotAtArrival, windowsOfDay } from "./slots.ts";
import type { Trip } from "./trip.ts";
import { commandVerdict, stepVerdict } from "./verdict.ts";

const rule = { windowMinutes: 60, capacity: 3, perDeclarant: 2, bookings: 3 };
const at = (minutes: number) => new Date(minute(minutes));
const window = { from: at(60), to: at(120) };
const booked = fold(opened("export_vn"), entry(eventOf.book_slot, 1));

function arrived(trip: Trip, minutes: number): Trip {
  const signs = after(trip, [signalled(), signalled("barrier", "device-1")], minutes - 2);
  const slot = slotAtArrival(trip.booking, minute(minutes));
  const data = {
    place: "park-1",
    liveAt: minute(minutes),
    stream: "perishable",
    ticket: 7,
    ...(slot && { slot }),
  };
  return fold(signs, entry({ kind: "gate.arrived", data }, minutes));
}

describe("the windows of a day", () => {
  test("begin at midnight, lie whole inside an open stretch, and have not begun", () => {
    const open = [
      { from: at(90), to: at(300) },
      { from: at(1380), to: at(1500) },
    ];
    const starts = (now: number) =>
      windowsOfDay(at(0), 60, open, at(now)).map(({ from }) => (from.getTime() - at(0).getTime()) / 60_000);
    expect(starts(0)).toEqual([120, 180, 240, 1380]);
    expect(starts(120)).toEqual([180, 240, 1380]);
    expect(windowsOfDay(at(0), 60, [], at(0))).toEqual([]);
  });
});

describe("a booking", () => {
  test("is refused outside the published windows, beyond the capacity, beyond a declarant's share, and after too many moves", () => {
    const judge = (all: number, own: number, bookings = 0) =>
      judgeBooking(rule, window, { all, own }, { bookings });
    expect(judgeBooking(rule, null, { all: 0, own: 0 }, { bookings: 0 })).toMatchObject({
      reason: "slot_not_published",
    });
    expect(judge(3, 0)).toEqual({ allowed: false, reason: "slot_full", params: { n: "3" } });
    expect(judge(2, 2)).toEqual({ allowed: false, reason: "slots_hoarded", params: { n: "2" } });
    expect(judge(0, 0, 3)).toEqual({ allowed: false, reason: "slot_bookings_spent", params: { n: "3" } });
    expect(judge(2, 1, 2)).toEqual({ allowed: true });
  });

  test("is counted with its moves, also after it was given back", () => {
    const moved = after(booked, [eventOf.cancel_slot, eventOf.book_slot], 2);
    expect(moved).toMatchObject({
      bookings: 2,
      booking: { from: minute(60), to: minute(120), state: "booked" },
    });
    expect(fold(moved, entry(eventOf.cancel_slot, 9))).toMatchObject({ bookings: 2, booking: null });
  });

  test("is made before the arrival alone, and given back only where there is one", () => {
    const firm = { parties: new Set(["declarant"] as const), checks: new Set<never>() };
    expect(commandVerdict(opened("export_vn"), "book_slot", firm, minute(1))).toEqual({ allowed: true });
    expect(commandVerdict(arrived(booked, 70), "book_slot", firm, minute(71))).toMatchObject({
      reason: "step_past",
    });
    expect(commandVerdict(opened("export_vn"), "cancel_slot", firm, minute(1))).toMatchObject({
      reason: "no_slot",
    });
    expect(commandVerdict(opened("import_cn"), "book_slot", firm, minute(1))).toMatchObject({
      reason: "not_for_kind",
    });
  });

  test("binds truck, route and stream until its window was missed", () => {
    expect(
      [booked, arrived(booked, 50), arrived(booked, 119), arrived(booked, 120), opened("export_vn")].map(
        boundBySlot,
      ),
    ).toEqual([true, true, true, false, false]);
  });
});

describe("an arrival", () => {
  test("in the window waits with the slot holders, from its first instant to before its last", () => {
    expect(arrived(booked, 60).booking?.state).toBe("open");
    expect(wayOf(arrived(booked, 119))).toBe("slot");
    expect(passedOverBy(arrived(booked, 119))).toBeNull();
  });

  test("after the window joins the live queue, with the ticket of its arrival", () => {
    const late = arrived(booked, 120);
    expect([late.booking?.state, wayOf(late), late.ticket, passedOverBy(late)]).toEqual([
      "missed",
      "live",
      7,
      null,
    ]);
  });

  test("before the window waits uncalled until it begins, and then has a ticket of then", () => {
    const early = arrived(booked, 50);
    expect([wayOf(early), passedOverBy(early)]).toEqual(["slot", "before_slot"]);
    const dispatcher = { parties: new Set(["dispatcher"] as const), checks: new Set<never>() };
    expect(commandVerdict(early, "call_forward", dispatcher, minute(51))).toEqual({
      allowed: false,
      reason: "before_slot",
      params: { opens: minute(60) },
    });
    expect(stepVerdict(early, "open_slot", minute(59))).toMatchObject({ reason: "not_due" });
    expect(stepVerdict(early, "open_slot", minute(60))).toEqual({ allowed: true });
    expect(stepVerdict(arrived(booked, 70), "open_slot", minute(71))).toMatchObject({ reason: "no_slot" });
    const begun = fold(early, entry(eventOf.open_slot, 60));
    expect([begun.ticket, begun.booking?.state, passedOverBy(begun)]).toEqual([9, "open", null]);
  });

  test("without a booking is told as one without", () => {
    expect(slotAtArrival(null, minute(1))).toBeUndefined();
    expect(slotAtArrival(arrived(booked, 70).booking, minute(80))).toBeUndefined();
    expect(wayOf(arrived(opened("export_vn"), 70))).toBe("live");
  });
});

test("slot holders and the live queue alternate by their shares, held ones beside their place", () => {
  const queue: QueueRule = { key: "r", shares: {}, ways: { s: { slot: 1, live: 2 } } };
  const truck = (
    trip: string,
    ticket: number,
    way: Waiting["way"],
    passedOver: Waiting["passedOver"] = null,
  ) => ({
    trip,
    stream: "s",
    ticket,
    way,
    passedOver,
  });
  const live = [1, 2, 3, 4, 5].map((ticket) =>
    truck(`l${ticket}`, ticket, "live", ticket === 1 ? "check_hold" : null),
  );
  const slots = [6, 7, 8].map((ticket) =>
    truck(`s${ticket}`, ticket, "slot", ticket === 7 ? "before_slot" : null),
  );
  const order = callOrder([...live, ...slots], queue, noCredit).map((one) => one.trip);
  expect(order).toEqual(["s6", "l1", "l2", "l3", "s7", "s8", "l4", "l5"]);
});

type Op = { kind: "book" | "cancel" | "withdraw" | "undo" | "end"; trip: number; window: number };
const op: fc.Arbitrary<Op> = fc.record({
  kind: fc.constantFrom("book", "book", "book", "cancel", "withdraw", "undo", "end"),
  trip: fc.nat({ max: 11 }),
  window: fc.nat({ max: 2 }),
});

/** What each trip holds; the first four are one declarant's. A withdrawn trip keeps its window for the undoing. */
interface Held {
  window: number | null;
  bookings: number;
  gone: boolean;
}

test("no order of bookings, moves, cancels, withdrawals and undoings books a window beyond its quotas", () => {
  fc.assert(
    fc.property(fc.array(op, { maxLength: process.env.MOC_DEEP === "1" ? 600 : 80 }), (ops) => {
      const trips: Held[] = Array.from({ length: 12 }, () => ({ window: null, bookings: 0, gone: false }));
      const declarantOf = (index: number) => Math.floor(index / 4);
      for (const { kind, trip, window: wanted } of ops) {
        const held = trips[trip];
        if (held === undefined) continue;
        const others = trips
          .map((one, index) => ({ ...one, index }))
          .filter((one) => one.index !== trip && one.window === wanted);
        const taken = {
          all: others.length,
          own: others.filter((one) => declarantOf(one.index) === declarantOf(trip)).length,
        };
        if (kind === "book" && !held.gone) {
          if (judgeBooking(rule, window, taken, held).allowed)
            Object.assign(held, { window: wanted, bookings: held.bookings + 1 });
        } else if (kind === "withdraw") held.gone = true;
        else if (kind === "undo") held.gone = false;
        else if (kind === "cancel" || kind === "end") held.window = null;
        for (const each of [0, 1, 2]) {
          const holders = trips.flatMap((one, index) => (one.window === each ? [declarantOf(index)] : []));
          expect(holders.length).toBeLessThanOrEqual(rule.capacity);
          for (const declarant of [0, 1, 2]) {
            expect(holders.filter((one) => one === declarant).length).toBeLessThanOrEqual(rule.perDeclarant);
          }
        }
        expect(held.bookings).toBeLessThanOrEqual(rule.bookings);
      }
    }),
  );
});
