import type { CheckKind } from "@moc/contract/gate/check.ts";
import type { Party } from "@moc/contract/gate/trip.ts";
import { describe, expect, test } from "vitest";
import { after, checkDecided, eventOf, minute, opened, signalled } from "./samples.ts";

import { type Caller, checkVerdict, commandVerdict, mayNext, stepVerdict } from "./verdict.ts";

function caller(...parties: Party[]): Caller {
  return { parties: new Set(parties), checks: new Set<CheckKind>() };
}
const customs: Caller = { parties: new Set(["force", "customs"]), checks: new Set(["customs"]) };
const arrival = [signalled(), signalled("barrier", "device-1"), eventOf.confirm_arrival];
const holding = after(opened("export_vn"), arrival);
const inYard = after(holding, [eventOf.call_forward, eventOf.reach_gate, eventOf.enter_yard], 10);
const now = minute(60);

describe("a command", () => {
  test("is refused from a state that has no row for it, with what it waits for", () => {
    const no = {
      allowed: false,
      reason: "checks_missing",
      params: { checks: "border_guard_exit,customs,plant_quarantine" },
    };
    expect(commandVerdict(holding, "release", caller("dispatcher"), now)).toEqual(no);
    expect(commandVerdict(holding, "release", caller("declarant"), now)).toEqual(no);
    expect(stepVerdict(holding, "release", now)).toEqual(no);
  });

  test("is refused to who is not named in the row, with those who are", () => {
    expect(commandVerdict(holding, "call_forward", caller("declarant", "driver"), now)).toEqual({
      allowed: false,
      reason: "not_allowed",
      params: { who: "dispatcher" },
    });
    expect(commandVerdict(holding, "call_forward", caller("dispatcher"), now)).toEqual({ allowed: true });
  });

  test("tells a stranger nothing of the guards", () => {
    const stranger = commandVerdict(inYard, "refuse", caller("declarant"), now);
    expect(stranger).toMatchObject({ reason: "not_allowed" });
    expect(commandVerdict(inYard, "refuse", caller("force"), now)).toMatchObject({
      reason: "no_check_failed",
    });
  });
});

describe("a guard", () => {
  test("keeps the second step of an arrival until two signals are there", () => {
    const one = after(opened("export_vn"), [signalled()]);
    expect(stepVerdict(one, "confirm_arrival", now)).toEqual({
      allowed: false,
      reason: "second_signal_missing",
      params: {},
    });
    const two = after(one, [signalled("barrier", "device-1")], 2);
    expect(stepVerdict(two, "confirm_arrival", now)).toEqual({ allowed: true });
  });

  test("names the checks that are missing", () => {
    const some = after(inYard, [checkDecided("customs"), checkDecided("plant_quarantine", "hold")], 20);
    expect(stepVerdict(some, "finish_checks", now)).toEqual({
      allowed: false,
      reason: "checks_missing",
      params: { checks: "border_guard_exit,plant_quarantine" },
    });
  });

  test("keeps a truck uncalled while something holds it, and names what", () => {
    const held = after(holding, [checkDecided("customs", "hold")], 20);
    expect(commandVerdict(held, "call_forward", caller("dispatcher"), now)).toEqual({
      allowed: false,
      reason: "held_by_check",
      params: { checks: "customs" },
    });
    const failed = after(held, [checkDecided("plant_quarantine", "fail")], 21);
    expect(stepVerdict(failed, "call_forward", now)).toEqual({
      allowed: false,
      reason: "failed_by_check",
      params: { checks: "plant_quarantine" },
    });
    expect(stepVerdict({ ...holding, goods: [] }, "call_forward", now)).toMatchObject({
      reason: "goods_unknown",
    });
    expect(stepVerdict(holding, "call_forward", now)).toEqual({ allowed: true });
  });

  test("lets a trip be refused after a failed check only", () => {
    const failed = after(inYard, [checkDecided("customs", "fail")], 20);
    expect(stepVerdict(failed, "refuse", now)).toEqual({ allowed: true });
  });

  test("lets a trip expire from the due instant on and no earlier", () => {
    const trip = opened("export_vn");
    const early = { allowed: false, reason: "not_due", params: { due: trip.expiresAt } };
    expect(stepVerdict(trip, "expire", minute(72 * 60 - 1))).toEqual(early);
    expect(stepVerdict(trip, "expire", minute(72 * 60))).toEqual({ allowed: true });
    const called = after(holding, [eventOf.call_forward], 10);
    expect(stepVerdict(called, "expire", minute(239))).toMatchObject({ params: { due: minute(240) } });
    expect(stepVerdict(called, "expire", minute(240))).toEqual({ allowed: true });
    expect(stepVerdict({ ...called, showBy: null }, "expire", minute(999))).toMatchObject({
      reason: "not_due",
      params: { due: "" },
    });
  });

  test("closes the amendment when no field is left", () => {
    expect(stepVerdict(holding, "amend", now)).toEqual({ allowed: true });
    const done = after(
      opened("import_cn"),
      [
        eventOf.cross_in,
        eventOf.enter_yard,
        checkDecided("border_guard_entry"),
        checkDecided("customs"),
        eventOf.finish_checks,
        eventOf.transfer_cargo,
      ],
      5,
    );
    expect(stepVerdict(done, "amend", now)).toEqual({ allowed: true });
    expect(stepVerdict({ ...done, state: "released" }, "amend", now)).toMatchObject({
      reason: "amend_too_late",
    });
  });
});

