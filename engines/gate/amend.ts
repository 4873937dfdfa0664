import { type AmendField, amendFields } from "@moc/contract/gate/declaration.ts";
import type { TripState } from "@moc/contract/gate/trip.ts";
import { onReturnLeg } from "./leg.ts";
import type { Trip } from "./trip.ts";

const fixedVehicle = ["goods", "route", "customsNumbers"] as const;

/**
 * What each state still leaves open: vehicle and driver until called (an import: until it has crossed in or out), route and
 * customs numbers until released. Goods close with the first check decided, whatever the state: `amendable`.
 */
const open = {
  declared: amendFields,
  travelling: amendFields,
  holding: amendFields,
  called: fixedVehicle,
  at_gate: fixedVehicle,
  crossed_in: fixedVehicle,
  in_yard: fixedVehicle,
  checks_done: fixedVehicle,
  transferred: ["customsNumbers"],
  inland_allowed: ["customsNumbers"],
  released: [],
  abroad: fixedVehicle,
  returned: [],
  closed: [],
  withdrawn: [],
  refused: [],
  expired: [],
} as const satisfies Record<TripState, readonly AmendField[]>;

/** Fields of a trip that may be amended now. What a truck takes home is declared apart, and fixed when that leg begins. */
export function amendable(trip: Pick<Trip, "kind" | "state" | "checks" | "wayHome">): AmendField[] {
  if (onReturnLeg(trip) || (trip.state === "abroad" && trip.kind === "export_vn")) return [];
  const untouched = trip.checks.every((check) => check.state === "pending");
  return open[trip.state].filter((field) => field !== "goods" || untouched);
}
