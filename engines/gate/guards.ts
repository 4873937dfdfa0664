import type { CheckState } from "@moc/contract/gate/check.ts";
import type { Instant } from "@moc/contract/values/time.ts";
import { amendable } from "./amend.ts";
import { missingChecks } from "./checks.ts";
import { passedOverBy } from "./passed-over.ts";
import { arrivalConfirmed } from "./signals.ts";
import type { Trip } from "./trip.ts";
import type { Guard } from "./trip-row.ts";
import { undoableUntil } from "./undo.ts";
import { no, type Verdict, yes } from "./yes-or-no.ts";

/** Names the checks in a state, as the values of a sentence. */
function named(trip: Trip, state: CheckState): Record<string, string> {
  const checks = trip.checks.filter((check) => check.state === state);
  return { checks: checks.map((check) => check.kind).join(",") };
}

/** Why a call would leave this truck standing, with the checks that hold it. */
function nothingHolds(trip: Trip): Verdict {
  switch (passedOverBy(trip)) {
    case "check_failed":
      return no("failed_by_check", named(trip, "fail"));
    case "check_hold":
      return no("held_by_check", named(trip, "hold"));
    case "held_back":
      return no("held_back");
    case "before_slot":
      return no("before_slot", { opens: trip.booking?.from ?? "" });
    case "postponed":
      return no("postponed", { due: trip.postponedUntil ?? "" });
    case "goods_unknown":
      return no("goods_unknown");
    case null:
      return yes;
  }
}

/** What each guard of the tables asks of the trip itself. */
export const guards = {
  amendable: (trip) => (amendable(trip).length > 0 ? yes : no("amend_too_late")),
  two_signals: (trip) => (arrivalConfirmed(trip.signals) ? yes : no("second_signal_missing")),
  nothing_holds: nothingHolds,
  checks_passed: (trip) => {
    const missing = missingChecks(trip);
    return missing.length === 0 ? yes : no("checks_missing", { checks: missing.join(",") });
  },
  check_failed: (trip) => (trip.checks.some((check) => check.state === "fail") ? yes : no("no_check_failed")),
  cargo_handed_over: (trip) => (trip.transferredTo === null ? no("cargo_not_handed_over") : yes),
  return_loaded: (trip) => (trip.back === null ? no("return_not_declared") : yes),
  arrival_overdue: (trip, now) => (now >= trip.expiresAt ? yes : no("not_due", { due: trip.expiresAt })),
  show_overdue: (trip, now) =>
    trip.showBy !== null && now >= trip.showBy ? yes : no("not_due", { due: trip.showBy ?? "" }),
  no_priority_yet: (trip) => (trip.priority === null ? yes : no("already_excepted")),
  not_held_yet: (trip) => (trip.heldBack === null ? yes : no("already_excepted")),
  excepted: (trip) => (trip.priority === null && trip.heldBack === null ? no("no_exception") : yes),
  slot_booked: (trip) => (trip.booking === null ? no("no_slot") : yes),
  slot_early: (trip, now) => {
    const { booking } = trip;
    if (booking?.state !== "early") return no("no_slot");
    return now >= booking.from ? yes : no("not_due", { due: booking.from });
  },
  postponed: (trip) => (trip.postponedUntil === null ? no("not_postponed") : yes),
  postponement_over: ({ postponedUntil }, now) => {
    if (postponedUntil === null) return no("not_postponed");
    return now >= postponedUntil ? yes : no("not_due", { due: postponedUntil });
  },
  undo_open: (trip, now) => {
    const until = undoableUntil(trip);
    return until !== null && now < until ? yes : no("undo_over");
  },
} as const satisfies Record<Guard, (trip: Trip, now: Instant) => Verdict>;
