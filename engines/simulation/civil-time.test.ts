import { describe, expect, it } from "vitest";
import {
  clockMinutes,
  compress,
  dayNumber,
  minuteOf,
  openingSteps,
  shiftSteps,
  valueAt,
  weekdayOf,
} from "./civil-time.ts";

const hours = (week: object[], dates: object[] = []) =>
  ({ key: "h", week, dates, sources: {} }) as Parameters<typeof openingSteps>[0]; // `as`: the schema is tested elsewhere

describe("civil time", () => {
  it("15/1/2026 was a Thursday, 29/2/2028 is a Tuesday", () => {
    expect(weekdayOf(dayNumber("2026-01-15"))).toBe(3);
    expect(weekdayOf(dayNumber("2028-02-29"))).toBe(1);
  });

  it("minutes count from midnight of the first day, across months, and are negative before it", () => {
    expect(minuteOf("2026-02-01 00:30", "2026-01-31")).toBe(1_470);
    expect(minuteOf("2026-01-30 23:00", "2026-01-31")).toBe(-60);
    expect(clockMinutes("24:00")).toBe(1_440);
  });
});

describe("an opening calendar", () => {
  it("opens and closes by the week", () => {
    const steps = openingSteps(
      hours([{ days: ["mon", "wed"], from: "07:00", to: "18:00" }]),
      "2026-01-05",
      3,
    );
    expect(steps).toEqual({ at: [0, 420, 1_080, 3_300, 3_960], value: [0, 1, 0, 1, 0] });
  });

  it("a dated exception replaces the day's windows, and an empty one closes the day", () => {
    const dates = [
      { on: "2026-01-05", windows: [{ from: "10:00", to: "11:00" }] },
      { on: "2026-01-06", windows: [] },
    ];
    const steps = openingSteps(hours([{ from: "07:00", to: "18:00" }], dates), "2026-01-05", 2);
    expect(steps).toEqual({ at: [0, 600, 660], value: [0, 1, 0] });
  });

  it("windows that meet or overlap are one; a day open to 24:00 runs on into the next", () => {
    const steps = openingSteps(
      hours([
        { from: "00:00", to: "13:00" },
        { from: "12:00", to: "24:00" },
      ]),
      "2026-01-05",
      2,
    );
    expect(steps).toEqual({ at: [0, 2_880], value: [1, 0] });
  });
});

it("desks of shifts that overlap add up", () => {
  const steps = shiftSteps(
    [
      { from: "07:00", to: "18:00", desks: 2 },
      { days: ["mon"], from: "12:00", to: "20:00", desks: 3 },
    ],
    "2026-01-05",
    2,
  );
  expect(steps).toEqual({ at: [0, 420, 720, 1_080, 1_200, 1_860, 2_520], value: [0, 2, 5, 3, 0, 2, 0] });
});

describe("steps", () => {
  it("hold from their minute on", () => {
    const steps = { at: [0, 10, 20], value: [1, 2, 3] };
    expect([0, 9, 10, 19, 20, 1e9].map((minute) => valueAt(steps, minute))).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it("leave out what changes nothing and what lies before the run", () => {
    expect(compress([30, -5, 10, 10, 20], (minute) => (minute < 20 ? 1 : 0))).toEqual({
      at: [0, 20],
      value: [1, 0],
    });
  });
});
