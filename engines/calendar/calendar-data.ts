import { findDay } from "./civil-day.ts";

/** Opening hours of one day as "HH:MM-HH:MM", ascending, not overlapping; "24:00" may end the day. */
export type Hours = readonly string[];

/** A weekly pattern and the day from which it holds; the first one also holds for all days before it. */
export interface WeekPattern {
  from: string | null;
  /** Seven entries, Monday first; an empty one is a weekly day of rest. */
  hours: readonly Hours[];
  /** Weekdays (1 = Monday) that have hours but are no working day in law, as a Saturday morning desk. */
  notCounted?: readonly number[] | undefined;
  source: string | null;
}

/** Days that differ from the weekly pattern. */
export interface DayException {
  from: string;
  /** Last day, inclusive; the same as `from` when absent. */
  to?: string | undefined;
  /** "off": no work. "working": a working day, with `hours` (a half day) or, without them, those of a Monday. */
  kind: "off" | "working";
  hours?: Hours | undefined;
  name: string;
  source: string | null;
  /** "unconfirmed": expected, but the announcement is not at hand. Such a day holds, with a warning. */
  status: "confirmed" | "unconfirmed";
}

/** The working time of an organisation as dated data. */
export interface CalendarData {
  id: string;
  /** Minutes east of UTC, the same all year: Viet Nam is 420. Zones with summer time are outside this engine. */
  utcOffsetMinutes: number;
  weeks: readonly WeekPattern[];
  days: readonly DayException[];
  /** Last day for which holidays have been announced; null when nothing is claimed. */
  holidaysKnownTo?: string | null | undefined;
}

/** A span of working time within a day, in minutes from its midnight: [from, to). */
export interface Span {
  from: number;
  to: number;
}

export type CalendarProblemCode =
  | "not-an-object"
  | "not-a-text"
  | "not-a-date"
  | "not-a-list"
  | "not-seven-days"
  | "not-a-number"
  | "hours-malformed"
  | "hours-overlap"
  | "kind-unknown"
  | "status-unknown"
  | "dates-reversed"
  | "day-twice"
  | "weeks-missing"
  | "weeks-not-ascending"
  | "never-works";

/** What is wrong with calendar data and where; `path` names the field, as `days[3].to`. */
export interface CalendarProblem {
  path: string;
  code: CalendarProblemCode;
  value: string;
}

const hoursPattern = /^(\d{2}):([0-5]\d)-(\d{2}):([0-5]\d)$/;

/** The spans of a day's hours, or the problem code. "00:00-24:00" is the whole day. */
export function spansOf(hours: Hours): Span[] | "hours-malformed" | "hours-overlap" {
  const spans: Span[] = [];
  let end = -1;
  for (const text of hours) {
    const match = hoursPattern.exec(text);
    if (match === null) return "hours-malformed";
    const from = Number(match[1]) * 60 + Number(match[2]);
    const to = Number(match[3]) * 60 + Number(match[4]);
    if (from >= to || to > 1440) return "hours-malformed";
    if (from < end) return "hours-overlap";
    spans.push({ from, to });
    end = to;
  }
  return spans;
}

type Record_ = Record<string, unknown>;
type Note = (path: string, code: CalendarProblemCode, value: unknown) => void;

