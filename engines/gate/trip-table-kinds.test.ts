import { expect, test } from "vitest";
import { byState } from "./samples.ts";

test("what may follow each state of a new vehicle", () => {
  expect(byState("import_new_vehicle")).toMatchInlineSnapshot(`
    {
      "checks_done": [
        "amend(amendable) → same [declarant dispatcher]",
        "decide_check → in_yard [force]",
        "release(checks_passed) → released [dispatcher border_guard]",
        "withdraw → withdrawn [dispatcher]",
      ],
      "crossed_in": [
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
        "amend(amendable) → same [declarant dispatcher]",
        "decide_check → same [force]",
        "finish_checks(checks_passed) → checks_done [system]",
        "withdraw → withdrawn [dispatcher]",
        "refuse(check_failed) → refused [force dispatcher]",
      ],
      "released": [
        "leave → closed [yard border_guard dispatcher]",
      ],
      "withdrawn": [
        "undo_withdrawal(undo_open) → before [declarant dispatcher]",
      ],
    }
  `);
});

test("what may follow each state of an export by a truck that came empty", () => {
  expect(byState("export_cn")).toMatchInlineSnapshot(`
    {
      "checks_done": [
        "amend(amendable) → same [declarant dispatcher]",
        "decide_check → transferred [force]",
        "release(checks_passed) → released [dispatcher border_guard]",
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
        "transfer_cargo → transferred [yard customs]",
        "withdraw → withdrawn [dispatcher]",
        "refuse(check_failed) → refused [force dispatcher]",
      ],
      "released": [
        "cross_out → closed [border_guard]",
      ],
      "transferred": [
        "amend(amendable) → same [declarant dispatcher]",
        "decide_check → same [force]",
        "finish_checks(checks_passed) → checks_done [system]",
        "withdraw → withdrawn [dispatcher]",
        "refuse(check_failed) → refused [force dispatcher]",
      ],
      "withdrawn": [
        "undo_withdrawal(undo_open) → before [declarant dispatcher]",
      ],
    }
  `);
});

test("what may follow each state of an import by a truck that went out empty", () => {
  expect(byState("import_vn")).toMatchInlineSnapshot(`
    {
      "abroad": [
        "swap_unit → same [declarant dispatcher]",
        "amend(amendable) → same [declarant dispatcher]",
        "cross_in → crossed_in [border_guard]",
        "return → returned [border_guard]",
      ],
      "checks_done": [
        "amend(amendable) → same [declarant dispatcher]",
        "decide_check → in_yard [force]",
        "release(checks_passed) → released [dispatcher border_guard]",
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
        "cross_out → abroad [border_guard]",
        "withdraw → withdrawn [declarant dispatcher]",
        "expire(arrival_overdue) → expired [system]",
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
        "leave → closed [yard border_guard dispatcher]",
      ],
      "returned": [
        "leave → closed [yard border_guard dispatcher]",
      ],
      "withdrawn": [
        "undo_withdrawal(undo_open) → before [declarant dispatcher]",
      ],
    }
  `);
});
