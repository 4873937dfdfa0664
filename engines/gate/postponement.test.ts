import { expect, test } from "vitest";
import { fold } from "./fold.ts";
import { passedOverBy } from "./passed-over.ts";
import { after, entry, eventOf, minute, opened, signalled } from "./samples.ts";
import { commandVerdict, stepVerdict } from "./verdict.ts";

const arrival = [signalled(), signalled("barrier", "device-1"), eventOf.confirm_arrival];
const holding = after(opened("export_vn"), arrival);
const postponed = fold(holding, entry(eventOf.postpone, 40));
const driver = { parties: new Set(["driver"] as const), checks: new Set<never>() };
const guard = {
  parties: new Set(["border_guard", "dispatcher", "force"] as const),
  checks: new Set<never>(),
};

test("a postponed truck keeps ticket and stream, is not called, and is counted", () => {
  expect(postponed).toMatchObject({
    state: "holding",
    ticket: 7,
    postponedUntil: minute(90),
    postponements: 1,
  });
  expect([
    passedOverBy(postponed),
    passedOverBy({ ...postponed, heldBack: holding.heldBack, goods: [] }),
  ]).toEqual(["postponed", "postponed"]);
  expect(commandVerdict(postponed, "call_forward", guard, minute(41))).toEqual({
    allowed: false,
    reason: "postponed",
    params: { due: minute(90) },
  });
});

test("a truck that was called and postpones waits again at its ticket, without a time to show up by", () => {
  const back = fold(fold(holding, entry(eventOf.call_forward, 30)), entry(eventOf.postpone, 40));
  expect(back).toMatchObject({ state: "holding", ticket: 7, calledAt: null, showBy: null, postponements: 1 });
});

test("a postponement ends by the driver at once, or by the clock at its last instant and not before", () => {
  expect(commandVerdict(postponed, "resume", driver, minute(41))).toEqual({ allowed: true });
  expect(stepVerdict(postponed, "end_postponement", minute(89))).toMatchObject({ reason: "not_due" });
  expect(stepVerdict(postponed, "end_postponement", minute(90))).toEqual({ allowed: true });
  const ready = fold(postponed, entry(eventOf.resume, 50));
  expect([passedOverBy(ready), ready.ticket, ready.postponements]).toEqual([null, 7, 1]);
  expect(commandVerdict(ready, "resume", driver, minute(51))).toMatchObject({ reason: "not_postponed" });
  expect(stepVerdict(ready, "end_postponement", minute(90))).toMatchObject({ reason: "not_postponed" });
});

test("nobody postpones for the driver, and not once the truck is at the gate", () => {
  expect(commandVerdict(holding, "postpone", guard, minute(40))).toMatchObject({ reason: "not_allowed" });
  const atGate = after(holding, [eventOf.call_forward, eventOf.reach_gate], 40);
  expect(commandVerdict(atGate, "postpone", driver, minute(50))).toMatchObject({ reason: "step_past" });
});
