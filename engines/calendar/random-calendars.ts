// Random calendar data for the tests: any hours, holidays, swapped days, half days, several patterns, any zone.
import type { CalendarData, DayException, WeekPattern } from "./calendar-data.ts";
import { dayOf, isoOf } from "./civil-day.ts";

/** A seeded generator of whole numbers below a bound (mulberry32). */
export type Draw = (below: number) => number;

export function drawing(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function randomHours(draw: Draw): string[] {
  if (draw(6) === 0) return ["00:00-24:00"];
  const count = 2 * (1 + draw(3));
  const marks = [...new Set(Array.from({ length: count }, () => draw(1441)))].toSorted((a, b) => a - b);
  const hours: string[] = [];
  for (let at = 0; at + 1 < marks.length; at += 2)
    hours.push(`${clock(marks[at] ?? 0)}-${clock(marks[at + 1] ?? 0)}`);
  return hours.length === 0 ? ["08:00-12:00"] : hours;
}

function randomWeek(draw: Draw, from: string | null): WeekPattern {
  const hours = Array.from({ length: 7 }, (_, index) =>
    draw(4) === 0 && index > 0 ? [] : randomHours(draw),
  );
  return { from, hours, notCounted: draw(3) === 0 ? [6] : undefined, source: null };
}

/** A random calendar whose exceptions lie in the `days` days after `first`. */
export function randomCalendar(draw: Draw, first: string, days: number): CalendarData {
  const weeks = [randomWeek(draw, null)];
  if (draw(2) === 0) weeks.push(randomWeek(draw, isoOf(dayOf(first) + draw(days))));
  const rows: DayException[] = [];
  for (let day = dayOf(first); day < dayOf(first) + days; day++) {
    if (draw(6) > 0) continue;
    const last = day + draw(3);
    const working = draw(2) === 0;
    rows.push({
      from: isoOf(day),
      to: isoOf(last),
      kind: working ? "working" : "off",
      hours: working && draw(2) === 0 ? randomHours(draw) : undefined,
      name: "random",
      source: null,
      status: "confirmed",
    });
    day = last;
  }
  return { id: "random", utcOffsetMinutes: [420, 0, 480, -300][draw(4)] ?? 0, weeks, days: rows };
}
