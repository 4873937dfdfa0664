import type { CheckDecision, CheckKind, CheckState } from "@moc/contract/gate/check.ts";
import type { Trip, TripCheck } from "./trip.ts";

/** Which decision leads a check from where to where; an absent decision is refused with `check_transition`. */
export const checkTransitions = {
  pending: { pass: "pass", hold: "hold", fail: "fail" },
  hold: { pass: "pass", fail: "fail" },
  pass: { withdraw: "withdrawn" },
  fail: {},
  withdrawn: { pass: "pass", hold: "hold", fail: "fail" },
} as const satisfies Record<CheckState, Partial<Record<CheckDecision, CheckState>>>;

/** A decision that has to say why: everything but a pass. */
export const reasonRequired = {
  pass: false,
  hold: true,
  fail: true,
  withdraw: true,
} as const satisfies Record<CheckDecision, boolean>;

/** The state to which each decision leads. */
export const resultOf = {
  pass: "pass",
  hold: "hold",
  fail: "fail",
  withdraw: "withdrawn",
} as const satisfies Record<CheckDecision, CheckState>;

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

/**
 * The checks of a trip once the rules have been asked anew: those that apply now, and those that were decided, because
 * no other route and no closing of a kind undoes what a force has found.
 */
export function restatedChecks(trip: Pick<Trip, "checks">, applying: readonly CheckKind[]): CheckKind[] {
  const decidedKinds = trip.checks.filter((check) => check.state !== "pending").map((check) => check.kind);
  return [...new Set([...decidedKinds, ...applying])];
}

/** Kinds that still keep `checks_done` away, in the order of the declaration. */
export function missingChecks(trip: Pick<Trip, "checks">): CheckKind[] {
  return trip.checks.filter((check) => check.state !== "pass").map((check) => check.kind);
}
