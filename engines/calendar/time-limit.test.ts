import { describe, expect, test } from "vitest";
import type { CalendarData } from "./calendar-data.ts";
import { dayOf } from "./civil-day.ts";
import { compileCalendar, OutsideCalendar } from "./compile.ts";
import { civilCode2015, untilClosing } from "./counting-rules.ts";
import { warningText, writtenDate } from "./messages.ts";
import { type Due, type DueWarning, dueOf, dueOnDate, type Suspension } from "./time-limit.ts";
import office from "./vietnam-office.json" with { type: "json" };

const calendar = compileCalendar(office as CalendarData); // JSON widens the literal types; checked in calendar.test.ts
const at = (text: string) => Date.parse(`${text}+07:00`);
const span = (from: string, to: string | null): Suspension => ({
  from: at(from),
  to: to === null ? null : at(to),
});
const codes = (due: Due) => due.warnings.map((warning) => warning.code);

function dueDay(
  start: string,
  value: number,
  unit: "day" | "working-day" | "month",
  ...suspensions: Suspension[]
): string {
  const due = dueOf(calendar, at(start), { value, unit }, civilCode2015, suspensions);
  return due.kind === "due" ? due.day : `suspended, ${due.remaining} left`;
}

describe("limits in days", () => {
  test("the day of the event is not counted and the limit ends at midnight of the last day", () => {
    const due = dueOf(calendar, at("2024-11-25T08:00:00"), { value: 3, unit: "working-day" }, civilCode2015);
    expect(due).toEqual({ kind: "due", at: at("2024-11-29T00:00:00"), day: "2024-11-28", warnings: [] });
  });

  test("the hour of the event changes nothing within its day", () => {
    expect(dueDay("2024-11-25T00:00:00", 5, "working-day")).toBe("2024-12-02");
    expect(dueDay("2024-11-25T23:59:59.999", 5, "working-day")).toBe("2024-12-02");
    expect(dueDay("2024-11-26T00:00:00", 5, "working-day")).toBe("2024-12-03");
  });

  test("a rule that counts the first day ends one day earlier", () => {
    const rule = { ...civilCode2015, firstDayCounts: true };
    const due = dueOf(calendar, at("2024-11-25T08:00:00"), { value: 3, unit: "working-day" }, rule);
    expect(due.kind === "due" && due.day).toBe("2024-11-27");
    const month = dueOf(calendar, at("2024-11-12T08:00:00"), { value: 1, unit: "month" }, rule);
    expect(month.kind === "due" && month.day).toBe("2024-12-11");
  });

  test("a limit in days that ends on a Sunday moves to Monday and says so", () => {
    const due = dueOf(calendar, at("2024-12-05T09:00:00"), { value: 10, unit: "day" }, civilCode2015);
    expect(due).toMatchObject({
      day: "2024-12-16",
      warnings: [{ code: "rolled-to-working-day", from: "2024-12-15", to: "2024-12-16" }],
    });
  });

  test("a rule that keeps the last day only warns", () => {
    const rule = { ...civilCode2015, lastDay: "as-counted" as const };
    const due = dueOf(calendar, at("2024-12-05T09:00:00"), { value: 10, unit: "day" }, rule);
    expect(due).toMatchObject({
      day: "2024-12-15",
      warnings: [{ code: "non-working-day", day: "2024-12-15", next: "2024-12-16" }],
    });
  });

  test("Tet and a make-up Saturday are counted as announced", () => {
    expect(dueDay("2024-02-06T09:00:00", 2, "working-day")).toBe("2024-02-15");
    expect(dueDay("2024-04-26T09:00:00", 3, "working-day")).toBe("2024-05-04");
  });

  test("a counter that closes is due at closing time", () => {
    const due = dueOf(calendar, at("2024-11-25T08:00:00"), { value: 1, unit: "working-day" }, untilClosing);
    expect(due.kind === "due" && due.at).toBe(at("2024-11-26T17:30:00"));
  });

  test("nothing to wait for is due the same day", () => {
    expect(dueDay("2024-11-25T10:00:00", 0, "day")).toBe("2024-11-25");
  });
});

