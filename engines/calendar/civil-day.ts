/**
 * A civil day as a whole number: days since 1970-01-01 in the proleptic Gregorian calendar. It has no hour and
 * no zone; which civil day an instant falls on is asked of a calendar (`dayOfInstant`).
 */
export type CivilDay = number;

/** ISO 8601 weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const millisecondsPerDay = 86_400_000;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;
const daysPerEra = 146_097; // 400 years
const epoch = 719_468; // days from 0000-03-01 to 1970-01-01

/**
 * Days from 1970-01-01, without a Date: years count from March, so that the leap day is the last of its year.
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
function dayFrom(year: number, month: number, day: number): CivilDay {
  const years = month <= 2 ? year - 1 : year;
  const era = Math.floor(years / 400);
  const inEra = years - era * 400;
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * daysPerEra + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear - epoch;
}

/** Year, month and day of the month, the way back of `dayFrom`. */
function partsOf(civil: CivilDay): { year: number; month: number; day: number } {
  const days = civil + epoch;
  const era = Math.floor(days / daysPerEra);
  const inEra = days - era * daysPerEra;
  const leaps = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096);
  const year = Math.floor((inEra - leaps) / 365);
  const inYear = inEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return { year: year + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The day of an ISO date `YYYY-MM-DD`, or null when the text is no date or no such day exists (2023-02-29). */
export function findDay(text: string): CivilDay | null {
  const match = isoDate.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const civil = dayFrom(year, month, day);
  return partsOf(civil).month === month ? civil : null;
}

/** The day of an ISO date. Throws RangeError when the text is no date. */
export function dayOf(text: string): CivilDay {
  const day = findDay(text);
  if (day === null) throw new RangeError(`"${text}" is not a date YYYY-MM-DD`);
  return day;
}

/** The ISO date of a day, years 0000 to 9999. */
export function isoOf(day: CivilDay): string {
  const parts = partsOf(day);
  const two = (number: number) => (number < 10 ? `0${number}` : String(number));
  return `${String(parts.year).padStart(4, "0")}-${two(parts.month)}-${two(parts.day)}`;
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
  const from = partsOf(day);
  const counted = from.year * 12 + from.month - 1 + months;
  const [year, month] = [Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1];
  const next = month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1);
  return Math.min(dayFrom(year, month, from.day), next - 1);
}

/** The entry of a table at an index that must lie inside. Throws RangeError: a fault of ours, never of the data. */
export function within<T>(table: ArrayLike<T>, index: number): T {
  const entry = table[index];
  if (entry === undefined) throw new RangeError(`no entry ${index} in a table of ${table.length}`);
  return entry;
}
