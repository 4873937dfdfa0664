import type { CountUnit } from "@moc/contract/gate/count.ts";
import type { Route } from "@moc/contract/registry/rows.ts";

const units = {
  rail: "wagon",
  market: "vehicle",
  opening: "vehicle",
  clearance_route: null,
  freight_road: null,
  gate_road: null,
} as const satisfies Record<Route["type"], CountUnit | null>;

/**
 * What is counted on a route without trips: its kind says so, as long as no trip may be declared for it. null: its
 * vehicles are declared and counted from their trips, or no source tells of any count.
 */
export function countUnit({ type, admits }: Pick<Route, "type" | "admits">): CountUnit | null {
  return admits.length > 0 ? null : units[type];
}
