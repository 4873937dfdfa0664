import type { Platform } from "../../platform/platform.ts";
import { dayBounds } from "../../platform/time/clock.ts";
import { type Facts, factsOf } from "./facts.ts";
import { readKnown } from "./store.ts";

/** What the registry's use cases work with. `offset`: the zone's clock ahead of UTC, ms. */
export type RegistryParts = { platform: Platform; cache: Cache; offset: number };

/**
 * What is known now, in memory, because every command of the gate reads it. Reloaded after each change of this process
 * before its answer leaves, and after a change of another process when the log tells of it.
 */
export type Cache = { now(): Facts; reload(): Promise<void> };

export async function openParts(platform: Platform): Promise<RegistryParts> {
  // The zone knows no summer time, so one offset serves all its days.
  const midnight = dayBounds("2025-01-01", platform.clock.timeZone).from.getTime();
  const offset = Date.parse("2025-01-01T00:00:00.000Z") - midnight;
  return { platform, cache: await openCache(platform), offset };
}

async function openCache({ database, follower, log }: Platform): Promise<Cache> {
  let facts = factsOf(await readKnown(database.db));
  async function reload(): Promise<void> {
    facts = factsOf(await readKnown(database.db));
  }
  follower.listen((events) => {
    if (!events.some((event) => event.kind === "registry.row_changed")) return;
    reload().catch((err: unknown) => log.error({ err }, "the registry could not be read again"));
  });
  return { now: () => facts, reload };
}