describe("limits in months", () => {
  test("end on the same day number, moved from a day of rest", () => {
    expect(dueDay("2024-11-25T10:00:00", 1, "month")).toBe("2024-12-25");
    expect(dueDay("2024-11-15T10:00:00", 1, "month")).toBe("2024-12-16");
  });

  test("a month without the day ends on its last day and says so", () => {
    const due = dueOf(calendar, at("2024-12-31T10:00:00"), { value: 2, unit: "month" }, civilCode2015);
    expect(due).toMatchObject({
      day: "2025-02-28",
      warnings: [{ code: "month-clamped", day: "2025-02-28" }],
    });
  });

  test("half a month is fifteen days", () => {
    expect(dueDay("2024-11-25T10:00:00", 0.5, "month")).toBe("2024-12-10");
    expect(dueDay("2024-11-25T10:00:00", 1.5, "month")).toBe("2025-01-09");
  });

  test("are longer by the days of a suspension", () => {
    expect(
      dueDay("2024-11-25T10:00:00", 1, "month", span("2024-12-02T10:00:00", "2024-12-05T10:00:00")),
    ).toBe("2024-12-30");
  });
});

const end = (start: string, value: number, unit: "hour" | "working-hour" | "day" | "working-day") => {
  const due = dueOf(calendar, at(start), { value, unit }, civilCode2015);
  return due.kind === "due" ? [due.at, due.day] : [];
};

describe("limits in hours and parts of days", () => {
  test("hours run through the night, working hours do not", () => {
    expect(end("2024-11-22T16:30:00", 24, "hour")).toEqual([at("2024-11-23T16:30:00"), "2024-11-23"]);
    expect(end("2024-11-22T16:30:00", 2, "working-hour")).toEqual([at("2024-11-25T08:30:00"), "2024-11-25"]);
  });

  test("half a working day is four working hours and half a day twelve hours", () => {
    expect(end("2024-11-25T14:30:00", 0.5, "working-day")).toEqual([at("2024-11-26T08:30:00"), "2024-11-26"]);
    expect(end("2024-11-25T14:30:00", 0.5, "day")).toEqual([at("2024-11-26T02:30:00"), "2024-11-26"]);
  });

  test("what ends at midnight belongs to the day before", () => {
    expect(end("2024-11-25T00:00:00", 24, "hour")).toEqual([at("2024-11-26T00:00:00"), "2024-11-25"]);
    expect(end("2024-11-25T00:00:00", 0, "hour")).toEqual([at("2024-11-25T00:00:00"), "2024-11-25"]);
  });
});

describe("suspension", () => {
  test("a suspended dossier does not consume its time limit", () => {
    expect(dueDay("2024-11-25T08:00:00", 5, "working-day")).toBe("2024-12-02");
    const held = span("2024-11-27T09:00:00", "2024-12-10T15:00:00");
    expect(dueDay("2024-11-25T08:00:00", 5, "working-day", held)).toBe("2024-12-13");
  });

  test("a suspension of a few hours within one day changes no count of days", () => {
    expect(
      dueDay("2024-11-25T08:00:00", 5, "working-day", span("2024-11-27T09:00:00", "2024-11-27T16:00:00")),
    ).toBe("2024-12-02");
  });

  test("while it lasts the due day is unknown and what remains is stated", () => {
    const due = dueOf(calendar, at("2024-11-25T08:00:00"), { value: 5, unit: "working-day" }, civilCode2015, [
      span("2024-11-27T09:00:00", null),
    ]);
    expect(due).toEqual({ kind: "suspended", since: at("2024-11-27T09:00:00"), remaining: 3, warnings: [] });
    const hours = dueOf(
      calendar,
      at("2024-11-25T08:00:00"),
      { value: 6, unit: "working-hour" },
      civilCode2015,
      [span("2024-11-25T10:30:00", null)],
    );
    expect(hours).toEqual({
      kind: "suspended",
      since: at("2024-11-25T10:30:00"),
      remaining: 3.5,
      warnings: [],
    });
  });

  test("one that begins after the end changes nothing", () => {
    expect(dueDay("2024-11-25T08:00:00", 5, "working-day", span("2024-12-02T09:00:00", null))).toBe(
      "2024-12-02",
    );
    const due = dueOf(
      calendar,
      at("2024-11-25T08:00:00"),
      { value: 2, unit: "working-hour" },
      civilCode2015,
      [span("2024-11-25T10:00:00", null)],
    );
    expect(due).toMatchObject({ kind: "due", at: at("2024-11-25T10:00:00") });
  });

  test("several, in any order and before the start, are each left out once", () => {
    const held = [
      span("2024-12-03T10:00:00", "2024-12-04T10:00:00"),
      span("2024-11-20T08:00:00", "2024-11-21T08:00:00"),
      span("2024-11-27T09:00:00", "2024-11-28T09:00:00"),
    ];
    expect(dueDay("2024-11-25T08:00:00", 6, "working-day", ...held)).toBe("2024-12-05");
  });
});

