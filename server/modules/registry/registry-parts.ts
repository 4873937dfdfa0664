import { type Known, keepKnown } from "../../platform/events/keep-known.ts";
import type { Platform } from "../../platform/platform.ts";
import { dayBounds } from "../../platform/time/clock.ts";
import { type Facts, factsOf } from "./facts.ts";
import { readKnown } from "./store.ts";

/** What the registry's use cases work with. `offset`: the zone's clock ahead of UTC, ms. */
export type RegistryParts = { platform: Platform; cache: Cache; offset: number };

/** What the rows say now, in memory, because every command of the gate reads it. */
export type Cache = Known<Facts>;

export async function openParts(platform: Platform): Promise<RegistryParts> {
  // The zone knows no summer time, so one offset serves all its days.
  const midnight = dayBounds("2025-01-01", platform.clock.timeZone).from.getTime();
  const offset = Date.parse("2025-01-01T00:00:00.000Z") - midnight;
  const concerns = (kind: string) => kind === "registry.row_changed";
  const cache = await keepKnown(platform, concerns, async () =>
    factsOf(await readKnown(platform.database.db)),
  );
  return { platform, cache, offset };
}
