import { leavers, type Table, withdrawable } from "./trip-row.ts";
import { noQueue } from "./trip-rows-queue.ts";
import { exportCnWay, importVnWay } from "./trip-rows-way.ts";

// Kinds in which a truck goes over empty to fetch the goods: its plate is of the side that they go to.

/** Import by VN truck: out empty, back with the goods. One that stands abroad already begins by crossing in. */
export const importVn = {
  ...importVnWay,
  ...noQueue,
  amend: [
    {
      from: ["declared", "abroad", "crossed_in", "in_yard", "checks_done"],
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
  cross_in: [{ from: ["declared", "abroad"], who: ["border_guard"], to: "crossed_in" }],
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
  cross_out: [{ from: ["declared"], who: ["border_guard"], to: "abroad" }],
  // It found no goods and comes back as empty as it went.
  return: [{ from: ["abroad"], who: ["border_guard"], to: "returned" }],
  leave: [{ from: ["released", "returned"], who: leavers, to: "closed" }],
  withdraw: [
    { from: ["declared"], who: withdrawable, to: "withdrawn" },
    { from: ["crossed_in", "in_yard", "checks_done"], who: ["dispatcher"], to: "withdrawn" },
  ],
  refuse: [
    { from: ["crossed_in", "in_yard"], who: ["force", "dispatcher"], guard: "check_failed", to: "refused" },
  ],
  expire: [{ from: ["declared"], who: ["system"], guard: "arrival_overdue", to: "expired" }],
} as const satisfies Table;

/** Export by CN truck: in empty, loaded in the yard, checked, and home with the goods. */
export const exportCn = {
  ...exportCnWay,
  ...noQueue,
  amend: [
    {
      from: ["declared", "crossed_in", "in_yard", "transferred", "checks_done"],
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
    { from: ["crossed_in", "in_yard", "transferred"], who: ["force"], to: "same" },
    { from: ["checks_done"], who: ["force"], to: "transferred" },
  ],
  finish_checks: [{ from: ["transferred"], who: ["system"], guard: "checks_passed", to: "checks_done" }],
  transfer_cargo: [{ from: ["in_yard"], who: ["yard", "customs"], to: "transferred" }],
  allow_inland: [],
  release: [
    { from: ["checks_done"], who: ["dispatcher", "border_guard"], guard: "checks_passed", to: "released" },
  ],
  cross_out: [{ from: ["released"], who: ["border_guard"], to: "closed" }],
  return: [],
  leave: [],
  withdraw: [
    { from: ["declared"], who: withdrawable, to: "withdrawn" },
    { from: ["crossed_in", "in_yard", "transferred", "checks_done"], who: ["dispatcher"], to: "withdrawn" },
  ],
  refuse: [
    {
      from: ["crossed_in", "in_yard", "transferred"],
      who: ["force", "dispatcher"],
      guard: "check_failed",
      to: "refused",
    },
  ],
  expire: [{ from: ["declared"], who: ["system"], guard: "arrival_overdue", to: "expired" }],
} as const satisfies Table;
