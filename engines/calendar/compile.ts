import {
  type CalendarData,
  calendarProblems,
  type DayException,
  type Span,
  spansOf,
} from "./calendar-data.ts";
import { type CivilDay, dayOf, isoOf, millisecondsPerDay, weekdayOf, within } from "./civil-day.ts";

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

const millisecondsPerMinute = 60_000;

/** A calendar with its sums worked out for every day from `firstDay` up to, not including, `endDay`. */
export interface WorkingCalendar {
  id: string;
  utcOffsetMs: number;
  firstDay: CivilDay;
  endDay: CivilDay;
  /** Spans in milliseconds from midnight, by day - firstDay. Days of one kind share one array. */
  spans: readonly (readonly Span[])[];
  /** Working milliseconds in all days before firstDay + i; one entry more than there are days. */
  msBefore: Float64Array;
  /** Counted working days before firstDay + i. */
  daysBefore: Int32Array;
  /** The k-th counted working day. */
  workingDays: Int32Array;
  /** Rows with status unconfirmed, by day. */
  unconfirmed: ReadonlyMap<CivilDay, DayException>;
  /** The same calendar without its unconfirmed rows; null when there are none. */
  withoutUnconfirmed: WorkingCalendar | null;
  holidaysKnownTo: CivilDay | null;
}

/** A question about a day that the compiled calendar does not cover. */
export class OutsideCalendar extends RangeError {
  constructor(calendar: { id: string; firstDay: CivilDay; endDay: CivilDay }, day: CivilDay) {
    const asked = Number.isFinite(day) && Math.abs(day) < 2_000_000 ? isoOf(day) : "a day far away";
    super(
      `${asked} is outside calendar "${calendar.id}" (${isoOf(calendar.firstDay)} to ${isoOf(calendar.endDay - 1)})`,
    );
    this.name = "OutsideCalendar";
  }
}

interface DayKind {
  spans: readonly Span[];
  counted: boolean;
}

function inMilliseconds(hours: readonly string[]): Span[] {
  const spans = spansOf(hours);
  if (typeof spans === "string") throw new TypeError(spans);
  return spans.map(({ from, to }) => ({
    from: from * millisecondsPerMinute,
    to: to * millisecondsPerMinute,
  }));
}

/** The kinds of the seven weekdays for each pattern, with the day from which it holds. */
function patternsOf(data: CalendarData): { from: CivilDay; kinds: DayKind[] }[] {
  return data.weeks.map((week) => ({
    from: week.from === null ? -Infinity : dayOf(week.from),
    kinds: week.hours.map((hours, index) => ({
      spans: inMilliseconds(hours),
      counted: hours.length > 0 && !(week.notCounted ?? []).includes(index + 1),
    })),
  }));
}

function exceptionsOf(data: CalendarData, keep: (row: DayException) => boolean): Map<CivilDay, DayException> {
  const byDay = new Map<CivilDay, DayException>();
  for (const row of data.days.filter(keep)) {
    const last = dayOf(row.to ?? row.from);
    for (let day = dayOf(row.from); day <= last; day++) byDay.set(day, row);
  }
  return byDay;
}

const closed: DayKind = { spans: [], counted: false };

function kindOfException(row: DayException, monday: DayKind): DayKind {
  if (row.kind === "off") return closed;
  return { spans: row.hours === undefined ? monday.spans : inMilliseconds(row.hours), counted: true };
}

function compileRows(
  data: CalendarData,
  firstDay: CivilDay,
  endDay: CivilDay,
  withDoubt: boolean,
): WorkingCalendar {
  const patterns = patternsOf(data);
  const exceptions = exceptionsOf(data, (row) => withDoubt || row.status === "confirmed");
  const count = endDay - firstDay;
  const spans: (readonly Span[])[] = [];
  const msBefore = new Float64Array(count + 1);
  const daysBefore = new Int32Array(count + 1);
  const workingDays: CivilDay[] = [];
  let pattern = 0;
  for (let index = 0; index < count; index++) {
    const day = firstDay + index;
    while ((patterns[pattern + 1]?.from ?? Infinity) <= day) pattern++;
    const { kinds } = within(patterns, pattern);
    const row = exceptions.get(day);
    const kind =
      row === undefined ? within(kinds, weekdayOf(day) - 1) : kindOfException(row, within(kinds, 0));
    spans.push(kind.spans);
    msBefore[index + 1] =
      within(msBefore, index) + kind.spans.reduce((sum, span) => sum + span.to - span.from, 0);
    daysBefore[index + 1] = within(daysBefore, index) + (kind.counted ? 1 : 0);
    if (kind.counted) workingDays.push(day);
  }
  const unconfirmed = withDoubt ? exceptionsOf(data, (row) => row.status === "unconfirmed") : new Map();
  return {
    id: data.id,
    utcOffsetMs: data.utcOffsetMinutes * millisecondsPerMinute,
    firstDay,
    endDay,
    spans,
    msBefore,
    daysBefore,
    workingDays: Int32Array.from(workingDays),
    unconfirmed,
    withoutUnconfirmed: unconfirmed.size === 0 ? null : compileRows(data, firstDay, endDay, false),
    holidaysKnownTo: typeof data.holidaysKnownTo === "string" ? dayOf(data.holidaysKnownTo) : null,
  };
}

/**
 * Works out the sums of a calendar for the days `from` to `to`, inclusive (ISO dates).
 * Throws TypeError naming the first wrong field; ask `calendarProblems` first to report all of them.
 */
export function compileCalendar(data: CalendarData, from = "2010-01-01", to = "2060-12-31"): WorkingCalendar {
  const [problem] = calendarProblems(data);
  if (problem !== undefined) throw new TypeError(`${problem.path}: ${problem.code} (${problem.value})`);
  return compileRows(data, dayOf(from), dayOf(to) + 1, true);
}

/** The civil day of an instant in the calendar's zone. */
export function dayOfInstant(calendar: WorkingCalendar, instant: Instant): CivilDay {
  return Math.floor((instant + calendar.utcOffsetMs) / millisecondsPerDay);
}

/** The instant at which a civil day begins in the calendar's zone. */
export function startOfDay(calendar: WorkingCalendar, day: CivilDay): Instant {
  return day * millisecondsPerDay - calendar.utcOffsetMs;
}
