import type { CheckDecision, CheckKind, CheckState } from "@moc/contract/gate/check.ts";
import type { Role } from "@moc/contract/values/actor.ts";
import type { Trip, TripCheck } from "./trip.ts";

/** Which decision leads a check from where to where; an absent decision is refused with `check_transition`. */
export const checkTransitions = {
  pending: { pass: "pass", hold: "hold", fail: "fail" },
  hold: { pass: "pass", fail: "fail" },
  pass: { withdraw: "withdrawn" },
  fail: {},
  withdrawn: { pass: "pass", hold: "hold", fail: "fail" },
} as const satisfies Record<CheckState, Partial<Record<CheckDecision, CheckState>>>;

/** The force that performs a check, as a role of its accounts. */
export const forceOf = {
  border_guard_exit: "border_guard",
  border_guard_entry: "border_guard",
  customs: "customs",
  health_quarantine: "health_quarantine",
  plant_quarantine: "plant_quarantine",
  animal_quarantine: "animal_quarantine",
} as const satisfies Record<CheckKind, Role>;

/** A decision that has to say why: everything but a pass. */
export const reasonRequired = {
  pass: false,
  hold: true,
  fail: true,
  withdraw: true,
} as const satisfies Record<CheckDecision, boolean>;

/** Decisions that a check in this state still takes. */
export function decisionsFor(state: CheckState): CheckDecision[] {
  const from: Partial<Record<CheckDecision, CheckState>> = checkTransitions[state];
  return (["pass", "hold", "fail", "withdraw"] as const).filter((decision) => from[decision] !== undefined);
}

/** State after a decision, or undefined when the check does not take it. */
export function decided(state: CheckState, decision: CheckDecision): CheckState | undefined {
  const from: Partial<Record<CheckDecision, CheckState>> = checkTransitions[state];
  return from[decision];
}

/** A check that nobody has decided yet. */
export function pendingCheck(kind: CheckKind): TripCheck {
  return { kind, state: "pending", decidedAt: null, decidedBy: null, reason: null, channel: null };
}

/** Kinds that still keep `checks_done` away, in the order of the declaration. */
export function missingChecks(trip: Pick<Trip, "checks">): CheckKind[] {
  return trip.checks.filter((check) => check.state !== "pass").map((check) => check.kind);
}
