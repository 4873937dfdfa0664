// The slow, obvious calendar that the tests hold the engine against: one flag per minute, found by reading the data
// anew for every day, with no sums and no search. It shares no code with the engine.
import type { CalendarData } from "./calendar-data.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export interface MinuteCounter {
  /** Epoch minutes, UTC, of the first flag. */
  start: number;
  working: Uint8Array;
  /** Per civil day from the first one: counts as a working day. */
  counted: boolean[];
}

function nextDate(date: string): string {
  const next = new Date(`${date}T12:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

function hoursOn(data: CalendarData, date: string): { hours: readonly string[]; counted: boolean } {
  const name = new Date(`${date}T00:00:00Z`).toUTCString().slice(0, 3);
  let week = data.weeks[0];
  for (const later of data.weeks) if (later.from !== null && later.from <= date) week = later;
  const place = weekdays.indexOf(name);
  const row = data.days.find((one) => one.from <= date && date <= (one.to ?? one.from));
  if (row?.kind === "off") return { hours: [], counted: false };
  if (row?.kind === "working") return { hours: row.hours ?? week?.hours[0] ?? [], counted: true };
  const hours = week?.hours[place] ?? [];
  return { hours, counted: hours.length > 0 && !week?.notCounted?.includes(place + 1) };
}

/** Lays out `days` days from an ISO date, minute by minute. */
export function minuteCounter(data: CalendarData, from: string, days: number): MinuteCounter {
  const working = new Uint8Array(days * 1440);
  const counted: boolean[] = [];
  for (let day = 0, date = from; day < days; day++, date = nextDate(date)) {
    const found = hoursOn(data, date);
    counted.push(found.counted);
    for (const text of found.hours) {
      const [open = 0, close = 0] = text
        .split("-")
        .map((at) => Number(at.slice(0, 2)) * 60 + Number(at.slice(3)));
      for (let minute = open; minute < close; minute++) working[day * 1440 + minute] = 1;
    }
  }
  return { start: Date.parse(`${from}T00:00:00Z`) / 60_000 - data.utcOffsetMinutes, working, counted };
}

/** Working minutes in [a, b), by looking at each of them. */
export function countMinutes(counter: MinuteCounter, a: number, b: number): number {
  let count = 0;
  for (let minute = a; minute < b; minute++) count += counter.working[minute - counter.start] ?? 0;
  return count;
}

/** Goes on minute by minute, skipping suspended spans, until `minutes` have run; null past the last flag. */
export function runMinutes(
  counter: MinuteCounter,
  start: number,
  minutes: number,
  suspended: readonly (readonly [number, number])[],
  everyMinute: boolean,
): number | null {
  let left = minutes;
  let minute = start;
  while (left > 0) {
    const flag = counter.working[minute - counter.start];
    if (flag === undefined) return null;
    const still = suspended.some(([from, to]) => from <= minute && minute < to);
    if (!still && (everyMinute || flag === 1)) left--;
    minute++;
  }
  return minute;
}

/** Goes back minute by minute until `minutes` working ones have been passed; null before the first flag. */
export function runBack(counter: MinuteCounter, start: number, minutes: number): number | null {
  let left = minutes;
  let minute = start;
  while (left > 0) {
    const flag = counter.working[--minute - counter.start];
    if (flag === undefined) return null;
    left -= flag;
  }
  return minute;
}
