import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";
import { callOnPaper, followedAt, overlaps, paperTimeVerdict } from "./paper.ts";
import { callNext, noCredit, type QueueRule, type Waiting } from "./queue.ts";
import { declaredEvent, minute } from "./samples.ts";
import type { Trip, TripEntry } from "./trip.ts";

const id = "00000000-0000-4000-8000-00000000000d";
const entry = (event: TripEntry["event"], at: number, recorded?: number): TripEntry => ({
  trip: "t",
  event,
  at: minute(at),
  by: "officer",
  simulated: false,
  ...(recorded !== undefined && { paper: { paper: id, slip: 7, recordedAt: minute(recorded) } }),
});
const declared = fold(null, entry(declaredEvent("export_vn"), 0));
const signal = (origin: "officer" | "book") =>
  ({ kind: "gate.signalled", data: { origin, source: origin, place: "park" } }) as const;
const arrival = (ticket: number, liveAt: number) =>
  ({
    kind: "gate.arrived",
    data: { place: "park", liveAt: minute(liveAt), stream: "perishable", ticket },
  }) as const;

describe("an entry from paper in the fold", () => {
  test("a signal keeps when it was recorded and, beside it, the time on the slip", () => {
    const trip = fold(declared, entry(signal("book"), 10, 70));
    expect(trip.signals[0]).toMatchObject({ recordedAt: minute(70), seenAt: minute(10) });
    expect(fold(declared, entry(signal("book"), 10)).signals[0]).not.toHaveProperty("seenAt");
  });

  test("waits are counted from the time on the slip, the place from the entry", () => {
    const trip = fold(declared, entry(arrival(3, 70), 10, 70));
    expect(trip).toMatchObject({ arrivedAt: minute(10), liveAt: minute(70), stateSince: minute(10) });
  });

  test("what follows happened when the last of that on which it rests did", () => {
    const one = fold(declared, entry(signal("book"), 30, 70));
    const both = fold(one, entry(signal("officer"), 20, 71));
    expect(followedAt(both, minute(20))).toBe(minute(30));
    const live = fold(one, entry(signal("officer"), 72));
    expect(followedAt(live, minute(72))).toBe(minute(72));
    const checked: Trip = {
      ...declared,
      checks: declared.checks.map((check, at) => ({ ...check, decidedAt: minute(40 + at) })),
    };
    expect(followedAt(checked, minute(5))).toBe(minute(39 + checked.checks.length));
    expect(followedAt({ ...declared, stateSince: minute(50) }, minute(5))).toBe(minute(50));
  });
});

describe("the time on a slip", () => {
  const stretch = { from: minute(10), to: minute(60) };
  const holding: Trip = { ...declared, state: "holding", stateSince: minute(30) };
  const verdict = (step: "call_forward" | "decide_check", at: number, now = 90) =>
    paperTimeVerdict(holding, step, minute(at), stretch, minute(now));

  test("lies inside the stretch, ends included, and not in the future", () => {
    for (const at of [9, 61])
      expect(verdict("decide_check", at)).toMatchObject({ reason: "paper_time_outside" });
    for (const at of [10, 60]) expect(verdict("decide_check", at)).toEqual({ allowed: true });
    const due = { reason: "paper_time_outside", params: { opens: minute(10), due: minute(40) } };
    expect(verdict("decide_check", 41, 40)).toMatchObject(due);
    const open = paperTimeVerdict(holding, "decide_check", minute(80), { ...stretch, to: null }, minute(90));
    expect(open).toEqual({ allowed: true });
  });

  test("does not come before the step that it follows, but a force answers beside the others", () => {
    expect(verdict("call_forward", 29)).toMatchObject({
      reason: "paper_time_before",
      params: { due: minute(30) },
    });
    expect(verdict("call_forward", 30)).toEqual({ allowed: true });
    expect(verdict("decide_check", 12)).toEqual({ allowed: true });
    const late = { ...holding, declaredAt: minute(20) };
    expect(paperTimeVerdict(late, "decide_check", minute(12), stretch, minute(90))).toMatchObject({
      reason: "paper_time_before",
      params: { due: minute(20) },
    });
  });
});

