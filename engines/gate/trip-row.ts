import type { Party, TripCommand, TripState } from "@moc/contract/gate/trip.ts";

/** What has to be true of the trip itself before a row applies. */
export type Guard =
  | "amendable"
  | "two_signals"
  | "checks_passed"
  | "check_failed"
  | "nothing_holds"
  | "cargo_handed_over"
  | "return_loaded"
  | "arrival_overdue"
  | "show_overdue"
  | "no_priority_yet"
  | "not_held_yet"
  | "excepted"
  | "undo_open"
  | "slot_booked"
  | "slot_early"
  | "postponed"
  | "postponement_over";

/** Commands of people and devices, the two steps that follow of themselves in the same transaction, and those of timers. */
export type TripStep = TripCommand | "confirm_arrival" | "finish_checks" | "open_slot" | "end_postponement";

export interface Row {
  from: readonly TripState[];
  who: readonly Party[];
  guard?: Guard;
  /** `before`: where it stood when it was withdrawn. */
  to: TripState | "same" | "before";
}

/** The rows of each step; an empty list: the kind does not know the step. */
export type Table = Record<TripStep, readonly Row[]>;

// Who may do what nearly every kind of trip knows.
export const withdrawable = ["declarant", "dispatcher"] as const satisfies readonly Party[];
export const leavers = ["yard", "border_guard", "dispatcher"] as const satisfies readonly Party[];
