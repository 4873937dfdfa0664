import type { Scenario } from "./scenario.ts";

type Hours = Scenario["hours"][number];
type Shift = Scenario["forces"][number]["shifts"][number];
type Weekday = NonNullable<Shift["days"]>[number];

const WEEK: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY_MINUTES = 1_440;
const DAY_MILLISECONDS = 86_400_000;

/** A quantity that changes at known minutes of the run: value[i] holds from at[i] until at[i + 1]; at[0] is 0. */
export type Steps = { at: number[]; value: number[] };

/** Days since 1970-01-01 of an ISO date. The zone has no summer time, so civil arithmetic is exact. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MILLISECONDS;
}

/** Index of the weekday, Monday 0, of a day number (1970-01-01 was a Thursday). */
export function weekdayOf(day: number): number {
  return (day + 3) % 7;
}

/** Minutes from the start of the run to "YYYY-MM-DD HH:MM"; negative before it. */
export function minuteOf(moment: string, start: string): number {
  const [date = "", clock = ""] = moment.split(" ");
  return (dayNumber(date) - dayNumber(start)) * DAY_MINUTES + clockMinutes(clock);
}

/** Minutes from midnight of "HH:MM". */
export function clockMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

/** 1 while an opening calendar is open, 0 otherwise; a dated exception replaces the week's windows of its day. */
export function openingSteps(hours: Hours, start: string, days: number): Steps {
  const exceptions = new Map(hours.dates.map(({ on, windows }) => [dayNumber(on), windows]));
  const first = dayNumber(start);
  const changes: [number, number][] = [];
  for (let day = 0; day < days; day++) {
    const windows =
      exceptions.get(first + day) ?? hours.week.filter((row) => appliesOn(row.days, first + day));
    for (const { from, to } of windows) addWindow(changes, day, from, to, 1);
  }
  const steps = accumulate(changes);
  return compress(steps.at, (minute) => (valueAt(steps, minute) > 0 ? 1 : 0)); // windows may overlap
}

/** Desks that are manned over time: the sum of the shifts. */
export function shiftSteps(shifts: readonly Shift[], start: string, days: number): Steps {
  const first = dayNumber(start);
  const changes: [number, number][] = [];
  for (let day = 0; day < days; day++) {
    for (const shift of shifts) {
      if (appliesOn(shift.days, first + day)) addWindow(changes, day, shift.from, shift.to, shift.desks);
    }
  }
  return accumulate(changes);
}

/** The value that holds at `minute` ≥ 0. */
export function valueAt({ at, value }: Steps, minute: number): number {
  let low = 0;
  let high = at.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) <= minute) low = middle;
    else high = middle;
  }
  return value[low] ?? 0;
}

/** The steps of `valueOf` between the given minutes (negative ones are left out), without steps that change nothing. */
export function compress(minutes: readonly number[], valueOf: (minute: number) => number): Steps {
  const sorted = [...new Set([0, ...minutes])].filter((minute) => minute >= 0).toSorted((a, b) => a - b);
  const steps: Steps = { at: [], value: [] };
  for (const minute of sorted) {
    const value = valueOf(minute);
    if (value === steps.value.at(-1)) continue;
    steps.at.push(minute);
    steps.value.push(value);
  }
  return steps;
}

function appliesOn(days: readonly Weekday[] | undefined, day: number): boolean {
  const weekday = WEEK[weekdayOf(day)];
  return days === undefined || (weekday !== undefined && days.includes(weekday));
}

function addWindow(changes: [number, number][], day: number, from: string, to: string, amount: number): void {
  changes.push(
    [day * DAY_MINUTES + clockMinutes(from), amount],
    [day * DAY_MINUTES + clockMinutes(to), -amount],
  );
}

function accumulate(changes: readonly [number, number][]): Steps {
  const change = new Map<number, number>();
  for (const [minute, amount] of changes) change.set(minute, (change.get(minute) ?? 0) + amount);
  let sum = 0;
  return compress([...change.keys()], (minute) => (sum += change.get(minute) ?? 0));
}
