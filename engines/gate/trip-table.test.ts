import { type TripKind, tripKinds } from "@moc/contract/gate/declaration.ts";
import type { TripState } from "@moc/contract/gate/trip.ts";
import { describe, expect, test } from "vitest";
import { byState } from "./samples.ts";
import type { TripStep } from "./trip-row.ts";
import { finalStates, rowFor, tripTables } from "./trip-table.ts";

const steps = Object.keys(tripTables.export_vn) as TripStep[]; // as: the keys of a table are its steps

function reachable(kind: TripKind): Set<TripState> {
  const found = new Set<TripState>(["declared"]);
  for (const state of found) {
    for (const step of steps) {
      const to = rowFor(kind, state, step)?.to;
      // A withdrawal is undone to where it came from, which has been found already.
      if (to !== undefined && to !== "same" && to !== "before") found.add(to);
    }
  }
  return found;
}

describe.each(tripKinds)("the state table of %s", (kind) => {
  test("has at most one row for a state and a step", () => {
    for (const step of steps) {
      const from = tripTables[kind][step].flatMap((row) => row.from);
      expect(new Set(from).size).toBe(from.length);
    }
  });

  test("ends only in final states, and every other reachable state has a way out", () => {
    const final = new Set<TripState>(finalStates);
    for (const state of reachable(kind)) {
      // From here on a loaded return follows the table of an import by VN truck.
      if (kind === "export_vn" && state === "crossed_in") continue;
      const out = steps.filter(
        (step) => !["same", "before"].includes(rowFor(kind, state, step)?.to ?? "same"),
      );
      expect([state, out.length === 0]).toEqual([state, final.has(state)]);
    }
  });

  test("starts no row from a state that cannot be reached", () => {
    const found = reachable(kind);
    const from = steps.flatMap((step) => tripTables[kind][step].flatMap((row) => row.from));
    expect(from.filter((state) => !found.has(state))).toEqual([]);
  });
});

test("what may follow each state of an export", () => {
  expect(byState("export_vn")).toMatchInlineSnapshot(`
    {
      "abroad": [
        "declare_return → same [declarant dispatcher]",
        "cross_in(return_loaded) → crossed_in [border_guard]",
        "return → returned [border_guard]",
      ],
      "at_gate": [
        "swap_unit → same [declarant dispatcher]",
        "divert → travelling [dispatcher traffic_police]",
        "amend(amendable) → same [declarant dispatcher]",
        "enter_yard → in_yard [yard dispatcher]",
        "decide_check → same [force]",
        "withdraw → withdrawn [dispatcher]",
        "refuse(check_failed) → refused [force dispatcher]",
        "send_back → holding [dispatcher force]",
      ],
      "called": [
        "swap_unit → same [declarant dispatcher]",
        "divert → travelling [dispatcher traffic_police]",
        "amend(amendable) → same [declarant dispatcher]",
        "reach_gate → at_gate [border_guard dispatcher traffic_police device]",
        "decide_check → same [force]",
        "withdraw → withdrawn [dispatcher]",
        "refuse(check_failed) → refused [force dispatcher]",
        "expire(show_overdue) → expired [system]",
        "send_back → holding [dispatcher force]",
        "postpone → holding [declarant driver]",
      ],
      "checks_done": [
        "amend(amendable) → same [declarant dispatcher]",
        "decide_check → in_yard [force]",
        "release(checks_passed) → released [dispatcher border_guard]",
        "withdraw → withdrawn [dispatcher]",
      ],
      "declared": [
        "divert → same [dispatcher traffic_police]",
        "amend(amendable) → same [declarant dispatcher]",
        "depart → travelling [declarant driver]",
        "signal_arrival → same [signaller]",
        "confirm_arrival(two_signals) → holding [system]",
        "withdraw → withdrawn [declarant dispatcher]",
        "expire(arrival_overdue) → expired [system]",
        "book_slot → same [declarant dispatcher]",
        "cancel_slot(slot_booked) → same [declarant dispatcher]",
      ],
      "holding": [
        "swap_unit → same [declarant dispatcher]",
        "divert → travelling [dispatcher traffic_police]",
        "amend(amendable) → same [declarant dispatcher]",
        "call_forward(nothing_holds) → called [dispatcher system]",
        "decide_check → same [force]",
        "withdraw → withdrawn [declarant dispatcher]",
        "refuse(check_failed) → refused [force dispatcher]",
        "give_priority(no_priority_yet) → same [dispatcher force]",
        "hold_back(not_held_yet) → same [dispatcher force]",
        "lift_exception(excepted) → same [dispatcher force]",
        "postpone → same [declarant driver]",
        "resume(postponed) → same [declarant driver]",
        "end_postponement(postponement_over) → same [system]",
        "open_slot(slot_early) → same [system]",
      ],
      "in_yard": [
        "swap_unit → same [declarant dispatcher]",
        "amend(amendable) → same [declarant dispatcher]",
        "decide_check → same [force]",
        "finish_checks(checks_passed) → checks_done [system]",
        "withdraw → withdrawn [dispatcher]",
        "refuse(check_failed) → refused [force dispatcher]",
      ],
      "released": [
        "cross_out → abroad [border_guard]",
      ],
      "returned": [
        "leave → closed [yard border_guard dispatcher]",
      ],
      "travelling": [
        "swap_unit → same [declarant dispatcher]",
        "divert → same [dispatcher traffic_police]",
        "amend(amendable) → same [declarant dispatcher]",
        "signal_arrival → same [signaller]",
        "confirm_arrival(two_signals) → holding [system]",
        "withdraw → withdrawn [declarant dispatcher]",
        "expire(arrival_overdue) → expired [system]",
        "book_slot → same [declarant dispatcher]",
        "cancel_slot(slot_booked) → same [declarant dispatcher]",
      ],
      "withdrawn": [
        "undo_withdrawal(undo_open) → before [declarant dispatcher]",
      ],
    }
  `);
});

