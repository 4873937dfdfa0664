import { addMonths, type CivilDay, isoOf } from "./civil-day.ts";
import { dayOfInstant, type Instant, OutsideCalendar, startOfDay, type WorkingCalendar } from "./compile.ts";
import type { CountingRule } from "./counting-rules.ts";
import { addWorkingMs, closingOf, isWorkingDay, workingDayFrom, workingMsBetween } from "./working-time.ts";

export type LimitUnit = "hour" | "working-hour" | "day" | "working-day" | "month";

/** A legal or agreed limit; `value` may be fractional (0.5 working day), months only in halves. */
export interface TimeLimit {
  value: number;
  unit: LimitUnit;
}

/** Time that does not count: [from, to); `to` null while it lasts. */
export interface Suspension {
  from: Instant;
  to: Instant | null;
}

export type DueWarning =
  | { code: "rolled-to-working-day"; from: string; to: string }
  | { code: "non-working-day"; day: string; next: string }
  | { code: "unconfirmed-day"; day: string; name: string; dueOtherwise: string }
  | { code: "holidays-unknown-after"; day: string }
  | { code: "month-clamped"; day: string };

export type Due =
  /** `at` is exclusive: from that instant on it is overdue. `day` is the last day in time. */
  | { kind: "due"; at: Instant; day: string; warnings: DueWarning[] }
  /** The clock stands still. `remaining` is in the limit's own unit: days for days and months, else hours. */
  | { kind: "suspended"; since: Instant; remaining: number; warnings: DueWarning[] };

const millisecondsPerHour = 3_600_000;

/** Throws RangeError: a negative, non-finite or too finely divided limit has no meaning in law. */
function check(limit: TimeLimit): void {
  const months = limit.unit === "month" ? limit.value * 2 : 0;
  if (!(limit.value >= 0 && Number.isFinite(limit.value)) || !Number.isInteger(months)) {
    throw new RangeError(`a limit of ${limit.value} ${limit.unit} cannot be counted`);
  }
}

function inOrder(suspensions: readonly Suspension[]): Suspension[] {
  return suspensions.toSorted((a, b) => a.from - b.from);
}

/** The day on which the last counted day falls, or what is left when an open suspension stops the count. */
function countDays(
  calendar: WorkingCalendar,
  first: CivilDay,
  days: number,
  suspensions: readonly Suspension[],
  counts: (day: CivilDay) => boolean,
): { day: CivilDay } | { since: Instant; remaining: number } {
  const spans = suspensions.map(({ from, to }) => ({
    since: from,
    from: dayOfInstant(calendar, from),
    to: to === null ? Infinity : dayOfInstant(calendar, to),
  }));
  let day = first - 1;
  let remaining = days;
  while (remaining > 0) {
    day++;
    if (day >= calendar.endDay) throw new OutsideCalendar(calendar, day);
    // As the day of an event is not counted, so a suspension or resumption takes effect from the next day.
    const holding = spans.find((span) => day > span.from && day <= span.to);
    if (holding?.to === Infinity) return { since: holding.since, remaining };
    if (holding === undefined && counts(day)) remaining--;
  }
  return { day };
}

/** Runs `ms` of time, all of it or only working time, around the suspensions. */
function runClock(
  calendar: WorkingCalendar,
  start: Instant,
  ms: number,
  suspensions: readonly Suspension[],
  working: boolean,
): { at: Instant } | { since: Instant; remaining: number } {
  const passed = (a: Instant, b: Instant) => (working ? workingMsBetween(calendar, a, b) : b - a);
  const after = (a: Instant, time: number) => (working ? addWorkingMs(calendar, a, time) : a + time);
  let now = start;
  let left = ms;
  for (const { from, to } of inOrder(suspensions)) {
    if (to !== null && to <= now) continue;
    const run = passed(now, Math.max(now, from));
    if (run >= left) break;
    left -= run;
    if (to === null) return { since: from, remaining: left / millisecondsPerHour };
    now = to;
  }
  return { at: after(now, left) };
}

/** Whole days and months are counted by days; everything else is a running clock. */
function daysOf(limit: TimeLimit, first: CivilDay): number | null {
  if (limit.unit === "month") {
    // Half a month is fifteen days: Civil Code 2015 art. 146(1)(d).
    const whole = Math.floor(limit.value);
    return addMonths(first - 1, whole) - (first - 1) + (whole === limit.value ? 0 : 15);
  }
  const byDay = limit.unit === "day" || limit.unit === "working-day";
  return byDay && Number.isInteger(limit.value) ? limit.value : null;
}

function hoursOf(limit: TimeLimit, rule: CountingRule): number {
  // A day is twenty-four hours: Civil Code 2015 art. 146(1)(e).
  if (limit.unit === "day") return limit.value * 24;
  return limit.unit === "working-day" ? limit.value * rule.hoursPerWorkingDay : limit.value;
}

function endOfDay(calendar: WorkingCalendar, day: CivilDay, rule: CountingRule): Instant {
  return rule.dayEnds === "closing" ? closingOf(calendar, day) : startOfDay(calendar, day + 1);
}

