import type { Ground, QueueException } from "@moc/contract/gate/exception.ts";
import type { Trace } from "@moc/engines/gate/places.ts";
import type { GateParts } from "./parts.ts";

type Known = Pick<GateParts, "registry" | "trips" | "identity" | "database">;
type Told = { at: string; trip: string; exception: Trace };

/** The ground in words as they stood on that day; a key that the registry has lost is said as it is. */
function groundOf({ registry }: Known, key: string, at: string): Ground {
  const rows = registry.rows(new Date(at));
  const row = rows.exception_ground.find((one) => one.key === key);
  if (row === undefined) {
    return { key, name: { vi: key, en: key, zh: key }, document: null, illustrative: false };
  }
  const { document, confidence } = row.source;
  const cited = rows.document.find((one) => one.key === document);
  return {
    key,
    name: row.name,
    document: cited === undefined ? null : (cited.symbol ?? cited.title),
    illustrative: confidence === "illustrative",
  };
}

/** Departures from the order as everybody may read them; officers by name only where `named`. */
export async function showExceptions(
  known: Known,
  told: readonly Told[],
  named: boolean,
): Promise<QueueException[]> {
  if (told.length === 0) return [];
  const trips = await known.trips([...new Set(told.map((one) => one.trip))]);
  const plates = new Map(trips.map((trip) => [trip.id, trip.vehicle.plate.number]));
  const officers = named
    ? await known.identity.nameActors(
        known.database.db,
        told.map((one) => one.exception.by),
      )
    : new Map<string, string>();
  return told.map(({ at, trip, exception: { kind, ground, organisation, by } }) => ({
    at,
    trip,
    plateEnd: [...(plates.get(trip) ?? "")].slice(-3).join(""),
    kind,
    ground: ground === null ? null : groundOf(known, ground, at),
    organisation,
    officer: officers.get(by) ?? null,
  }));
}
