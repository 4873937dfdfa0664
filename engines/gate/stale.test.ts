import type { GateEvent } from "@moc/contract/gate/events.ts";
import { describe, expect, test } from "vitest";
import {
  after,
  amendedEvent,
  checkDecided,
  declaredEvent,
  entry,
  eventOf,
  opened,
  signalled,
} from "./samples.ts";
import { isStale } from "./stale.ts";

const arrival = [signalled(), signalled("barrier", "device-1"), eventOf.confirm_arrival];
const before = [declaredEvent("export_vn"), ...arrival];
const seen = before.length;
const trip = after(opened("export_vn"), arrival);

const laterThan = (events: readonly GateEvent[]) =>
  [...before, ...events].map((event, index) => entry(event, index));

const customs = { command: "decide_check", check: "customs" } as const;
const release = { command: "release" } as const;
const amend = { command: "amend" } as const;

describe("a decision", () => {
  test("of a force is outdated by a change of the filing or of its own check, not by what others did", () => {
    const others = [
      eventOf.call_forward,
      eventOf.reach_gate,
      eventOf.enter_yard,
      checkDecided("plant_quarantine"),
    ];
    expect(isStale(laterThan(others), seen, customs)).toBe(false);
    expect(isStale(laterThan([...others, checkDecided("customs", "hold")]), seen, customs)).toBe(true);
    expect(isStale(laterThan([...others, amendedEvent(trip)]), seen, customs)).toBe(true);
    expect(isStale(laterThan([eventOf.transfer_cargo]), seen, customs)).toBe(true);
  });

  test("on the newest picture is never outdated", () => {
    const all = laterThan([amendedEvent(trip), checkDecided("customs", "hold")]);
    expect(isStale(all, all.length, customs)).toBe(false);
    expect(isStale(all, seen + 1, customs)).toBe(true);
  });

  test("to release is outdated by any check, one to amend by another amendment alone", () => {
    const check = laterThan([checkDecided("customs", "withdraw")]);
    expect(isStale(check, seen, release)).toBe(true);
    expect(isStale(check, seen, amend)).toBe(false);
    expect(isStale(laterThan([eventOf.transfer_cargo]), seen, release)).toBe(true);
    expect(isStale(laterThan([eventOf.transfer_cargo]), seen, amend)).toBe(false);
    expect(isStale(laterThan([amendedEvent(trip)]), seen, amend)).toBe(true);
  });

  test("on a version that never was is outdated", () => {
    const all = laterThan([]);
    for (const version of [0, -1, seen + 1, 1_000_000]) {
      expect(isStale(all, version, customs)).toBe(true);
    }
    expect(isStale(all, 1, customs)).toBe(false);
  });
});