test("stretches overlap when they share a moment; one that goes on reaches every later one", () => {
  const at = (from: number, to: number | null) => ({
    from: minute(from),
    to: to === null ? null : minute(to),
  });
  expect(overlaps(at(10, 20), at(20, 30))).toBe(false);
  expect(overlaps(at(20, 30), at(10, 20))).toBe(false);
  expect(overlaps(at(10, 21), at(20, 30))).toBe(true);
  expect(overlaps(at(20, 30), at(10, 21))).toBe(true);
  expect(overlaps(at(30, 40), at(10, null))).toBe(true);
  expect(overlaps(at(10, null), at(5, 9))).toBe(false);
});

describe("a call on paper", () => {
  const rule: QueueRule = { key: "rule", shares: { a: 2, b: 1 }, ways: {} };
  const truck = (trip: string, ticket: number, change: Partial<Waiting> = {}): Waiting => ({
    trip,
    stream: "a",
    ticket,
    way: "live",
    passedOver: null,
    ...change,
  });

  test("takes the truck that is next and pays for it as any call does", () => {
    const waiting = [truck("held", 1, { passedOver: "check_hold" }), truck("next", 2), truck("last", 3)];
    const made = callOnPaper(waiting, rule, noCredit, "next");
    expect(made).toEqual({ call: callNext(waiting, rule, noCredit, 1) });
    expect(callOnPaper(waiting, rule, noCredit, "last")).toEqual({ first: "next" });
    expect(callOnPaper(waiting, rule, noCredit, "nobody")).toEqual({ first: "next" });
    expect(callOnPaper([], rule, noCredit, "nobody")).toEqual({ first: null });
  });

  test("takes the first of its stream on a public priority, and names whom it leaves standing", () => {
    const relief = truck("relief", 9, { stream: "b", way: "priority" });
    const waiting = [truck("first", 1), truck("second", 2), truck("other", 3, { stream: "b" }), relief];
    const made = callOnPaper(waiting, rule, noCredit, "relief");
    expect("call" in made && made.call.called.map((one) => one.trip)).toEqual(["relief"]);
    expect("call" in made && made.call.passedOver.map((one) => one.trip)).toContain("first");
    expect("call" in made && made.call.credit.passes.b).toBeGreaterThan(0);
    expect(callOnPaper(waiting, rule, noCredit, "other")).toEqual({ first: "first" });
    const held = waiting.map((one) => (one === relief ? { ...one, passedOver: "held_back" as const } : one));
    expect(callOnPaper(held, rule, noCredit, "relief")).toEqual({ first: "first" });
  });

  test("never takes a truck that a call would not take next, unless a public priority put it there", () => {
    const some = fc.array(
      fc.record({
        stream: fc.constantFrom("a", "b"),
        way: fc.constantFrom("live", "slot", "priority"),
        passedOver: fc.constantFrom(null, null, "check_hold"),
      }),
      { minLength: 1, maxLength: 12 },
    ) as fc.Arbitrary<Pick<Waiting, "stream" | "way" | "passedOver">[]>; // as: the generator widens the literals
    const runs = { numRuns: process.env.MOC_DEEP ? 20_000 : 200 };
    fc.assert(
      fc.property(some, fc.nat(), (rows, pick) => {
        const waiting = rows.map((row, index) => ({ ...row, trip: String(index), ticket: index + 1 }));
        const wanted = waiting[pick % waiting.length];
        const made = callOnPaper(waiting, rule, noCredit, wanted?.trip ?? "");
        const next = callNext(waiting, rule, noCredit, 1).called[0]?.trip;
        if ("call" in made) expect(wanted?.trip === next || wanted?.way === "priority").toBe(true);
        else expect(wanted?.trip).not.toBe(next);
      }),
      runs,
    );
  });
});
