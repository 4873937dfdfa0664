import { describe, expect, test } from "vitest";
import { actOf, timeOnSlip } from "./entry.ts";

const now = "2026-01-15T05:00:00.000Z"; // noon in Hanoi
const morning = { from: "2026-01-15T02:10:30.000Z", to: "2026-01-15T03:05:00.000Z" };

describe("a time typed from a slip", () => {
  test("is of the day of the stretch, however it is typed", () => {
    for (const typed of ["0945", "945", "09:45", "9h45", " 09.45 "])
      expect(timeOnSlip(typed, morning, now)).toBe("2026-01-15T02:45:00.000Z");
  });

  test("in the minute in which the stretch began is the beginning itself", () => {
    expect(timeOnSlip("0910", morning, now)).toBe(morning.from);
    expect(timeOnSlip("0909", morning, now)).toBe("2026-01-15T02:09:00.000Z");
  });

  test("after midnight belongs to the second day of a stretch over night", () => {
    const night = { from: "2026-01-14T15:00:00.000Z", to: "2026-01-14T19:00:00.000Z" };
    expect(timeOnSlip("2230", night, now)).toBe("2026-01-14T15:30:00.000Z");
    expect(timeOnSlip("0130", night, now)).toBe("2026-01-14T18:30:00.000Z");
    expect(timeOnSlip("1130", { from: night.from, to: null }, now)).toBe("2026-01-15T04:30:00.000Z");
  });

  test("that is none is not sent", () => {
    for (const typed of ["", "9", "2460", "0960", "abc"])
      expect(timeOnSlip(typed, morning, now)).toBeUndefined();
  });
});

test("an act carries only the values of its kind", () => {
  const chosen = { place: "p", check: "customs", decision: "pass", reason: "" } as const;
  expect(actOf({ ...chosen, kind: "arrival" })).toEqual({ kind: "arrival", place: "p" });
  expect(actOf({ ...chosen, kind: "enter_yard" })).toEqual({ kind: "enter_yard", yard: "p" });
  expect(actOf({ ...chosen, kind: "check" })).toEqual({ kind: "check", check: "customs", decision: "pass" });
  expect(actOf({ ...chosen, kind: "check", decision: "hold", reason: "r" })).toMatchObject({ reason: "r" });
  expect(actOf({ ...chosen, kind: "cross_out" })).toEqual({ kind: "cross_out" });
});