function dueByDays(
  calendar: WorkingCalendar,
  start: Instant,
  limit: TimeLimit,
  days: number,
  rule: CountingRule,
  suspensions: readonly Suspension[],
): Due {
  const startDay = dayOfInstant(calendar, start);
  const first = rule.firstDayCounts ? startDay : startDay + 1;
  const working = limit.unit === "working-day";
  const counted = countDays(
    calendar,
    first,
    days,
    suspensions,
    (day) => !working || isWorkingDay(calendar, day),
  );
  if (!("day" in counted)) return { kind: "suspended", ...counted, warnings: [] };
  const warnings: DueWarning[] = [];
  if (
    limit.unit === "month" &&
    isoOf(addMonths(first - 1, Math.floor(limit.value))).slice(8) !== isoOf(first - 1).slice(8)
  ) {
    warnings.push({ code: "month-clamped", day: isoOf(addMonths(first - 1, Math.floor(limit.value))) });
  }
  let { day } = counted;
  if (!isWorkingDay(calendar, day)) {
    const next = workingDayFrom(calendar, day);
    if (rule.lastDay === "next-working-day") {
      warnings.push({ code: "rolled-to-working-day", from: isoOf(day), to: isoOf(next) });
      day = next;
    } else warnings.push({ code: "non-working-day", day: isoOf(day), next: isoOf(next) });
  }
  return { kind: "due", at: endOfDay(calendar, day, rule), day: isoOf(day), warnings };
}

function dueOnce(
  calendar: WorkingCalendar,
  start: Instant,
  limit: TimeLimit,
  rule: CountingRule,
  suspensions: readonly Suspension[],
): Due {
  const startDay = dayOfInstant(calendar, start);
  const days = daysOf(limit, rule.firstDayCounts ? startDay : startDay + 1);
  if (days !== null) return dueByDays(calendar, start, limit, days, rule, suspensions);
  const ms = hoursOf(limit, rule) * millisecondsPerHour;
  const run = runClock(calendar, start, ms, suspensions, limit.unit.startsWith("working"));
  if (!("at" in run)) return { kind: "suspended", ...run, warnings: [] };
  // `at` is exclusive, so a limit that ends at midnight ends on the day before.
  return {
    kind: "due",
    at: run.at,
    day: isoOf(dayOfInstant(calendar, Math.max(start, run.at - 1))),
    warnings: [],
  };
}

/** Which unconfirmed days and unannounced years the answer leans on. */
function doubts(
  calendar: WorkingCalendar,
  start: Instant,
  due: Due & { kind: "due" },
  otherwise: Due,
): DueWarning[] {
  const warnings: DueWarning[] = [];
  const [from, to] = [dayOfInstant(calendar, start), dayOfInstant(calendar, Math.max(start, due.at - 1))];
  if (otherwise.kind === "due" && otherwise.at !== due.at) {
    for (const [day, row] of calendar.unconfirmed) {
      if (day < from || day > to) continue;
      warnings.push({
        code: "unconfirmed-day",
        day: isoOf(day),
        name: row.name,
        dueOtherwise: otherwise.day,
      });
    }
  }
  if (calendar.holidaysKnownTo !== null && to > calendar.holidaysKnownTo) {
    warnings.push({ code: "holidays-unknown-after", day: isoOf(calendar.holidaysKnownTo) });
  }
  return warnings;
}

/**
 * When a limit that began at `start` runs out under a counting rule, with suspensions left out. A day on which an
 * unconfirmed holiday decides comes with a warning that also says when it would be due otherwise.
 * Throws RangeError for a limit without meaning and OutsideCalendar when the calendar ends first.
 */
export function dueOf(
  calendar: WorkingCalendar,
  start: Instant,
  limit: TimeLimit,
  rule: CountingRule,
  suspensions: readonly Suspension[] = [],
): Due {
  check(limit);
  const due = dueOnce(calendar, start, limit, rule, suspensions);
  if (due.kind === "suspended") return due;
  const other = calendar.withoutUnconfirmed;
  const otherwise = other === null ? due : dueOnce(other, start, limit, rule, suspensions);
  return { ...due, warnings: [...due.warnings, ...doubts(calendar, start, due, otherwise)] };
}

/**
 * A date written in a document is kept as written; on a day without work it comes with a warning that names the next
 * working day. Whether to move it is the reader's decision (directives.md, "The reader").
 */
export function dueOnDate(calendar: WorkingCalendar, day: CivilDay): Due & { kind: "due" } {
  const warnings: DueWarning[] = [];
  if (!isWorkingDay(calendar, day)) {
    warnings.push({ code: "non-working-day", day: isoOf(day), next: isoOf(workingDayFrom(calendar, day)) });
  }
  const row = calendar.unconfirmed.get(day);
  if (row !== undefined) {
    warnings.push({ code: "unconfirmed-day", day: isoOf(day), name: row.name, dueOtherwise: isoOf(day) });
  }
  return { kind: "due", at: startOfDay(calendar, day + 1), day: isoOf(day), warnings };
}
