import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import type { Database } from "../database/handle.ts";

export type ZoneMode = "demo" | "live";

/**
 * Zone time drives everything the field sees: occurred, recorded, deadlines, calendars. Live it is the machine's
 * time. In a demonstration it is stored, never goes back, and moves only when the simulated field advances it.
 */
export type Clock = {
  mode: ZoneMode;
  timeZone: string;
  now(): Date;
  /** Ceiling of the simulation; 0 while paused, 1 when live. */
  speed(): number;
  setSpeed(speed: number): Promise<void>;
  /** Moves demonstration time forward to `to`. @returns false when `to` lies in the past. */
  advance(to: Date): Promise<boolean>;
};

type Zone = {
  key: string;
  timeZone: string;
  mode: ZoneMode;
  /** The civil day on which a demonstration begins when it is made; null: today. */
  begins?: string | null;
};

/** Opens the clock of the zone; makes the zone on the first start. A zone's mode never changes afterwards. */
export async function openClock(database: Database, wanted: Zone): Promise<Clock> {
  const { db } = database;
  const machineNow = new Date();
  const day = wanted.begins ?? civilDay(machineNow, wanted.timeZone);
  const start = Temporal.PlainDate.from(day).toZonedDateTime(wanted.timeZone);
  await db
    .insertInto("zone")
    .values({
      key: wanted.key,
      mode: wanted.mode,
      time_zone: wanted.timeZone,
      made_at: machineNow,
      zone_time: wanted.mode === "demo" ? new Date(start.epochMilliseconds) : null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const zone = await db
    .selectFrom("zone")
    .selectAll()
    .where("key", "=", wanted.key)
    .executeTakeFirstOrThrow();
  return zone.mode === "demo"
    ? demoClock(database, zone.key, zone.time_zone, zone.zone_time ?? machineNow, zone.speed)
    : liveClock(zone.time_zone);
}

function liveClock(timeZone: string): Clock {
  return {
    mode: "live",
    timeZone,
    now: () => new Date(),
    speed: () => 1,
    setSpeed: () => Promise.reject(new Error("a live zone runs on real time")),
    advance: () => Promise.reject(new Error("a live zone runs on real time")),
  };
}

function demoClock(
  { db }: Database,
  key: string,
  timeZone: string,
  stored: Date,
  storedSpeed: number,
): Clock {
  let now = stored;
  let speed = storedSpeed;
  return {
    mode: "demo",
    timeZone,
    now: () => now,
    speed: () => speed,
    async setSpeed(value) {
      await db.updateTable("zone").set({ speed: value }).where("key", "=", key).execute();
      speed = value;
    },
    async advance(to) {
      if (to < now) return false;
      // Stored before it is shown: after a crash time cannot run backwards. GREATEST guards a second process.
      await db
        .updateTable("zone")
        .set({ zone_time: sql<Date>`greatest(zone_time, ${to})` })
        .where("key", "=", key)
        .execute();
      if (now < to) now = to; // another advance may have gone further meanwhile
      return true;
    },
  };
}

/** The civil day of an instant in the zone, `2026-11-22`. */
export function civilDay(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** Minutes after midnight of the zone, 0 to 1439. */
export function zonedMinute(instant: Date, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return local.hour * 60 + local.minute;
}

/** First and last instant (exclusive) of a civil day of the zone. */
export function dayBounds(day: string, timeZone: string): { from: Date; to: Date } {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
  return { from: new Date(start.epochMilliseconds), to: new Date(start.add({ days: 1 }).epochMilliseconds) };
}

/** The instant of a clock time (`07:30`, `24:00`) on a civil day of the zone. */
export function instantOf(day: string, time: string, timeZone: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const midnight = Temporal.PlainDate.from(day).toPlainDateTime();
  const local = midnight.add({ hours, minutes }).toZonedDateTime(timeZone);
  return new Date(local.epochMilliseconds);
}
