import type { HourlyView } from "@moc/contract/gate/operations.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { dayBounds } from "../../platform/time/clock.ts";
import { type HourCount, selectHours } from "./operations-store.ts";
import { lastRecorded } from "./paper-store.ts";
import type { GateParts } from "./parts.ts";

const daysBack = 14;
/** Fewer days are not a usual. */
const fewestDays = 3;

function shiftDay(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return Math.round((low + (high - low) * (at - Math.floor(at))) * 10) / 10;
}

/** Passages of one direction by hour of the day, with every hour named. */
function hoursOf(counts: readonly HourCount[], direction: Direction): number[] {
  const hours = Array.from({ length: 24 }, () => 0);
  for (const row of counts) if (row.direction === direction) hours[row.hour] = row.count;
  return hours;
}

/**
 * Keeps the hours of finished days: nothing crosses in the past, until something is entered from paper. A day without any passage is not comparable: the zone
 * was not at work, or not yet recording.
 */
export function keepHours(parts: Pick<GateParts, "database" | "clock">) {
  const kept = new Map<string, HourCount[]>();
  const { timeZone } = parts.clock;
  const read = (day: string) => {
    const { from, to } = dayBounds(day, timeZone);
    return selectHours(parts.database.db, from, to, timeZone);
  };
  async function finished(day: string): Promise<HourCount[]> {
    const known = kept.get(day);
    if (known !== undefined) return known;
    const asked = until;
    const counts = await read(day);
    if (asked !== until) return counts; // read before what was entered meanwhile
    if (kept.size > 100) kept.clear();
    kept.set(day, counts);
    return counts;
  }
  let until: number | undefined;
  async function forgetWhatWasEntered(): Promise<void> {
    const last = (await lastRecorded(parts.database.db))?.getTime();
    if (last !== until) kept.clear();
    until = last;
  }
  return async (day: string, today: string): Promise<HourlyView[]> => {
    await forgetWhatWasEntered();
    const counts = day < today ? await finished(day) : await read(day);
    const comparable: HourCount[][] = [];
    for (let back = 1; back <= daysBack; back += 1) {
      const other = shiftDay(day, -back);
      if (isWeekend(other) !== isWeekend(day)) continue;
      const rows = await finished(other);
      if (rows.length > 0) comparable.push(rows);
    }
    return (["export", "import"] as const).map((direction) => {
      const others = comparable.map((rows) => hoursOf(rows, direction));
      const usual = Array.from({ length: 24 }, (_, hour) => {
        const sorted = others.map((hours) => hours[hour] ?? 0).toSorted((a, b) => a - b);
        return {
          hour,
          p10: quantile(sorted, 0.1),
          median: quantile(sorted, 0.5),
          p90: quantile(sorted, 0.9),
        };
      });
      return {
        direction,
        hours: hoursOf(counts, direction).map((count, hour) => ({ hour, count })),
        usual: others.length < fewestDays ? null : usual,
        comparableDays: others.length,
      };
    });
  };
}
