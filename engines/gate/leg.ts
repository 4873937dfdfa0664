import { homewardKind, kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Instant } from "@moc/contract/values/time.ts";
import type { Direction, TripKind } from "@moc/contract/values/traffic.ts";
import { pendingCheck } from "./checks.ts";
import type { ReturnLoad, Transfer, Trip } from "./trip.ts";

/** Whether the truck is on its way home with goods: the import leg of an export, or the export leg of an import. */
export function onReturnLeg(trip: Pick<Trip, "wayHome">): boolean {
  return trip.wayHome !== null;
}

/** The kind whose table the trip follows now: a truck that takes goods home goes on as the kind that they make of it. */
export function kindNow(trip: Pick<Trip, "kind" | "wayHome">): TripKind {
  return onReturnLeg(trip) ? homewardKind(trip.kind) : trip.kind;
}

/** Which way the goods cross that it carries now. */
export function directionNow(trip: Pick<Trip, "kind" | "wayHome">): Direction {
  return kindTraits[kindNow(trip)].direction;
}

/** What the truck carries now, and the papers of it. */
export function carried(trip: Trip): Omit<ReturnLoad, "checks"> & { direction: Direction } {
  const direction = directionNow(trip);
  if (trip.back !== null && onReturnLeg(trip)) return { ...trip.back, direction };
  const { goods, customsNumbers, quarantine } = trip;
  return { goods, customsNumbers, quarantine, direction };
}

/**
 * What changes when the leg home begins: an export does so over Km0, an import in the yard where it is loaded. The forces
 * check by its goods, and the transfer of the leg before is put away. Nothing changes without goods, or once it has begun.
 */
export function setOutHome({ back, wayHome, transfer }: Trip, at: Instant): Partial<Trip> {
  if (back === null || wayHome !== null) return {};
  return { checks: back.checks.map(pendingCheck), wayHome: { since: at, transfer }, transfer: null };
}

/** When the goods for the way home passed Km0; null: they have not. */
export function tookHomeAt(trip: Pick<Trip, "kind" | "wayHome" | "inAt" | "outAt">): Instant | null {
  if (!onReturnLeg(trip)) return null;
  return directionNow(trip) === "import" ? trip.inAt : trip.outAt;
}

/** The transfers of both legs, as far as there are any. */
export function transfersOf({ transfer, wayHome }: Pick<Trip, "transfer" | "wayHome">): Transfer[] {
  return [wayHome?.transfer ?? null, transfer].filter((one) => one !== null);
}