test("what may follow each state of an import", () => {
  expect(byState("import_cn")).toMatchInlineSnapshot(`
    {
      "checks_done": [
        "pair_transfer → same [declarant yard dispatcher]",
        "amend(amendable) → same [declarant dispatcher]",
        "decide_check → in_yard [force]",
        "transfer_cargo → transferred [yard customs]",
        "allow_inland → inland_allowed [customs]",
        "withdraw → withdrawn [dispatcher]",
      ],
      "crossed_in": [
        "swap_unit → same [declarant dispatcher]",
        "amend(amendable) → same [declarant dispatcher]",
        "enter_yard → in_yard [yard dispatcher]",
        "decide_check → same [force]",
        "withdraw → withdrawn [dispatcher]",
        "refuse(check_failed) → refused [force dispatcher]",
      ],
      "declared": [
        "divert → same [dispatcher traffic_police]",
        "amend(amendable) → same [declarant dispatcher]",
        "cross_in → crossed_in [border_guard]",
        "withdraw → withdrawn [declarant dispatcher]",
        "expire(arrival_overdue) → expired [system]",
      ],
      "in_yard": [
        "pair_transfer → same [declarant yard dispatcher]",
        "swap_unit → same [declarant dispatcher]",
        "amend(amendable) → same [declarant dispatcher]",
        "decide_check → same [force]",
        "finish_checks(checks_passed) → checks_done [system]",
        "withdraw → withdrawn [dispatcher]",
        "refuse(check_failed) → refused [force dispatcher]",
      ],
      "inland_allowed": [
        "amend(amendable) → same [declarant dispatcher]",
        "decide_check → same [force]",
        "release(checks_passed) → released [dispatcher border_guard]",
        "withdraw → withdrawn [dispatcher]",
        "refuse(check_failed) → refused [force dispatcher]",
      ],
      "released": [
        "declare_return(cargo_handed_over) → same [declarant dispatcher]",
        "enter_yard(return_loaded) → in_yard [yard dispatcher]",
        "leave → closed [yard border_guard dispatcher]",
      ],
      "transferred": [
        "amend(amendable) → same [declarant dispatcher]",
        "declare_return(cargo_handed_over) → same [declarant dispatcher]",
        "decide_check → same [force]",
        "release(checks_passed) → released [dispatcher border_guard]",
        "withdraw → withdrawn [dispatcher]",
        "refuse(check_failed) → refused [force dispatcher]",
      ],
      "withdrawn": [
        "undo_withdrawal(undo_open) → before [declarant dispatcher]",
      ],
    }
  `);
});
