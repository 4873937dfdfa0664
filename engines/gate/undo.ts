import type { TripState } from "@moc/contract/gate/trip.ts";
import type { Instant } from "@moc/contract/values/time.ts";
import type { Trip } from "./trip.ts";

/** A cancel can be undone for ten minutes (the gate's design, "The fair queue"). */
export const undoMinutes = 10;

/** Before the call the place waits for it; afterwards the place is spent and there is nothing to come back to. */
const undoableFrom: readonly TripState[] = ["declared", "travelling", "holding"];

/** Until when a withdrawal can be undone, this instant excluded; null: it cannot. */
export function undoableUntil({
  withdrawnFrom,
  endedAt,
}: Pick<Trip, "withdrawnFrom" | "endedAt">): Instant | null {
  if (withdrawnFrom === null || endedAt === null || !undoableFrom.includes(withdrawnFrom)) return null;
  return new Date(Date.parse(endedAt) + undoMinutes * 60_000).toISOString();
}
