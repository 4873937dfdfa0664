/**
 * A civil day as a whole number: days since 1970-01-01 in the proleptic Gregorian calendar. It has no hour and
 * no zone; which civil day an instant falls on is asked of a calendar (`dayOfInstant`).
 */
export type CivilDay = number;

/** ISO 8601 weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const millisecondsPerDay = 86_400_000;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day of an ISO date `YYYY-MM-DD`, or null when the text is no date or no such day exists (2023-02-29). */
export function findDay(text: string): CivilDay | null {
  const match = isoDate.exec(text);
  if (match === null) return null;
  const day = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / millisecondsPerDay;
  return isoOf(day) === text ? day : null;
}

/** The day of an ISO date. Throws RangeError when the text is no date. */
export function dayOf(text: string): CivilDay {
  const day = findDay(text);
  if (day === null) throw new RangeError(`"${text}" is not a date YYYY-MM-DD`);
  return day;
}

/** The ISO date of a day, years 0000 to 9999. */
export function isoOf(day: CivilDay): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

export function weekdayOf(day: CivilDay): Weekday {
  // 1970-01-01 was a Thursday (4).
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday; // 0…6 plus one is 1…7
}

/**
 * The same day number `months` later (or earlier); where that month is shorter, its last day.
 * Source: Civil Code 2015 art. 148(3): a month without the corresponding day ends on its last day.
 */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const date = new Date(day * millisecondsPerDay);
  const lastOfTarget = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  const dayNumber = Math.min(date.getUTCDate(), lastOfTarget.getUTCDate());
  return Date.UTC(lastOfTarget.getUTCFullYear(), lastOfTarget.getUTCMonth(), dayNumber) / millisecondsPerDay;
}

/** The entry of a table at an index that must lie inside. Throws RangeError: a fault of ours, never of the data. */
export function within<T>(table: ArrayLike<T>, index: number): T {
  const entry = table[index];
  if (entry === undefined) throw new RangeError(`no entry ${index} in a table of ${table.length}`);
  return entry;
}
