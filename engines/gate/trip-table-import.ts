import { leavers, type Table, withdrawable } from "./trip-row.ts";
import { noQueue } from "./trip-rows-queue.ts";
import { importCnWay, newVehicleWay } from "./trip-rows-way.ts";

/** Import by CN truck. No queue on this side: announced and not crossed. Its goods handed over, it may load for home. */
export const importCn = {
  ...importCnWay,
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
  declare_return: [
    {
      from: ["transferred", "released"],
      who: ["declarant", "dispatcher"],
      guard: "cargo_handed_over",
      to: "same",
    },
  ],
  cross_in: [{ from: ["declared"], who: ["border_guard"], to: "crossed_in" }],
  enter_yard: [
    { from: ["crossed_in"], who: ["yard", "dispatcher"], to: "in_yard" },
    // To load: from here on the trip follows the table of an export by CN truck (leg.ts).
    { from: ["released"], who: ["yard", "dispatcher"], guard: "return_loaded", to: "in_yard" },
  ],
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
  ...noQueue,
} as const satisfies Table;

/** A new vehicle on its own wheels is the goods itself: nothing is transferred, and its release lets it go inland. */
export const importNewVehicle = {
  ...newVehicleWay,
  amend: [
    {
      from: ["declared", "crossed_in", "in_yard", "checks_done"],
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
  declare_return: [],
  cross_in: [{ from: ["declared"], who: ["border_guard"], to: "crossed_in" }],
  enter_yard: [{ from: ["crossed_in"], who: ["yard", "dispatcher"], to: "in_yard" }],
  decide_check: [
    { from: ["crossed_in", "in_yard"], who: ["force"], to: "same" },
    { from: ["checks_done"], who: ["force"], to: "in_yard" },
  ],
  finish_checks: [{ from: ["in_yard"], who: ["system"], guard: "checks_passed", to: "checks_done" }],
  transfer_cargo: [],
  allow_inland: [],
  release: [
    { from: ["checks_done"], who: ["dispatcher", "border_guard"], guard: "checks_passed", to: "released" },
  ],
  cross_out: [],
  return: [],
  leave: [{ from: ["released"], who: leavers, to: "closed" }],
  withdraw: [
    { from: ["declared"], who: withdrawable, to: "withdrawn" },
    { from: ["crossed_in", "in_yard", "checks_done"], who: ["dispatcher"], to: "withdrawn" },
  ],
  refuse: [
    { from: ["crossed_in", "in_yard"], who: ["force", "dispatcher"], guard: "check_failed", to: "refused" },
  ],
  expire: [{ from: ["declared"], who: ["system"], guard: "arrival_overdue", to: "expired" }],
  ...noQueue,
} as const satisfies Table;
