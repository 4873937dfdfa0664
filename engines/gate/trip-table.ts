import type { TripKind } from "@moc/contract/gate/declaration.ts";
import type { Party, TripCommand, TripState } from "@moc/contract/gate/trip.ts";

/** What has to be true of the trip itself before a row applies. */
export type Guard =
  | "amendable"
  | "two_signals"
  | "checks_passed"
  | "check_failed"
  | "nothing_holds"
  | "arrival_overdue"
  | "show_overdue";

/** Commands of people and devices, and the two steps that follow of themselves in the same transaction. */
export type TripStep = TripCommand | "confirm_arrival" | "finish_checks";

export interface Row {
  from: readonly TripState[];
  who: readonly Party[];
  guard?: Guard;
  to: TripState | "same";
}

type Table = Record<TripStep, readonly Row[]>;

const withdrawable = ["declarant", "dispatcher"] as const;
const atTheGate = ["border_guard", "dispatcher", "traffic_police", "device"] as const;
const leavers = ["yard", "border_guard", "dispatcher"] as const;

/** Export by VN truck. The 24 h clock runs in `abroad`. */
const exportVn = {
  amend: [
    {
      from: ["declared", "travelling", "holding", "called", "at_gate", "in_yard", "checks_done"],
      who: ["declarant", "dispatcher"],
      guard: "amendable",
      to: "same",
    },
  ],
  depart: [{ from: ["declared"], who: ["declarant", "driver"], to: "travelling" }],
  signal_arrival: [{ from: ["declared", "travelling"], who: ["signaller"], to: "same" }],
  confirm_arrival: [
    { from: ["declared", "travelling"], who: ["system"], guard: "two_signals", to: "holding" },
  ],
  call_forward: [{ from: ["holding"], who: ["dispatcher", "system"], guard: "nothing_holds", to: "called" }],
  reach_gate: [{ from: ["called"], who: atTheGate, to: "at_gate" }],
  cross_in: [],
  enter_yard: [{ from: ["at_gate"], who: ["yard", "dispatcher"], to: "in_yard" }],
  decide_check: [
    { from: ["holding", "called", "at_gate", "in_yard"], who: ["force"], to: "same" },
    // Everything has passed here, so the only decision left is to take one back.
    { from: ["checks_done"], who: ["force"], to: "in_yard" },
  ],
  finish_checks: [{ from: ["in_yard"], who: ["system"], guard: "checks_passed", to: "checks_done" }],
  transfer_cargo: [],
  allow_inland: [],
  release: [
    { from: ["checks_done"], who: ["dispatcher", "border_guard"], guard: "checks_passed", to: "released" },
  ],
  cross_out: [{ from: ["released"], who: ["border_guard"], to: "abroad" }],
  return: [{ from: ["abroad"], who: ["border_guard"], to: "returned" }],
  leave: [{ from: ["returned"], who: leavers, to: "closed" }],
  withdraw: [
    { from: ["declared", "travelling", "holding"], who: withdrawable, to: "withdrawn" },
    // Returned inland: once called, its place is spent and only the gate centre lets it go.
    { from: ["called", "at_gate", "in_yard", "checks_done"], who: ["dispatcher"], to: "withdrawn" },
  ],
  refuse: [
    {
      from: ["holding", "called", "at_gate", "in_yard"],
      who: ["force", "dispatcher"],
      guard: "check_failed",
      to: "refused",
    },
  ],
  expire: [
    { from: ["declared", "travelling"], who: ["system"], guard: "arrival_overdue", to: "expired" },
    { from: ["called"], who: ["system"], guard: "show_overdue", to: "expired" },
  ],
} as const satisfies Table;

/** Import by CN truck. No queue on this side: announced and not crossed. */
const importCn = {
  amend: [
    {
      from: ["declared", "crossed_in", "in_yard", "checks_done", "transferred", "inland_allowed"],
      who: ["declarant", "dispatcher"],
      guard: "amendable",
      to: "same",
    },
  ],
  depart: [],
  signal_arrival: [],
  confirm_arrival: [],
  call_forward: [],
  reach_gate: [],
  cross_in: [{ from: ["declared"], who: ["border_guard"], to: "crossed_in" }],
  enter_yard: [{ from: ["crossed_in"], who: ["yard", "dispatcher"], to: "in_yard" }],
  decide_check: [
    {
      from: ["crossed_in", "in_yard", "transferred", "inland_allowed"],
      who: ["force"],
      to: "same",
    },
    { from: ["checks_done"], who: ["force"], to: "in_yard" },
  ],
  finish_checks: [{ from: ["in_yard"], who: ["system"], guard: "checks_passed", to: "checks_done" }],
  transfer_cargo: [{ from: ["checks_done"], who: ["yard", "customs"], to: "transferred" }],
  allow_inland: [{ from: ["checks_done"], who: ["customs"], to: "inland_allowed" }],
  release: [
    {
      from: ["transferred", "inland_allowed"],
      who: ["dispatcher", "border_guard"],
      guard: "checks_passed",
      to: "released",
    },
  ],
  cross_out: [],
  return: [],
  leave: [{ from: ["released"], who: leavers, to: "closed" }],
  withdraw: [
    { from: ["declared"], who: withdrawable, to: "withdrawn" },
    {
      from: ["crossed_in", "in_yard", "checks_done", "transferred", "inland_allowed"],
      who: ["dispatcher"],
      to: "withdrawn",
    },
  ],
  refuse: [
    {
      from: ["crossed_in", "in_yard", "transferred", "inland_allowed"],
      who: ["force", "dispatcher"],
      guard: "check_failed",
      to: "refused",
    },
  ],
  expire: [{ from: ["declared"], who: ["system"], guard: "arrival_overdue", to: "expired" }],
} as const satisfies Table;

/** The state tables, one per kind of trip: the only truth about what may follow what. */
export const tripTables: Record<TripKind, Table> = { export_vn: exportVn, import_cn: importCn };

/** The one row that applies to a step from a state, or undefined when the table has none. */
export function rowFor(kind: TripKind, from: TripState, step: TripStep): Row | undefined {
  return tripTables[kind][step].find((row) => row.from.includes(from));
}

/** States from which nothing follows. */
export const finalStates = [
  "closed",
  "withdrawn",
  "refused",
  "expired",
] as const satisfies readonly TripState[];

/** How far each state is along the way of its kind; states of one rank are alternatives. Side exits have no rank. */
const ways = {
  export_vn: [
    ["declared"],
    ["travelling"],
    ["holding"],
    ["called"],
    ["at_gate"],
    ["in_yard"],
    ["checks_done"],
    ["released"],
    ["abroad"],
    ["returned"],
    ["closed"],
  ],
  import_cn: [
    ["declared"],
    ["crossed_in"],
    ["in_yard"],
    ["checks_done"],
    ["transferred", "inland_allowed"],
    ["released"],
    ["closed"],
  ],
} as const satisfies Record<TripKind, readonly (readonly TripState[])[]>;

/** Number of stages before a state on the way of a kind of trip, or -1 for a state that is not on it. */
export function rankOf(kind: TripKind, state: TripState): number {
  return ways[kind].findIndex((stage: readonly TripState[]) => stage.includes(state));
}
