import { describe, expect, test } from "vitest";
import { type CalendarData, calendarProblems } from "./calendar-data.ts";
import { addMonths, dayOf, findDay, isoOf, weekdayOf, within } from "./civil-day.ts";
import { compileCalendar, dayOfInstant, OutsideCalendar, startOfDay } from "./compile.ts";
import office from "./vietnam-office.json" with { type: "json" };
import {
  addWorkingMs,
  closingOf,
  isWorkingDay,
  workingDayFrom,
  workingDaysAfter,
  workingMsBetween,
} from "./working-time.ts";

const data = office as CalendarData; // JSON widens the literal types; calendarProblems checks them below
const calendar = compileCalendar(data);
const at = (text: string) => Date.parse(`${text}+07:00`);
const hours = (count: number) => count * 3_600_000;

const aroundTheClock: CalendarData = {
  id: "gate",
  utcOffsetMinutes: 420,
  weeks: [{ from: null, hours: Array.from({ length: 7 }, () => ["00:00-24:00"]), source: null }],
  days: [],
};

const later = (day: string, months: number) => isoOf(addMonths(dayOf(day), months));
const workingDaysOf = (year: number) =>
  workingDaysAfter(calendar, dayOf(`${year - 1}-12-31`), dayOf(`${year}-12-31`));

describe("civil days", () => {
  test("an entry outside a table is an error, not a zero", () => {
    expect(within([1, 2], 1)).toBe(2);
    expect(() => within([1, 2], 2)).toThrow("no entry 2 in a table of 2");
  });

  test("a day that does not exist is no date", () => {
    expect([findDay("2023-02-29"), findDay("2024-2-1"), findDay("2024-13-01")]).toEqual([null, null, null]);
    expect(() => dayOf("2023-02-29")).toThrow(RangeError);
    expect([dayOf("1970-01-01"), dayOf("1969-12-31"), isoOf(dayOf("2024-02-29"))]).toEqual([
      0,
      -1,
      "2024-02-29",
    ]);
  });

  test("every day of four centuries agrees with the platform's own calendar", () => {
    for (let day = dayOf("1800-01-01"); day <= dayOf("2200-12-31"); day++) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (isoOf(day) !== text || findDay(text) !== day)
        expect([day, isoOf(day), findDay(text)]).toEqual([day, text, day]);
    }
    expect([
      findDay("2024-00-10"),
      findDay("2024-10-00"),
      findDay("2024-04-31"),
      findDay("1900-02-29"),
    ]).toEqual([null, null, null, null]);
  });

  test("weekdays hold before and after 1970", () => {
    expect(
      ["2024-11-25", "2024-12-15", "1969-12-28", "1970-01-01"].map((day) => weekdayOf(dayOf(day))),
    ).toEqual([1, 7, 7, 4]);
  });

  test("a month later ends on the month's last day when it has no such day", () => {
    expect(later("2024-01-31", 1)).toBe("2024-02-29");
    expect(later("2023-12-31", 2)).toBe("2024-02-29");
    expect(later("2024-03-31", -1)).toBe("2024-02-29");
    expect(later("2024-11-30", 15)).toBe("2026-02-28");
    expect(later("2024-01-15", 0)).toBe("2024-01-15");
  });
});

describe("a calendar that never closes", () => {
  const gate = compileCalendar(aroundTheClock);

  test("counts 24 hours without a hole at midnight", () => {
    for (let minute = 0; minute < 1440; minute += 1) {
      const start = at("2024-11-25T00:00:00") + minute * 60_000;
      expect(workingMsBetween(gate, start, start + hours(24))).toBe(hours(24));
      expect(addWorkingMs(gate, start, hours(24))).toBe(start + hours(24));
      expect(addWorkingMs(gate, start, -hours(24))).toBe(start - hours(24));
    }
  });

  test("counts a year of days to the millisecond", () => {
    const [from, to] = [at("2024-01-01T00:00:00"), at("2025-01-01T00:00:00")];
    expect(workingMsBetween(gate, from, to)).toBe(to - from);
    expect(workingMsBetween(gate, to, from)).toBe(from - to);
    expect(workingMsBetween(gate, from - 1, from + 1)).toBe(2);
  });
});

