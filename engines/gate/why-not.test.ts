import { tripKinds } from "@moc/contract/gate/declaration.ts";
import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import { type TripState, tripCommands, tripStates } from "@moc/contract/gate/trip.ts";
import { languages } from "@moc/contract/values/text.ts";
import { describe, expect, test } from "vitest";
import { after, checkDecided, eventOf, opened, signalled } from "./samples.ts";
import { rankOf, rowFor } from "./trip-table.ts";
import { whyNot } from "./why-not.ts";

const exported = opened("export_vn");
const imported = opened("import_cn");
const checksOf = "border_guard_exit,customs,plant_quarantine";
const at = (state: TripState, trip = exported) => ({ ...trip, state });
const passed = {
  ...exported,
  checks: exported.checks.map((check) => ({ ...check, state: "pass" as const })),
};

describe("a step that is not possible", () => {
  test("because it lies ahead names the stage that it needs first", () => {
    expect(whyNot(at("called"), "enter_yard")).toMatchObject({
      reason: "step_ahead",
      params: { state: "called", needs: "at_gate" },
    });
    expect(whyNot(at("declared"), "leave")).toMatchObject({ params: { needs: "returned" } });
    expect(whyNot(at("declared", imported), "decide_check")).toMatchObject({
      params: { needs: "crossed_in" },
    });
  });

  test("because it lies behind says that it is past", () => {
    expect(whyNot(at("at_gate"), "depart")).toEqual({
      allowed: false,
      reason: "step_past",
      params: { state: "at_gate" },
    });
    expect(whyNot(at("released"), "withdraw")).toMatchObject({ reason: "step_past" });
    expect(whyNot(at("released"), "amend")).toMatchObject({ reason: "amend_too_late" });
    expect(whyNot(at("checks_done"), "refuse")).toMatchObject({ reason: "no_check_failed" });
    expect(whyNot(at("released"), "refuse")).toMatchObject({ reason: "step_past" });
    const standing = { ...at("in_yard", imported), yard: "bao-nguyen" };
    expect(whyNot(standing, "enter_yard")).toMatchObject({ reason: "step_past" });
  });

  test("because the trip is over says how it ended, and one of the other kind of trip says so", () => {
    for (const state of ["closed", "withdrawn", "refused", "expired"] as const) {
      expect(whyNot(at(state), "release")).toEqual({
        allowed: false,
        reason: "trip_over",
        params: { state },
      });
    }
    expect(whyNot(at("declared"), "allow_inland")).toMatchObject({ reason: "not_for_kind" });
    expect(whyNot(at("closed", imported), "call_forward")).toMatchObject({ reason: "not_for_kind" });
  });

  test("for want of checks names the forces, wherever the truck stands", () => {
    for (const state of ["declared", "holding", "called", "at_gate", "in_yard"] as const) {
      expect(whyNot(at(state), "release")).toMatchObject({
        reason: "checks_missing",
        params: { checks: checksOf },
      });
    }
    const some = after(at("in_yard"), [checkDecided("customs")], 5);
    expect(whyNot(some, "release")).toMatchObject({
      params: { checks: "border_guard_exit,plant_quarantine" },
    });
    expect(whyNot(at("in_yard", imported), "transfer_cargo")).toMatchObject({
      params: { checks: "border_guard_entry,customs" },
    });
    expect(whyNot(at("in_yard", imported), "allow_inland")).toMatchObject({ reason: "checks_missing" });
  });

  test("when all checks passed early names the stage, and for an import where its goods go", () => {
    expect(whyNot({ ...passed, state: "holding" }, "release")).toMatchObject({
      reason: "step_ahead",
      params: { needs: "checks_done" },
    });
    const checks = passed.checks;
    expect(whyNot({ ...imported, checks, state: "checks_done" }, "release")).toMatchObject({
      reason: "cargo_not_settled",
    });
    expect(whyNot({ ...imported, checks, state: "in_yard" }, "release")).toMatchObject({
      reason: "step_ahead",
      params: { needs: "transferred" },
    });
  });

  test("to be called before it arrived says how many signals are there", () => {
    expect(whyNot(exported, "call_forward")).toMatchObject({ reason: "not_arrived" });
    expect(whyNot(after(exported, [eventOf.depart, signalled()]), "call_forward")).toMatchObject({
      reason: "second_signal_missing",
    });
  });
});

test("every refusal of every step in every state has its sentence in every language, filled with what it names", () => {
  for (const kind of tripKinds) {
    for (const state of tripStates.filter((one) => rankOf(kind, one) >= 0 || one === "expired")) {
      for (const step of tripCommands.filter((one) => rowFor(kind, state, one) === undefined)) {
        const verdict = whyNot({ ...opened(kind), state }, step);
        if (verdict.allowed) throw new Error(`${kind} ${state} ${step} is not possible and is not refused`);
        for (const language of languages) {
          const sentences: Record<string, string> = gateMessages[language].refusals;
          const wanted = [...(sentences[verdict.reason] ?? "{?}").matchAll(/\{(\w+|\?)\}/g)].map(
            ([, name]) => name,
          );
          expect(Object.keys(verdict.params)).toEqual(expect.arrayContaining(wanted));
        }
      }
    }
  }
});

test("the ways name every state of a kind that is no side exit, in the order of the tables", () => {
  for (const kind of tripKinds) {
    for (const state of tripStates) {
      for (const step of tripCommands) {
        const to = rowFor(kind, state, step)?.to;
        if (to === undefined || to === "same" || to === "before" || rankOf(kind, to) < 0) continue;
        if (["decide_check", "send_back", "postpone", "divert"].includes(step)) continue; // these lead back
        if (rowFor(kind, state, step)?.guard === "return_loaded") continue; // another way begins there
        expect([kind, step, rankOf(kind, to) > rankOf(kind, state)]).toEqual([kind, step, true]);
      }
    }
  }
});