describe("what is not certain is said", () => {
  test("an unconfirmed holiday that decides comes with the other answer", () => {
    const due = dueOf(calendar, at("2026-11-23T08:00:00"), { value: 1, unit: "working-day" }, civilCode2015);
    expect(due).toMatchObject({
      day: "2026-11-25",
      warnings: [
        {
          code: "unconfirmed-day",
          day: "2026-11-24",
          name: "Ngày Văn hóa Việt Nam",
          dueOtherwise: "2026-11-24",
        },
      ],
    });
  });

  test("an unconfirmed holiday that decides nothing is not mentioned", () => {
    expect(
      codes(dueOf(calendar, at("2026-11-23T08:00:00"), { value: 2, unit: "day" }, civilCode2015)),
    ).toEqual([]);
    expect(
      codes(dueOf(calendar, at("2026-10-05T08:00:00"), { value: 5, unit: "working-day" }, civilCode2015)),
    ).toEqual([]);
  });

  test("a limit that runs past the announced holidays says so", () => {
    const due = dueOf(calendar, at("2026-12-28T08:00:00"), { value: 10, unit: "working-day" }, civilCode2015);
    expect(due.warnings).toEqual([{ code: "holidays-unknown-after", day: "2026-12-31" }]);
    expect(
      codes(dueOf(calendar, at("2026-12-28T08:00:00"), { value: 3, unit: "working-day" }, civilCode2015)),
    ).toEqual([]);
  });

  test("a date written in a document is kept on a Sunday, with a warning", () => {
    expect(dueOnDate(calendar, dayOf("2024-12-15"))).toEqual({
      kind: "due",
      at: at("2024-12-16T00:00:00"),
      day: "2024-12-15",
      warnings: [{ code: "non-working-day", day: "2024-12-15", next: "2024-12-16" }],
    });
    expect(dueOnDate(calendar, dayOf("2024-12-16")).warnings).toEqual([]);
    expect(codes(dueOnDate(calendar, dayOf("2026-11-24")))).toEqual(["non-working-day", "unconfirmed-day"]);
  });
});

describe("limits without meaning are refused", () => {
  test.each([
    [-1, "day"],
    [Number.NaN, "day"],
    [Number.POSITIVE_INFINITY, "hour"],
    [0.3, "month"],
  ] as const)("%d %s", (value, unit) => {
    expect(() => dueOf(calendar, at("2024-11-25T08:00:00"), { value, unit }, civilCode2015)).toThrow(
      RangeError,
    );
  });

  test("a limit longer than the calendar", () => {
    expect(() =>
      dueOf(calendar, at("2024-11-25T08:00:00"), { value: 1_000_000, unit: "day" }, civilCode2015),
    ).toThrow(OutsideCalendar);
    expect(() =>
      dueOf(calendar, at("2024-11-25T08:00:00"), { value: 1e9, unit: "working-hour" }, civilCode2015),
    ).toThrow(OutsideCalendar);
  });
});

describe("warnings in words", () => {
  const warnings: DueWarning[] = [
    { code: "rolled-to-working-day", from: "2024-12-15", to: "2024-12-16" },
    { code: "non-working-day", day: "2024-12-15", next: "2024-12-16" },
    { code: "unconfirmed-day", day: "2026-11-24", name: "Ngày Văn hóa Việt Nam", dueOtherwise: "2026-11-25" },
    { code: "holidays-unknown-after", day: "2026-12-31" },
    { code: "month-clamped", day: "2025-02-28" },
  ];

  test.each(["vi", "en", "zh"] as const)("%s names every day of the warning", (language) => {
    for (const warning of warnings) {
      const text = warningText(warning, language);
      for (const [key, value] of Object.entries(warning)) {
        if (key !== "code") expect(text).toContain(key === "name" ? value : writtenDate(value, language));
      }
    }
  });

  test("dates are written as each language writes them", () => {
    expect((["vi", "en", "zh"] as const).map((language) => writtenDate("2024-12-05", language))).toEqual([
      "5/12/2024",
      "2024-12-05",
      "2024年12月5日",
    ]);
  });
});