describe("a check", () => {
  test("is decided by its own force alone", () => {
    expect(checkVerdict(inYard, "customs", customs, now)).toEqual({ allowed: true });
    expect(checkVerdict(inYard, "plant_quarantine", customs, now)).toEqual({
      allowed: false,
      reason: "not_allowed",
      params: { who: "plant_quarantine" },
    });
    expect(checkVerdict(inYard, "customs", caller("dispatcher"), now)).toMatchObject({
      reason: "not_allowed",
      params: { who: "force" },
    });
  });

  test("that does not apply, or takes no decision any more, says so", () => {
    const entryGuard: Caller = { parties: new Set(["force"]), checks: new Set(["border_guard_entry"]) };
    expect(checkVerdict(inYard, "border_guard_entry", entryGuard, now)).toEqual({
      allowed: false,
      reason: "check_not_applicable",
      params: { check: "border_guard_entry" },
    });
    const failed = after(inYard, [checkDecided("customs", "fail")], 20);
    expect(checkVerdict(failed, "customs", customs, now)).toEqual({
      allowed: false,
      reason: "check_transition",
      params: { result: "fail" },
    });
    expect(checkVerdict(opened("export_vn"), "customs", customs, now)).toMatchObject({
      reason: "step_ahead",
      params: { state: "declared", needs: "holding" },
    });
  });
});

describe("what may happen next", () => {
  test("lists every command that the kind of trip knows, each check by itself, and never the timers' own", () => {
    const actions = mayNext(inYard, customs, now).map((line) => line.action);
    expect(actions).toEqual([
      "amend",
      "depart",
      "signal_arrival",
      "call_forward",
      "reach_gate",
      "declare_return",
      "cross_in",
      "enter_yard",
      "decide_check:border_guard_exit",
      "decide_check:customs",
      "decide_check:plant_quarantine",
      "swap_unit",
      "divert",
      "release",
      "cross_out",
      "return",
      "leave",
      "withdraw",
      "refuse",
      "give_priority",
      "hold_back",
      "send_back",
      "lift_exception",
      "undo_withdrawal",
      "book_slot",
      "cancel_slot",
      "postpone",
      "resume",
    ]);
    const importActions = mayNext(opened("import_cn"), customs, now).map((line) => line.action);
    expect(importActions).toContain("transfer_cargo");
    expect(importActions).not.toContain("call_forward");
  });

  test("says what is allowed with the choices it leaves, and of the rest why not", () => {
    const lines = mayNext(inYard, customs, now);
    expect(lines.filter((line) => line.allowed)).toEqual([
      { action: "decide_check:customs", allowed: true, params: { decisions: "pass,hold,fail" } },
    ]);
    expect(lines.find((line) => line.action === "release")).toEqual({
      action: "release",
      allowed: false,
      reason: "checks_missing",
      params: { checks: "border_guard_exit,customs,plant_quarantine" },
    });
    expect(lines.every((line) => line.allowed || line.reason !== undefined)).toBe(true);
    const declarant = mayNext(holding, caller("declarant"), now).filter((line) => line.allowed);
    expect(declarant).toEqual([
      { action: "amend", allowed: true, params: { fields: "vehicle,driver,goods,route,customsNumbers" } },
      { action: "swap_unit", allowed: true },
      { action: "withdraw", allowed: true },
      { action: "postpone", allowed: true },
    ]);
  });

  test("tells what stands against it from outside only to who could do it otherwise", () => {
    const closed = { allowed: false, reason: "route_closed", params: { route: "r" } } as const;
    const line = (who: Caller, trip = holding) =>
      mayNext(trip, who, now, { call_forward: closed }).find((one) => one.action === "call_forward");
    expect(line(caller("dispatcher"))).toEqual({ action: "call_forward", ...closed });
    expect(line(caller("declarant"))).toMatchObject({ reason: "not_allowed" });
    expect(line(caller("dispatcher"), inYard)).toMatchObject({ reason: "step_past" });
  });
});
