import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quietMinutes, retryAfter, simulatePhone } from "./delivery.ts";

const at = (hour: number, minute = 0) => hour * 60 + minute;

describe("quiet hours", () => {
  test("within a day hold a message until they end", () => {
    const noon = { from: "11:30", to: "13:00" };
    expect(quietMinutes(at(11, 29), noon)).toBe(0);
    expect(quietMinutes(at(11, 30), noon)).toBe(90);
    expect(quietMinutes(at(12, 59), noon)).toBe(1);
    expect(quietMinutes(at(13), noon)).toBe(0);
  });

  test("over midnight hold it until the morning", () => {
    const night = { from: "22:00", to: "05:30" };
    expect(quietMinutes(at(21, 59), night)).toBe(0);
    expect(quietMinutes(at(22), night)).toBe(at(7, 30));
    expect(quietMinutes(at(0), night)).toBe(at(5, 30));
    expect(quietMinutes(at(5, 30), night)).toBe(0);
  });

  test("that are none, or empty, hold nothing; to the end of the day they hold until midnight", () => {
    expect(quietMinutes(at(3), null)).toBe(0);
    expect(quietMinutes(at(8), { from: "08:00", to: "08:00" })).toBe(0);
    expect(quietMinutes(at(23), { from: "22:00", to: "24:00" })).toBe(60);
  });

  test("end with a minute that is not quiet", () => {
    const clock = fc
      .integer({ min: 0, max: 1439 })
      .map((one) => `${String(Math.floor(one / 60)).padStart(2, "0")}:${String(one % 60).padStart(2, "0")}`);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), clock, clock, (now, from, to) => {
        const wait = quietMinutes(now, { from, to });
        expect(quietMinutes((now + wait) % 1440, { from, to })).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

test("a message is tried again after each wait of the rule, and then given up", () => {
  expect([1, 2, 3, 4, 5].map((failed) => retryAfter(failed, [1, 5, 15, 60]))).toEqual([1, 5, 15, 60, null]);
  expect(retryAfter(1, [])).toBeNull();
});

test("a simulated phone loses six of a hundred and has the others within about a minute", () => {
  const all = Array.from({ length: 6_000 }, (_, draw) => simulatePhone(draw));
  expect(all.filter((one) => one.lost)).toHaveLength(360);
  const seconds = all.flatMap((one) => (one.lost ? [] : [one.afterSeconds]));
  expect([Math.min(...seconds), Math.max(...seconds)]).toEqual([5, 64]);
});
