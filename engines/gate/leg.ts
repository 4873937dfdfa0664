import type { Direction, TripKind } from "@moc/contract/values/traffic.ts";
import type { ReturnLoad, Trip } from "./trip.ts";

/** Whether the truck is on its way back with goods: the import leg of an export. */
export function onReturnLeg(trip: Pick<Trip, "back" | "inAt">): boolean {
  return trip.back !== null && trip.inAt !== null;
}

/** The kind whose table the trip follows now: an export that comes back loaded goes on as an import by VN truck. */
export function kindNow(trip: Pick<Trip, "kind" | "back" | "inAt">): TripKind {
  return onReturnLeg(trip) ? "import_vn" : trip.kind;
}

/** What the truck carries now, and the papers of it. */
export function carried(trip: Trip): Omit<ReturnLoad, "checks"> & { direction: Direction } {
  if (trip.back !== null && onReturnLeg(trip)) return { ...trip.back, direction: "import" };
  const { goods, customsNumbers, quarantine, direction } = trip;
  return { goods, customsNumbers, quarantine, direction };
}
