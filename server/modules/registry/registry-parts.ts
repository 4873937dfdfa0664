import type { Platform } from "../../platform/platform.ts";
import { type Facts, factsOf } from "./facts.ts";
import { readKnown } from "./store.ts";

/** What the registry's use cases work with. */
export type RegistryParts = { platform: Platform; cache: Cache };

/**
 * What is known now, in memory, because every command of the gate reads it. Reloaded after each change of this process
 * before its answer leaves, and after a change of another process when the log tells of it.
 */
export type Cache = { now(): Facts; reload(): Promise<void> };

export async function openCache({ database, follower, log }: Platform): Promise<Cache> {
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
