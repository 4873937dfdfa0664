import type { CalendarData } from "../calendar/calendar-data.ts";
import { dayOf } from "../calendar/civil-day.ts";
import { compileCalendar } from "../calendar/compile.ts";
import { isWorkingDay } from "../calendar/working-time.ts";
import { cell } from "./cells.ts";

/**
 * Working days of several calendars, as tables over the days from `origin`. A time is a boundary between two days:
 * boundary t is the start of day t, and also the finish of day t − 1, counted from `origin`.
 * Outside the tables the week of their first and last seven days goes on, so that no plan is too long.
 */
export interface DayTables {
  /** Civil day of boundary 0. */
  origin: number;
  /** Days covered; tables of one calendar lie `stride` apart. */
  span: number;
  stride: number;
  /** Working days in [0, t), for t in 0…span. */
  before: Int32Array;
  /** The k-th working day, for k in 0…span. */
  day: Int32Array;
  /** Per calendar: working days in the tables, and in one ordinary week at each end. */
  count: Int32Array;
  headWeek: Int32Array;
  tailWeek: Int32Array;
}

function lastDayOf(calendar: CalendarData, fallback: number): number {
  const ends = calendar.days.map((row) => dayOf(row.to ?? row.from));
  const weeks = calendar.weeks.map((week) => (week.from === null ? fallback : dayOf(week.from)));
  return Math.max(fallback, ...ends, ...weeks);
}

function firstDayOf(calendar: CalendarData, fallback: number): number {
  const starts = calendar.days.map((row) => dayOf(row.from));
  const weeks = calendar.weeks.map((week) => (week.from === null ? fallback : dayOf(week.from)));
  return Math.min(fallback, ...starts, ...weeks);
}

/** Whether day i, from `origin`, is a working day. */
type Working = (index: number) => boolean;

function fill(tables: DayTables, calendar: number, working: Working): void {
  const base = calendar * tables.stride;
  let count = 0;
  for (let index = 0; index < tables.span; index++) {
    tables.before[base + index] = count;
    if (working(index)) tables.day[base + count++] = index;
  }
  tables.before[base + tables.span] = count;
  tables.count[calendar] = count;
  tables.headWeek[calendar] = cell(tables.before, base + 7);
  tables.tailWeek[calendar] = count - cell(tables.before, base + tables.span - 7);
  for (let k = count; k <= tables.span; k++) tables.day[base + k] = dayInTail(tables, calendar, k);
}

/**
 * Tables for the calendars in order; the last one, where every day counts, is added. They reach from `first` to
 * `last` (civil days) and cover every special day of the data, with an ordinary week at each end.
 * Throws TypeError naming the field of wrong calendar data.
 */
export function dayTables(calendars: readonly CalendarData[], first: number, last: number): DayTables {
  const origin = Math.min(first, ...calendars.map((calendar) => firstDayOf(calendar, first))) - 8;
  const end = Math.max(last, ...calendars.map((calendar) => lastDayOf(calendar, last))) + 8;
  const span = end - origin;
  const stride = span + 1;
  const all = calendars.length + 1;
  const tables: DayTables = {
    origin,
    span,
    stride,
    before: new Int32Array(all * stride),
    day: new Int32Array(all * stride),
    count: new Int32Array(all),
    headWeek: new Int32Array(all),
    tailWeek: new Int32Array(all),
  };
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  calendars.forEach((data, index) => {
    const compiled = compileCalendar(data, iso(origin), iso(end - 1));
    fill(tables, index, (day) => isWorkingDay(compiled, origin + day));
  });
  fill(tables, calendars.length, () => true);
  return tables;
}

/** The k-th working day for k at or past the table's end. */
function dayInTail(tables: DayTables, calendar: number, k: number): number {
  const perWeek = cell(tables.tailWeek, calendar);
  const past = k - cell(tables.count, calendar);
  const week = (past / perWeek) | 0;
  const inWeek = past - week * perWeek;
  const base = calendar * tables.stride;
  return 7 * (week + 1) + cell(tables.day, base + cell(tables.count, calendar) - perWeek + inWeek);
}

function dayInHead(tables: DayTables, calendar: number, k: number): number {
  const perWeek = cell(tables.headWeek, calendar);
  const week = ((perWeek - 1 - k) / perWeek) | 0;
  return cell(tables.day, calendar * tables.stride + k + week * perWeek) - 7 * week;
}

function beforeOutside(tables: DayTables, calendar: number, time: number): number {
  const base = calendar * tables.stride;
  if (time < 0) {
    const weeks = ((6 - time) / 7) | 0;
    return cell(tables.before, base + time + 7 * weeks) - weeks * cell(tables.headWeek, calendar);
  }
  const weeks = ((time - tables.span + 6) / 7) | 0;
  return cell(tables.before, base + time - 7 * weeks) + weeks * cell(tables.tailWeek, calendar);
}

/**
 * The k-th working day for k ≥ 0, read from one memory as `nthDay` reads it from the tables: `days` is where the days of
 * the calendar begin there, `count` how many lie in the tables, `perWeek` how many in each week after them.
 */
export function dayFrom(
  heap: Int32Array,
  days: number,
  span: number,
  count: number,
  perWeek: number,
  k: number,
): number {
  if (k <= span) return cell(heap, (days + k) | 0);
  const past = (k - count) | 0;
  const week = (past / perWeek) | 0;
  return (
    (Math.imul(7, week + 1) + cell(heap, (days + count - perWeek + past - Math.imul(week, perWeek)) | 0)) | 0
  );
}

/** Working days before boundary `time`, from boundary 0; negative before it. Never falls with `time`. */
export function countBefore(tables: DayTables, calendar: number, time: number): number {
  if (time >>> 0 <= tables.span) return cell(tables.before, calendar * tables.stride + time);
  return beforeOutside(tables, calendar, time);
}

/** The k-th working day: its start boundary. `countBefore` of it is k. */
export function nthDay(tables: DayTables, calendar: number, k: number): number {
  if (k >>> 0 <= tables.span) return cell(tables.day, calendar * tables.stride + k);
  return k < 0 ? dayInHead(tables, calendar, k) : dayInTail(tables, calendar, k);
}

/**
 * The earliest boundary by which `days` working days have passed since `time` (their finish), or for a negative
 * number the start of the working day that lies so many back. Zero moves nothing. Never falls with `time`.
 */
export function shift(tables: DayTables, calendar: number, time: number, days: number): number {
  if (days === 0) return time;
  const k = countBefore(tables, calendar, time) + days;
  return days > 0 ? nthDay(tables, calendar, k - 1) + 1 : nthDay(tables, calendar, k);
}

/** The latest boundary from which `shift` by `days` does not pass `limit`: the way back along an edge. */
export function unshift(tables: DayTables, calendar: number, limit: number, days: number): number {
  if (days === 0) return limit;
  if (days > 0) return nthDay(tables, calendar, countBefore(tables, calendar, limit) - days);
  return nthDay(tables, calendar, countBefore(tables, calendar, limit + 1) - 1 - days);
}