describe("office hours", () => {
  test("time outside office hours does not count, within them to the millisecond", () => {
    expect(workingMsBetween(calendar, at("2024-11-22T16:30:00"), at("2024-11-25T08:00:00"))).toBe(hours(1.5));
    expect(workingMsBetween(calendar, at("2024-11-25T11:29:59.999"), at("2024-11-25T13:30:00.001"))).toBe(2);
  });

  test("a limit that ends with the day ends at closing time and backward begins at opening time", () => {
    expect(addWorkingMs(calendar, at("2024-11-25T13:30:00"), hours(4))).toBe(at("2024-11-25T17:30:00"));
    expect(addWorkingMs(calendar, at("2024-11-25T13:30:00"), hours(4) + 1)).toBe(
      at("2024-11-26T07:30:00.001"),
    );
    expect(addWorkingMs(calendar, at("2024-11-25T13:30:00"), -hours(4))).toBe(at("2024-11-25T07:30:00"));
    expect(addWorkingMs(calendar, at("2024-11-24T10:00:00"), 0)).toBe(at("2024-11-24T10:00:00"));
  });

  test("a day belongs to the zone, not to UTC", () => {
    expect(isoOf(dayOfInstant(calendar, at("2024-11-25T00:00:00")))).toBe("2024-11-25");
    expect(isoOf(dayOfInstant(calendar, at("2024-11-25T00:00:00") - 1))).toBe("2024-11-24");
    expect(startOfDay(calendar, dayOf("2024-11-25"))).toBe(at("2024-11-25T00:00:00"));
  });

  test("closing is the end of the last span, midnight on a day without hours", () => {
    expect(closingOf(calendar, dayOf("2024-11-25"))).toBe(at("2024-11-25T17:30:00"));
    expect(closingOf(calendar, dayOf("2024-11-24"))).toBe(at("2024-11-25T00:00:00"));
  });

  test("questions beyond the compiled years are refused, not guessed", () => {
    const short = compileCalendar(data, "2024-01-01", "2024-12-31");
    expect(() => workingMsBetween(short, at("2023-12-31T23:59:00"), at("2024-02-01T00:00:00"))).toThrow(
      OutsideCalendar,
    );
    expect(() => isWorkingDay(short, dayOf("2025-01-01"))).toThrow("2025-01-01 is outside calendar");
    expect(() => addWorkingMs(short, at("2024-12-31T16:00:00"), hours(2))).toThrow(OutsideCalendar);
    expect(() => addWorkingMs(short, at("2024-01-02T08:30:00"), -hours(2))).toThrow(OutsideCalendar);
    expect(() =>
      workingDayFrom(compileCalendar(data, "2024-01-01", "2024-12-29"), dayOf("2024-12-28")),
    ).toThrow(OutsideCalendar);
    expect(() => isWorkingDay(short, Number.NaN)).toThrow("a day far away");
  });
});

describe("holidays and swapped days of Viet Nam, 2018 to 2027", () => {
  test("the data has no problem and a source in every row", () => {
    expect(calendarProblems(office)).toEqual([]);
    expect(data.days.every((row) => row.source !== null && row.source.length > 20)).toBe(true);
  });

  test("every swapped holiday has its make-up Saturday", () => {
    const working = data.days.filter((row) => row.kind === "working").map((row) => row.from);
    const swapped = data.days.filter((row) => row.name.includes("hoán đổi")).map((row) => row.from);
    expect(working).toEqual([
      "2019-01-05",
      "2019-05-04",
      "2024-05-04",
      "2025-04-26",
      "2026-01-10",
      "2026-08-22",
    ]);
    expect(swapped).toEqual([
      "2018-12-31",
      "2019-04-29",
      "2024-04-29",
      "2025-05-02",
      "2026-01-02",
      "2026-08-31",
    ]);
    for (const day of working)
      expect([weekdayOf(dayOf(day)), isWorkingDay(calendar, dayOf(day))]).toEqual([6, true]);
    for (const day of swapped)
      expect([weekdayOf(dayOf(day)) < 6, isWorkingDay(calendar, dayOf(day))]).toEqual([true, false]);
  });

  test("the working days of each year are those of the announcements", () => {
    // Weekdays of the year less holidays on weekdays, plus make-up Saturdays; checked by hand against the rows.
    expect([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map(workingDaysOf)).toEqual([
      250, 252, 252, 250, 249, 249, 251, 250, 249,
    ]);
  });

  test("25/11/2024 to the end of November leaves four working days before Saturday the 30th", () => {
    expect(workingDaysAfter(calendar, dayOf("2024-11-25"), dayOf("2024-11-30"))).toBe(4);
    expect(workingDaysAfter(calendar, dayOf("2024-11-30"), dayOf("2024-11-25"))).toBe(0);
    expect(isoOf(workingDayFrom(calendar, dayOf("2024-11-30")))).toBe("2024-12-02");
  });

  test("a make-up Saturday keeps the hours of a Monday", () => {
    expect(workingMsBetween(calendar, at("2024-05-04T00:00:00"), at("2024-05-05T00:00:00"))).toBe(hours(8));
  });
});

describe("dated patterns and special days", () => {
  const dated: CalendarData = {
    ...aroundTheClock,
    weeks: [
      {
        from: null,
        hours: [["08:00-12:00"], ["08:00-12:00"], [], [], [], ["08:00-11:00"], []],
        notCounted: [6],
        source: null,
      },
      { from: "2024-03-01", hours: Array.from({ length: 7 }, () => ["09:00-10:00"]), source: null },
    ],
    days: [
      {
        from: "2024-02-07",
        kind: "working",
        hours: ["07:00-09:30"],
        name: "half day",
        source: null,
        status: "confirmed",
      },
    ],
  };
  const compiled = compileCalendar(dated);

  test("a new weekly pattern holds from its day", () => {
    const of = (day: string) =>
      workingMsBetween(compiled, at(`${day}T00:00:00`), at(`${day}T00:00:00`) + hours(24));
    expect([
      of("2024-02-26"),
      of("2024-02-28"),
      of("2024-02-29"),
      of("2024-03-01"),
      of("2024-03-03"),
    ]).toEqual([hours(4), 0, 0, hours(1), hours(1)]);
  });

  test("a half day counts as a working day with its own hours", () => {
    expect(isWorkingDay(compiled, dayOf("2024-02-07"))).toBe(true);
    expect(closingOf(compiled, dayOf("2024-02-07"))).toBe(at("2024-02-07T09:30:00"));
  });

  test("a Saturday desk has hours but is no working day in law", () => {
    expect(isWorkingDay(compiled, dayOf("2024-02-10"))).toBe(false);
    expect(workingMsBetween(compiled, at("2024-02-10T00:00:00"), at("2024-02-11T00:00:00"))).toBe(hours(3));
  });
});
