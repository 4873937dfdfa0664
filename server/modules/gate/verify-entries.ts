import type { EntriesProof } from "@moc/contract/gate/entries.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { proveSubject } from "../../platform/events/prove-subject.ts";
import type { GateParts } from "./parts.ts";
import { findByCode } from "./trip-store.ts";

/**
 * Whoever holds a declaration code sees whether every entry of its trip stands in the sealed chain: places, links and
 * times, never what an entry says nor who made it. @throws Refusal `trip_not_found`
 */
export async function verifyEntries(
  { database }: Pick<GateParts, "database">,
  { code }: { code: string },
): Promise<EntriesProof> {
  const trip = await findByCode(database.db, code);
  if (trip === undefined) throw new Refusal("trip_not_found", { field: "code" });
  const { events, head } = await proveSubject(database.db, trip);
  const entries = events.map(({ recordedAt, ...event }) => ({
    ...event,
    recordedAt: recordedAt.toISOString(),
  }));
  return { code, intact: entries.every((entry) => entry.holds), entries, head };
}
