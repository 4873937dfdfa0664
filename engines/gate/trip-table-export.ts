import { leavers, type Table, withdrawable } from "./trip-row.ts";
import { inQueue } from "./trip-rows-queue.ts";
import { exportVnWay } from "./trip-rows-way.ts";

const atTheGate = ["border_guard", "dispatcher", "traffic_police", "device"] as const;

/** Export by VN truck. The clock of its return runs in `abroad`. */
export const exportVn = {
  ...exportVnWay,
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
  declare_return: [{ from: ["abroad"], who: ["declarant", "dispatcher"], to: "same" }],
  // With goods: from here on the trip follows the table of an import by VN truck (leg.ts).
  cross_in: [{ from: ["abroad"], who: ["border_guard"], guard: "return_loaded", to: "crossed_in" }],
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
  ...inQueue,
} as const satisfies Table;
