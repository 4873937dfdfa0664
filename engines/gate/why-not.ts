import { type TripKind, tripKinds } from "@moc/contract/gate/declaration.ts";
import type { TripState } from "@moc/contract/gate/trip.ts";
import { missingChecks } from "./checks.ts";
import { kindNow } from "./leg.ts";
import type { Trip } from "./trip.ts";
import type { Row, TripStep } from "./trip-row.ts";
import { finalStates, rankOf, tripTables } from "./trip-table.ts";
import { no, type Verdict } from "./yes-or-no.ts";

type Stage = { state: TripState; rank: number };

/** The states from which a step is taken, in the order of the way. */
function stagesOf(way: TripKind, rows: readonly Row[]): Stage[] {
  const stages = rows.flatMap(({ from }) => from.map((state) => ({ state, rank: rankOf(way, state) })));
  return stages.toSorted((one, other) => one.rank - other.rank);
}

// The tables stand still, and every answer about a trip asks for each of its steps.
const stages = new Map(
  tripKinds.map((way) => {
    const steps = Object.entries(tripTables[way]);
    return [way, new Map(steps.map(([step, rows]) => [step, stagesOf(way, rows)]))];
  }),
);

/** The next state on the way from which a step is taken; undefined when they all lie behind. */
function aheadOf(trip: Trip, step: TripStep): TripState | undefined {
  const way = kindNow(trip);
  const here = rankOf(way, trip.state);
  return stages
    .get(way)
    ?.get(step)
    ?.find(({ rank }) => rank > here)?.state;
}

/** The truck has yet to arrive: what is missing of the two signals. */
function notArrived(trip: Trip): Verdict {
  return trip.signals.length === 0 ? no("not_arrived") : no("second_signal_missing");
}

/** Steps that the end of the checks opens: the forces that have not passed, else that the goods have nowhere to go yet. */
function checksFirst(trip: Trip): Verdict | undefined {
  const missing = missingChecks(trip);
  if (missing.length > 0) return no("checks_missing", { checks: missing.join(",") });
  if (kindNow(trip) === "export_cn") return no("cargo_not_loaded");
  return kindNow(trip) === "import_cn" && trip.state === "checks_done" ? no("cargo_not_settled") : undefined;
}

/** The goods of an import change over once they are checked; those of an export before. */
const checksBeforeCargo = (trip: Trip) => (kindNow(trip) === "import_cn" ? checksFirst(trip) : undefined);

/** Reasons that say more than the stage that has to be reached first. */
const particular: Partial<Record<TripStep, (trip: Trip) => Verdict | undefined>> = {
  call_forward: notArrived,
  release: checksFirst,
  transfer_cargo: checksBeforeCargo,
  allow_inland: checksFirst,
  // A truck may stand in a yard once more, to be loaded; until then that it stands there lies behind.
  enter_yard: ({ yard, state }) => (yard === null ? undefined : no("step_past", { state })),
};

/**
 * Why a step that the table does not allow from where the trip stands is not possible. Reasons: `not_for_kind`,
 * `trip_over`, `not_withdrawn`, `step_ahead` with the stage it needs, `step_past`, `amend_too_late`, `no_check_failed`, and those of what
 * is still missing: `not_arrived`, `second_signal_missing`, `checks_missing`, `cargo_not_settled`, `cargo_not_loaded`.
 */
export function whyNot(trip: Trip, step: TripStep): Verdict {
  const { state } = trip;
  if (tripTables[kindNow(trip)][step].length === 0) return no("not_for_kind");
  if (finalStates.some((one) => one === state)) return no("trip_over", { state });
  if (step === "undo_withdrawal") return no("not_withdrawn");
  const needs = aheadOf(trip, step);
  if (needs !== undefined) return particular[step]?.(trip) ?? no("step_ahead", { state, needs });
  if (step === "amend") return no("amend_too_late");
  return step === "refuse" && state === "checks_done" ? no("no_check_failed") : no("step_past", { state });
}
