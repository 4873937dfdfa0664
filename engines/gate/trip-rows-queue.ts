import { type Row, type TripStep, withdrawable } from "./trip-row.ts";

const excepting = ["dispatcher", "force"] as const;

const ready = ["declarant", "driver"] as const;

type Rows = Partial<Record<TripStep, readonly Row[]>>;

/** A withdrawal can be undone for a while, whatever the kind of trip. */
const undoing = {
  undo_withdrawal: [{ from: ["withdrawn"], who: withdrawable, guard: "undo_open", to: "before" }],
} as const satisfies Rows;

/** Slots and departures from the order of a queue, for a kind of trip that waits in one. */
export const inQueue = {
  ...undoing,
  give_priority: [{ from: ["holding"], who: excepting, guard: "no_priority_yet", to: "same" }],
  hold_back: [{ from: ["holding"], who: excepting, guard: "not_held_yet", to: "same" }],
  send_back: [{ from: ["called", "at_gate"], who: excepting, to: "holding" }],
  lift_exception: [{ from: ["holding"], who: excepting, guard: "excepted", to: "same" }],
  book_slot: [{ from: ["declared", "travelling"], who: withdrawable, to: "same" }],
  cancel_slot: [{ from: ["declared", "travelling"], who: withdrawable, guard: "slot_booked", to: "same" }],
  postpone: [
    { from: ["holding"], who: ready, to: "same" },
    { from: ["called"], who: ready, to: "holding" },
  ],
  resume: [{ from: ["holding"], who: ready, guard: "postponed", to: "same" }],
  end_postponement: [{ from: ["holding"], who: ["system"], guard: "postponement_over", to: "same" }],
  open_slot: [{ from: ["holding"], who: ["system"], guard: "slot_early", to: "same" }],
} as const satisfies Rows;

/** The same for a kind of trip without a queue on this side. */
export const noQueue = {
  ...undoing,
  give_priority: [],
  hold_back: [],
  send_back: [],
  lift_exception: [],
  book_slot: [],
  cancel_slot: [],
  open_slot: [],
  postpone: [],
  resume: [],
  end_postponement: [],
} as const satisfies Rows;