function isRecord(value: unknown): value is Record_ {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function checkHours(value: unknown, path: string, note: Note): void {
  if (!Array.isArray(value)) return note(path, "not-a-list", value);
  const wrong = value.find((text) => typeof text !== "string");
  if (wrong !== undefined) return note(path, "hours-malformed", wrong);
  const spans = spansOf(value);
  if (typeof spans === "string") note(path, spans, value.join(", "));
}

function checkWorkingHours(row: Record_, path: string, note: Note): void {
  if (row["hours"] === undefined) return;
  checkHours(row["hours"], path, note);
  if (row["kind"] === "working" && Array.isArray(row["hours"]) && row["hours"].length === 0) {
    note(path, "never-works", "");
  }
}

function checkWeek(week: unknown, path: string, note: Note): void {
  if (!isRecord(week)) return note(path, "not-an-object", week);
  if (week["from"] !== null && !isDate(week["from"])) note(`${path}.from`, "not-a-date", week["from"]);
  const hours = week["hours"];
  if (!Array.isArray(hours) || hours.length !== 7) return note(`${path}.hours`, "not-seven-days", hours);
  hours.forEach((day, index) => checkHours(day, `${path}.hours[${index}]`, note));
  if (hours.every((day) => Array.isArray(day) && day.length === 0)) note(`${path}.hours`, "never-works", "");
  const notCounted = week["notCounted"] ?? [];
  if (!Array.isArray(notCounted)) note(`${path}.notCounted`, "not-a-list", notCounted);
  else if (hours.every((day, index) => day.length === 0 || notCounted.includes(index + 1))) {
    note(`${path}.notCounted`, "never-works", notCounted.join(", "));
  }
}

function isDate(value: unknown): value is string {
  return typeof value === "string" && findDay(value) !== null;
}

function checkException(row: unknown, path: string, seen: Set<number>, note: Note): void {
  if (!isRecord(row)) return note(path, "not-an-object", row);
  if (row["kind"] !== "off" && row["kind"] !== "working") note(`${path}.kind`, "kind-unknown", row["kind"]);
  if (row["status"] !== "confirmed" && row["status"] !== "unconfirmed") {
    note(`${path}.status`, "status-unknown", row["status"]);
  }
  checkWorkingHours(row, `${path}.hours`, note);
  if (typeof row["name"] !== "string") note(`${path}.name`, "not-a-text", row["name"]);
  if (!isDate(row["from"])) return note(`${path}.from`, "not-a-date", row["from"]);
  const last = row["to"] ?? row["from"];
  if (!isDate(last)) return note(`${path}.to`, "not-a-date", last);
  const [first, end] = [findDay(row["from"]) ?? 0, findDay(last) ?? 0];
  if (end < first || end - first > 366) return note(`${path}.to`, "dates-reversed", last);
  for (let day = first; day <= end; day++) {
    if (seen.has(day)) return note(path, "day-twice", row["from"]);
    seen.add(day);
  }
}

/** Everything that is wrong with the data, each with its field; an empty list means that it can be compiled. */
export function calendarProblems(data: unknown): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const note: Note = (path, code, value) => {
    problems.push({
      path,
      code,
      value: typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined"),
    });
  };
  if (!isRecord(data)) {
    note("", "not-an-object", data);
    return problems;
  }
  if (typeof data["id"] !== "string") note("id", "not-a-text", data["id"]);
  const offset = data["utcOffsetMinutes"];
  if (!Number.isInteger(offset) || Math.abs(Number(offset)) > 840)
    note("utcOffsetMinutes", "not-a-number", offset);
  const knownTo = data["holidaysKnownTo"] ?? null;
  if (knownTo !== null && !isDate(knownTo)) note("holidaysKnownTo", "not-a-date", knownTo);
  const weeks = data["weeks"];
  if (!Array.isArray(weeks) || weeks.length === 0) note("weeks", "weeks-missing", weeks);
  else {
    weeks.forEach((week, index) => checkWeek(week, `weeks[${index}]`, note));
    const starts = weeks.map((week) =>
      isRecord(week) && isDate(week["from"]) ? (findDay(week["from"]) ?? 0) : null,
    );
    starts.forEach((start, index) => {
      if (index > 0 && (start === null || start <= (starts[index - 1] ?? -Infinity))) {
        note(`weeks[${index}].from`, "weeks-not-ascending", start);
      }
    });
  }
  const seen = new Set<number>();
  if (!Array.isArray(data["days"])) note("days", "not-a-list", data["days"]);
  else data["days"].forEach((row, index) => checkException(row, `days[${index}]`, seen, note));
  return problems;
}
