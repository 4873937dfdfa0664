import { type CivilDay, millisecondsPerDay, within } from "./civil-day.ts";
import { dayOfInstant, type Instant, OutsideCalendar, startOfDay, type WorkingCalendar } from "./compile.ts";

function indexOf(calendar: WorkingCalendar, day: CivilDay): number {
  if (!(day >= calendar.firstDay && day < calendar.endDay)) throw new OutsideCalendar(calendar, day);
  return day - calendar.firstDay;
}

/** Working milliseconds from the calendar's first day up to an instant. */
function workedUpTo(calendar: WorkingCalendar, instant: Instant): number {
  const day = dayOfInstant(calendar, instant);
  const index = indexOf(calendar, day);
  const sinceMidnight = instant - startOfDay(calendar, day);
  let worked = within(calendar.msBefore, index);
  for (const span of within(calendar.spans, index)) {
    worked += Math.min(Math.max(sinceMidnight - span.from, 0), span.to - span.from);
  }
  return worked;
}

/**
 * Working milliseconds in [from, to); negative when `to` is earlier. Additive: a day is never counted twice and
 * no moment between two days is lost.
 */
export function workingMsBetween(calendar: WorkingCalendar, from: Instant, to: Instant): number {
  return workedUpTo(calendar, to) - workedUpTo(calendar, from);
}

/** The last index whose sum is below `sum` (`strict`), or not above it; the sums never fall. */
function dayHolding(calendar: WorkingCalendar, sum: number, strict: boolean): number {
  let low = 0;
  let high = calendar.msBefore.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    const before = within(calendar.msBefore, middle);
    if (strict ? before < sum : before <= sum) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The instant at which `ms` of working time have passed since `from`. Forward it is the earliest such instant
 * (a limit that ends with the day ends at closing time, not at the next opening); backward, with a negative `ms`,
 * the latest. Zero gives `from` itself. Throws OutsideCalendar when the calendar ends before.
 */
export function addWorkingMs(calendar: WorkingCalendar, from: Instant, ms: number): Instant {
  if (ms === 0) return from;
  const target = workedUpTo(calendar, from) + ms;
  const forward = ms > 0;
  const index = dayHolding(calendar, target, forward);
  const day = calendar.firstDay + index;
  if (target < 0 || day >= calendar.endDay)
    throw new OutsideCalendar(calendar, forward ? day : calendar.firstDay - 1);
  let rest = target - within(calendar.msBefore, index);
  for (const span of within(calendar.spans, index)) {
    const length = span.to - span.from;
    if (forward ? rest <= length : rest < length) return startOfDay(calendar, day) + span.from + rest;
    rest -= length;
  }
  throw new OutsideCalendar(calendar, day);
}

/** Whether the day counts as a working day in law. */
export function isWorkingDay(calendar: WorkingCalendar, day: CivilDay): boolean {
  const index = indexOf(calendar, day);
  return within(calendar.daysBefore, index + 1) > within(calendar.daysBefore, index);
}

/** The first working day on or after `day`. */
export function workingDayFrom(calendar: WorkingCalendar, day: CivilDay): CivilDay {
  const found = calendar.workingDays[within(calendar.daysBefore, indexOf(calendar, day))];
  if (found === undefined) throw new OutsideCalendar(calendar, calendar.endDay);
  return found;
}

/** Working days after `from` up to and including `to`: the day of the event is not counted. Zero when reversed. */
export function workingDaysAfter(calendar: WorkingCalendar, from: CivilDay, to: CivilDay): number {
  if (to <= from) return 0;
  return (
    within(calendar.daysBefore, indexOf(calendar, to) + 1) -
    within(calendar.daysBefore, indexOf(calendar, from) + 1)
  );
}

/** The end of the day's working time as an instant; midnight at its end when the day has no hours. */
export function closingOf(calendar: WorkingCalendar, day: CivilDay): Instant {
  const last = within(calendar.spans, indexOf(calendar, day)).at(-1);
  return startOfDay(calendar, day) + (last?.to ?? millisecondsPerDay);
}
