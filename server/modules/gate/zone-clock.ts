import { civilDay } from "../../platform/time/clock.ts";

/** An instant in the zone's time, `07:30`. */
export function clockOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("vi-VN", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(at);
}

/** As `clockOf` on the day of `now`, with its day on any other: a wait may last longer than a night. */
export function clockFrom(now: Date, at: Date, timeZone: string): string {
  const sameDay = civilDay(at, timeZone) === civilDay(now, timeZone);
  return sameDay ? clockOf(at, timeZone) : dayClock(at, timeZone);
}

/** An instant in the zone's time with its day, `23/11 07:30`. */
export function dayClock(at: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat("en-GB", { timeZone, day: "2-digit", month: "2-digit" }).format(at);
  return `${day} ${clockOf(at, timeZone)}`;
}
