import { describe, expect, test } from "vitest";
import { dayOf, isoOf } from "./civil-day.ts";
import { compileCalendar, type WorkingCalendar } from "./compile.ts";
import { civilCode2015, untilClosing } from "./counting-rules.ts";
import {
  countMinutes,
  type MinuteCounter,
  minuteCounter,
  runBack,
  runMinutes,
} from "./naive-minute-counter.ts";
import { type Draw, drawing, randomCalendar } from "./random-calendars.ts";
import { dueOf, type Suspension } from "./time-limit.ts";
import { addWorkingMs, workingDaysAfter, workingMsBetween } from "./working-time.ts";

const first = "2024-01-01";
const days = 40;
const minute = 60_000;
const casesPerCalendar = 250;
// Under seeded faults every suite runs dozens of times.
const slice = process.env["MOC_FAULTS"] === "1" ? 5_000 : 20_000;
const cases = process.env["MOC_DEEP"] === "1" ? 1_000_000 : slice;

interface Pair {
  calendar: WorkingCalendar;
  naive: MinuteCounter;
  draw: Draw;
}

function instantWithin({ naive, draw }: Pair, fromDay: number, toDay: number): number {
  return naive.start + 1440 * fromDay + draw(1440 * (toDay - fromDay));
}

function spans(pair: Pair, start: number): [number, number][] {
  const found: [number, number][] = [];
  for (let at = start - 3000, count = pair.draw(4); count > 0; count--) {
    const from = at + pair.draw(3000);
    found.push([from, from + pair.draw(3000)]);
    at = (found.at(-1)?.[1] ?? at) + 1;
  }
  return found;
}

function between(pair: Pair): void {
  const [a, b] = [instantWithin(pair, 0, days), instantWithin(pair, 0, days)].toSorted((x, y) => x - y);
  if (a === undefined || b === undefined) return;
  expect(workingMsBetween(pair.calendar, a * minute, b * minute)).toBe(
    countMinutes(pair.naive, a, b) * minute,
  );
}

function forward(pair: Pair): void {
  const start = instantWithin(pair, 0, 15);
  const minutes = pair.draw(6000);
  const expected = runMinutes(pair.naive, start, minutes, [], false);
  if (expected !== null)
    expect(addWorkingMs(pair.calendar, start * minute, minutes * minute)).toBe(expected * minute);
}

function backward(pair: Pair): void {
  const start = instantWithin(pair, 20, days);
  const minutes = 1 + pair.draw(6000);
  const expected = runBack(pair.naive, start, minutes);
  if (expected !== null)
    expect(addWorkingMs(pair.calendar, start * minute, -minutes * minute)).toBe(expected * minute);
}

function clockLimit(pair: Pair): void {
  const start = instantWithin(pair, 3, 12);
  const working = pair.draw(2) === 0;
  const minutes = pair.draw(40) * 30;
  const held = spans(pair, start);
  const expected = runMinutes(pair.naive, start, minutes, held, !working);
  if (expected === null) return;
  const suspensions = held.map(([from, to]): Suspension => ({ from: from * minute, to: to * minute }));
  const limit = { value: minutes / 60, unit: working ? "working-hour" : "hour" } as const;
  const due = dueOf(pair.calendar, start * minute, limit, civilCode2015, suspensions.toReversed());
  expect(due.kind === "due" && due.at / minute).toBe(expected);
}

function dayLimit(pair: Pair): void {
  const start = instantWithin(pair, 3, 12);
  const unit = pair.draw(2) === 0 ? "working-day" : "day";
  const value = pair.draw(8);
  const held = spans(pair, start);
  const dayAt = (at: number) => Math.floor((at - pair.naive.start) / 1440);
  let day = dayAt(start);
  for (let left = value; left > 0; ) {
    day++;
    if (day >= days) return;
    const inSuspension = held.some(([from, to]) => dayAt(from) < day && day <= dayAt(to));
    if (!inSuspension && (unit === "day" || pair.naive.counted[day])) left--;
  }
  while (pair.naive.counted[day] === false) day++;
  if (day >= days) return;
  const suspensions = held.map(([from, to]) => ({ from: from * minute, to: to * minute }));
  const due = dueOf(pair.calendar, start * minute, { value, unit }, civilCode2015, suspensions);
  expect([due.kind, due.kind === "due" && due.day]).toEqual(["due", isoOf(dayOf(first) + day)]);
  expect(due.kind === "due" && due.at / minute).toBe(pair.naive.start + (day + 1) * 1440);
  const closing = dueOf(pair.calendar, start * minute, { value, unit }, untilClosing, suspensions);
  let last = (day + 1) * 1440;
  if (pair.naive.working.subarray(day * 1440, last).includes(1))
    while (pair.naive.working[last - 1] === 0) last--;
  expect(closing.kind === "due" && closing.at / minute).toBe(pair.naive.start + last);
}

function dayCount(pair: Pair): void {
  const [a, b] = [pair.draw(days), pair.draw(days)];
  const expected = pair.naive.counted.slice(a + 1, b + 1).filter(Boolean).length;
  expect(workingDaysAfter(pair.calendar, dayOf(first) + a, dayOf(first) + b)).toBe(expected);
}

const kinds = [between, forward, backward, clockLimit, dayLimit, dayCount];

describe("the calendar against a naive minute counter", () => {
  test(`${cases} random cases give the same minute`, () => {
    for (let seed = 1; seed <= cases / casesPerCalendar; seed++) {
      const draw = drawing(seed);
      const data = randomCalendar(draw, first, days);
      const pair: Pair = {
        calendar: compileCalendar(data, "2023-11-01", "2024-04-30"),
        naive: minuteCounter(data, first, days),
        draw,
      };
      for (let index = 0; index < casesPerCalendar; index++) kinds[index % kinds.length]?.(pair);
    }
  }, 1_800_000);
});
