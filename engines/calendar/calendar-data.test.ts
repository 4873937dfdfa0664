import { describe, expect, test } from "vitest";
import { type CalendarData, calendarProblems } from "./calendar-data.ts";
import { compileCalendar } from "./compile.ts";

const aroundTheClock: CalendarData = {
  id: "gate",
  utcOffsetMinutes: 420,
  weeks: [{ from: null, hours: Array.from({ length: 7 }, () => ["00:00-24:00"]), source: null }],
  days: [],
};

const base = structuredClone(aroundTheClock) as unknown as Record<string, unknown>;
const row = { from: "2024-01-01", kind: "off", name: "x", source: null, status: "confirmed" };
const week = { from: null, hours: Array.from({ length: 7 }, () => ["08:00-12:00"]), source: null };
const found = (change: Record<string, unknown>) =>
  calendarProblems({ ...base, ...change }).map(({ path, code }) => `${path} ${code}`);

const wrongData: [string, Record<string, unknown>][] = [
  ["id not-a-text", { id: 7 }],
  ["utcOffsetMinutes not-a-number", { utcOffsetMinutes: 900 }],
  ["utcOffsetMinutes not-a-number", { utcOffsetMinutes: "7" }],
  ["holidaysKnownTo not-a-date", { holidaysKnownTo: "2024-02-30" }],
  ["weeks weeks-missing", { weeks: [] }],
  ["weeks weeks-missing", { weeks: "all" }],
  ["weeks[0] not-an-object", { weeks: [3] }],
  ["weeks[0].from not-a-date", { weeks: [{ ...week, from: "soon" }] }],
  ["weeks[0].hours not-seven-days", { weeks: [{ ...week, hours: [[]] }] }],
  ["weeks[0].hours not-seven-days", { weeks: [{ ...week, hours: null }] }],
  ["weeks[0].hours[6] not-a-list", { weeks: [{ ...week, hours: [...week.hours.slice(1), 8] }] }],
  ["weeks[0].hours[6] hours-malformed", { weeks: [{ ...week, hours: [...week.hours.slice(1), [8]] }] }],
  [
    "weeks[0].hours[6] hours-malformed",
    { weeks: [{ ...week, hours: [...week.hours.slice(1), ["12:00-12:00"]] }] },
  ],
  [
    "weeks[0].hours[6] hours-malformed",
    { weeks: [{ ...week, hours: [...week.hours.slice(1), ["20:00-24:01"]] }] },
  ],
  ["weeks[0].hours[6] hours-malformed", { weeks: [{ ...week, hours: [...week.hours.slice(1), ["8-12"]] }] }],
  [
    "weeks[0].hours[6] hours-overlap",
    { weeks: [{ ...week, hours: [...week.hours.slice(1), ["08:00-12:00", "11:59-13:00"]] }] },
  ],
  ["weeks[0].notCounted not-a-list", { weeks: [{ ...week, notCounted: 6 }] }],
  ["weeks[0].notCounted never-works", { weeks: [{ ...week, notCounted: [1, 2, 3, 4, 5, 6, 7] }] }],
  ["weeks[1].from weeks-not-ascending", { weeks: [week, week] }],
  [
    "weeks[1].from weeks-not-ascending",
    {
      weeks: [
        { ...week, from: "2024-01-01" },
        { ...week, from: "2024-01-01" },
      ],
    },
  ],
  ["days not-a-list", { days: {} }],
  ["days[0] not-an-object", { days: ["2024-01-01"] }],
  ["days[0].kind kind-unknown", { days: [{ ...row, kind: "maybe" }] }],
  ["days[0].status status-unknown", { days: [{ ...row, status: "sure" }] }],
  ["days[0].hours not-a-list", { days: [{ ...row, hours: "08:00-12:00" }] }],
  ["days[0].hours never-works", { days: [{ ...row, kind: "working", hours: [] }] }],
  ["days[0].name not-a-text", { days: [{ ...row, name: 1 }] }],
  ["days[0].from not-a-date", { days: [{ ...row, from: "2024-1-1" }] }],
  ["days[0].to not-a-date", { days: [{ ...row, to: 5 }] }],
  ["days[0].to dates-reversed", { days: [{ ...row, to: "2023-12-31" }] }],
  ["days[0].to dates-reversed", { days: [{ ...row, to: "2044-12-31" }] }],
  [
    "days[1] day-twice",
    {
      days: [
        { ...row, to: "2024-01-05" },
        { ...row, from: "2024-01-05" },
      ],
    },
  ],
];

describe("wrong calendar data is named by its field", () => {
  test.each(wrongData)("%s", (problem, change) => {
    expect(found(change)).toEqual([problem]);
    expect(() => compileCalendar({ ...base, ...change } as unknown as CalendarData)).toThrow(
      problem.split(" ")[1],
    );
  });

  test("a week without any hours never works", () => {
    const empty = { ...week, hours: Array.from({ length: 7 }, () => []) };
    expect(found({ weeks: [empty] })).toContain("weeks[0].hours never-works");
  });

  test("what is no object at all", () => {
    expect(calendarProblems(null)).toEqual([{ path: "", code: "not-an-object", value: "null" }]);
    expect(calendarProblems(undefined)[0]?.value).toBe("undefined");
  });
});
