import type { CountedRoute, CountRecord } from "@moc/contract/gate/count.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { countUnit } from "@moc/engines/gate/counts.ts";
import { authorise } from "../../platform/authorise.ts";
import { civilDay, instantOf } from "../../platform/time/clock.ts";
import { shiftedDay } from "./count-bulletin.ts";
import { type StoredCount, selectCounts } from "./count-store.ts";
import { mayByDuty } from "./may-by-duty.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

type Asked = { to?: string | undefined; days: number; knownAt?: string | undefined };

function showRecord(stored: StoredCount, names: ReadonlyMap<string, string>): CountRecord {
  const { id, number, passed, source, reason, simulated, organisation } = stored;
  const recordedBy = { name: names.get(stored.actor) ?? null, organisation };
  return {
    id,
    number,
    passed,
    source,
    recordedAt: stored.recordedAt.toISOString(),
    recordedBy,
    reason,
    simulated,
  };
}

/**
 * What was recorded of each route that is counted without trips, on the last days up to one, newest first: a day that
 * nobody entered is there and empty. `knownAt`: only what had been recorded by then.
 */
export async function readCounts(
  { database: { db }, clock, registry, identity }: GateParts,
  caller: Actor | null,
  { to: asked, days, knownAt }: Asked,
): Promise<{ routes: CountedRoute[]; may: May[] }> {
  const actor = authorise(gatePolicy, "read_operations", caller, noTrip);
  const now = clock.now();
  const to = asked ?? civilDay(now, clock.timeZone);
  const shown = Array.from({ length: days }, (_, back) => shiftedDay(to, -back));
  const span = { from: shown.at(-1) ?? to, to, knownAt: knownAt === undefined ? now : new Date(knownAt) };
  const stored = await selectCounts(db, span);
  const names = await identity.nameActors(
    db,
    stored.map((count) => count.actor),
  );
  const recordsOf = (route: string, day: string, direction: StoredCount["direction"]) =>
    stored
      .filter((count) => count.route === route && count.day === day && count.direction === direction)
      .map((count) => showRecord(count, names));
  const routes = registry
    .rows(instantOf(to, "12:00", clock.timeZone))
    .route.flatMap((route): CountedRoute[] => {
      const { key } = route;
      const unit = countUnit(route);
      if (unit === null) return [];
      const perDay = shown.map((day) => ({
        day,
        export: recordsOf(key, day, "export"),
        import: recordsOf(key, day, "import"),
      }));
      return [{ route: key, unit, days: perDay }];
    });
  return { routes, may: [mayByDuty(actor, "record_count")] };
}
