import type { GateEvent } from "@moc/contract/gate/events.ts";
import { describe, expect, test } from "vitest";
import { BrokenLog, fold } from "./fold.ts";
import { carried, kindNow, tookHomeAt, transfersOf } from "./leg.ts";
import { after, checkDecided, entry, eventOf, minute, opened, signalled } from "./samples.ts";
import { commandVerdict } from "./verdict.ts";
import { whyNot } from "./why-not.ts";

const arrival = [signalled(), signalled("barrier", "device-1"), eventOf.confirm_arrival];
const passes = (["border_guard_exit", "customs", "plant_quarantine"] as const).map((kind) =>
  checkDecided(kind),
);
const toYard = [eventOf.call_forward, eventOf.reach_gate, eventOf.enter_yard];

describe("an export that comes back loaded", () => {
  const out = [...arrival, ...toYard, ...passes, eventOf.finish_checks, eventOf.release, eventOf.cross_out];
  const home = after(opened("export_vn"), [...out, eventOf.declare_return, eventOf.cross_in]);

  test("goes on as an import by VN truck, checked anew by what it brings", () => {
    expect(home).toMatchObject({
      state: "crossed_in",
      direction: "export",
      crossedAt: minute(12),
      outAt: minute(12),
      inAt: minute(14),
      returnedAt: minute(14),
    });
    expect(home.checks).toMatchObject([
      { kind: "border_guard_entry", state: "pending" },
      { kind: "customs", state: "pending" },
    ]);
    expect([kindNow(home), carried(home).direction]).toEqual(["import_vn", "import"]);
    expect(carried(home).goods).toMatchObject([{ class: "electronics" }]);
    const inYard = after(home, [checkDecided("border_guard_entry"), eventOf.enter_yard], 15);
    expect(inYard).toMatchObject({ yardIn: minute(16), yardOut: null });
    // That leg has begun at Km0: the yard takes nothing back of what was found there.
    expect(inYard.checks.map((check) => check.state)).toEqual(["pass", "pending"]);
    const cleared = [checkDecided("customs"), eventOf.finish_checks, eventOf.release, eventOf.leave];
    const done = after(inYard, cleared, 17);
    expect(done).toMatchObject({ state: "closed", yardOut: minute(20), endedAt: minute(20) });
  });

  test("carries what it took out until it is back, and nothing when it comes back empty after all", () => {
    const abroad = after(opened("export_vn"), [...out, eventOf.declare_return]);
    expect([kindNow(abroad), carried(abroad).goods]).toEqual(["export_vn", abroad.goods]);
    const empty = fold(abroad, entry(eventOf.return, 20));
    expect(empty).toMatchObject({ state: "returned", back: null });
    expect(() => after(opened("export_vn"), [...out, eventOf.reach_gate])).toThrow(BrokenLog);
  });
});

describe("a Chinese truck that loads for its way home", () => {
  const handed = [eventOf.cross_in, eventOf.enter_yard, eventOf.finish_checks, eventOf.transfer_cargo];
  const free = [...handed, eventOf.declare_return, eventOf.release];
  const standing = after(opened("import_cn"), [eventOf.cross_in, eventOf.enter_yard, eventOf.pair_transfer]);
  const loading = after(
    standing,
    [eventOf.finish_checks, eventOf.transfer_cargo, ...free.slice(4), eventOf.enter_yard],
    4,
  );

  test("goes on in the yard as an export by CN truck, checked by what it takes, its transfer put away", () => {
    expect(loading).toMatchObject({
      state: "in_yard",
      direction: "import",
      crossedAt: minute(1),
      outAt: null,
      yardIn: minute(8),
      yardOut: null,
      transfer: null,
      transferredTo: { country: "VN", number: "12C08120" },
    });
    expect([kindNow(loading), carried(loading).direction]).toEqual(["export_cn", "export"]);
    expect(carried(loading).goods).toMatchObject([{ class: "electronics" }]);
    expect(loading.checks.map((check) => check.state)).toEqual(["pending", "pending"]);
    expect(transfersOf(loading)).toMatchObject([{ confirmedAt: minute(5), to: { number: "12C08120" } }]);
  });

  test("is home when it crosses, once loaded and checked: its goods cross then, those it brought crossed before", () => {
    const load: GateEvent = {
      kind: "gate.cargo_transferred",
      data: { from: { country: "VN", number: "29C00001" }, to: { country: "CN", number: "桂F12345" } },
    };
    const out: GateEvent = { kind: "gate.crossed_out", data: {} };
    expect(tookHomeAt(loading)).toBeNull();
    const gone = after(loading, [load, eventOf.finish_checks, eventOf.release, out], 9);
    expect(gone).toMatchObject({
      state: "closed",
      crossedAt: minute(1),
      inAt: minute(1),
      outAt: minute(12),
      endedAt: minute(12),
      yardOut: minute(12),
      transferredTo: { country: "VN", number: "12C08120" },
    });
    expect(tookHomeAt(gone)).toBe(minute(12));
    expect(() => after(loading, [load, eventOf.finish_checks, eventOf.release, eventOf.leave], 9)).toThrow(
      BrokenLog,
    );
  });

  test("takes nothing home when it leaves after all", () => {
    const gone = after(opened("import_cn"), [...free, eventOf.leave]);
    expect(gone).toMatchObject({ state: "closed", back: null, wayHome: null, outAt: minute(7) });
    expect(tookHomeAt(gone)).toBeNull();
  });

  test("has handed over what it brought: one that goes inland with it loads nothing here", () => {
    const guard = { parties: new Set(["declarant", "yard"] as const), checks: new Set<string>() };
    const inland = [eventOf.cross_in, eventOf.enter_yard, eventOf.finish_checks, eventOf.allow_inland];
    const onward = after(opened("import_cn"), [...inland, eventOf.release]);
    const no = { allowed: false, reason: "cargo_not_handed_over" };
    expect(commandVerdict(onward, "declare_return", guard, minute(9))).toMatchObject(no);
    const undeclared = after(opened("import_cn"), [...handed, eventOf.release]);
    expect(commandVerdict(undeclared, "enter_yard", guard, minute(9))).toMatchObject({
      reason: "return_not_declared",
    });
    expect(whyNot({ ...loading, state: "checks_done", checks: [] }, "cross_out")).toMatchObject({
      params: { needs: "released" },
    });
  });
});
