/** Civil days as ISO text; no clock and no time zone takes part. */

const MS_PER_DAY = 86_400_000;
const two = (value: number): string => String(value).padStart(2, "0");

/** ISO day, or null when the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year > 1900 && year < 2200;
  return exists ? `${year}-${two(month)}-${two(day)}` : null;
}

/** First and last day of the months `first`–`last` of a year, or null when a month does not exist. */
export function monthsOf(year: number, first: number, last: number): { from: string; to: string } | null {
  const from = isoDay(year, first, 1);
  if (from === null || last < first || last > 12) return null;
  const end = new Date(Date.UTC(year, last, 1) - MS_PER_DAY);
  const to = isoDay(year, last, end.getUTCDate());
  return to === null ? null : { from, to };
}

/** Saturday or Sunday; holidays are the calendar's work and come in as `isWorkingDay`. */
export function isWeekend(iso: string): boolean {
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
