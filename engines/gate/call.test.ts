import { describe, expect, test } from "vitest";
import { type CallFactors, previewCall, proposeCall, whyNobody } from "./call.ts";
import { noCredit, type Waiting } from "./queue.ts";

const factors: CallFactors = {
  servicePerHour: 9,
  assumedPerHour: 20,
  travelHours: 0.8,
  buffer: 8,
  onTheWay: 3,
  yardRoom: null,
};

describe("the proposal", () => {
  test("is rate × travel + buffer − on the way, rounded up", () => {
    expect(proposeCall(factors, 100)).toBe(13); // 9 × 0.8 + 8 − 3 = 12.2
  });

  test("uses the assumed rate only while nothing is measured, and the buffer alone without either", () => {
    expect(proposeCall({ ...factors, servicePerHour: null }, 100)).toBe(21);
    expect(proposeCall({ ...factors, servicePerHour: 0 }, 100)).toBe(5);
    expect(proposeCall({ ...factors, servicePerHour: null, assumedPerHour: null }, 100)).toBe(5);
  });

  test("is nobody while no rule says how far the way is and how many should stand ready", () => {
    const unknown = { ...factors, travelHours: null, buffer: null };
    expect(proposeCall(unknown, 100)).toBe(0);
    expect(whyNobody(unknown, 100).allowed).toBe(false);
  });

  test("leaves room in the yard for those on the way", () => {
    expect(proposeCall({ ...factors, yardRoom: 10 }, 100)).toBe(7);
    expect(proposeCall({ ...factors, yardRoom: 2 }, 100)).toBe(0);
    expect(proposeCall({ ...factors, yardRoom: 400 }, 100)).toBe(13);
  });

  test("is never more than wait, nor less than none", () => {
    expect(proposeCall(factors, 4)).toBe(4);
    expect(proposeCall({ ...factors, onTheWay: 90 }, 100)).toBe(0);
  });
});

describe("why nobody is proposed", () => {
  test("is told exactly when nobody is, the first reason that holds, with its figures", () => {
    const full = { ...factors, onTheWay: 16 };
    expect(whyNobody(full, 0)).toMatchObject({ reason: "nobody_to_call" });
    expect(whyNobody(full, 5)).toEqual({
      allowed: false,
      reason: "target_reached",
      params: { way: "16", target: "16" },
    });
    const just = { ...factors, servicePerHour: 10, onTheWay: 16 };
    expect(whyNobody(just, 5)).toMatchObject({ reason: "target_reached" }); // 10 × 0.8 + 8
    expect(whyNobody({ ...factors, yardRoom: 3 }, 5)).toEqual({
      allowed: false,
      reason: "yards_full",
      params: { way: "3", room: "3" },
    });
    for (let onTheWay = 0; onTheWay < 20; onTheWay += 1) {
      for (const yardRoom of [null, 0, 4, 15, 16, 40]) {
        for (const waiting of [0, 1, 9]) {
          const one = { ...factors, onTheWay, yardRoom };
          expect(whyNobody(one, waiting).allowed).toBe(proposeCall(one, waiting) > 0);
        }
      }
    }
  });
});

describe("the preview", () => {
  const rule = { key: "rule-1", shares: { perishable: 2, other: 1 }, ways: {} };
  const waiting: Waiting[] = [
    { trip: "held", stream: "perishable", ticket: 1, way: "live", passedOver: "check_hold" },
    { trip: "p1", stream: "perishable", ticket: 2, way: "live", passedOver: null },
    { trip: "p2", stream: "perishable", ticket: 3, way: "live", passedOver: null },
    { trip: "o1", stream: "other", ticket: 4, way: "live", passedOver: null },
  ];

  test("shows the call of the proposal with every factor", () => {
    expect(previewCall(waiting, rule, noCredit, factors)).toEqual({
      proposed: 3,
      factors,
      count: 3,
      called: ["p1", "o1", "p2"],
      perStream: [
        { stream: "perishable", count: 2 },
        { stream: "other", count: 1 },
      ],
      passedOver: [{ trip: "held", reason: "check_hold" }],
      rule: "rule-1",
    });
  });

  test("shows the call of another count, and never more than there are", () => {
    expect(previewCall(waiting, rule, noCredit, factors, 1)).toMatchObject({
      proposed: 3,
      count: 1,
      called: ["p1"],
    });
    expect(previewCall(waiting, rule, noCredit, factors, 50)).toMatchObject({ count: 3 });
    expect(previewCall(waiting, rule, noCredit, factors, 0)).toMatchObject({ count: 0, passedOver: [] });
  });
});
