import { createHash } from "node:crypto";
import type { AnswerRefused } from "@moc/contract/gate/answer.ts";
import type { CheckDecision } from "@moc/contract/gate/check.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Refusal } from "@moc/contract/values/refusal.ts";
import { resultOf } from "@moc/engines/gate/checks.ts";
import { roleAmong } from "../../platform/authorise.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { rolesFor, rowOf } from "./policy.ts";
import { showChanged } from "./show-changed.ts";
import { findTrip } from "./trip-store.ts";

/** What a force's system said of one truck. */
export type Answer = {
  command: string;
  trip: string;
  check: string;
  decision: CheckDecision;
  reference: string;
  answeredAt?: string | undefined;
};

// The truck or the check is elsewhere than the answer supposes; every other refusal is the caller's own to mend.
const outOfStep: ReadonlySet<string> = new Set([
  "trip_over",
  "step_ahead",
  "step_past",
  "not_for_kind",
  "not_arrived",
  "second_signal_missing",
  "check_transition",
  "check_not_applicable",
  "answer_overtaken",
  "stale_state",
]);

/** One record for the same message refused for the same reason, however often it comes. */
function recordOf({ command }: Answer, refusal: string): string {
  const hex = createHash("sha256").update(`${command} ${refusal}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * What becomes of an answer that was refused: one that already stands is a repeat and no fault; one out of step with its
 * truck is kept in the log beside the trip before it is refused, when the caller is the force that answers the check.
 * @throws the refusal itself
 */
export async function keepAnswer(
  parts: GateParts,
  actor: Actor,
  answer: Answer,
  refusal: Refusal,
): Promise<{ trip: TripView }> {
  const trip = outOfStep.has(refusal.code) ? await findTrip(parts.database.db, answer.trip) : undefined;
  if (trip === undefined || !rowOf(trip, rulesNow(parts)).answers(actor).includes(answer.check))
    throw refusal;
  const { check: kind, decision, reference, answeredAt = null } = answer;
  const check = trip.checks.find((one) => one.kind === kind);
  if (check?.reference === reference && check.state === resultOf[decision]) {
    return showChanged(parts, actor, trip.id);
  }
  const data: AnswerRefused = {
    check: kind,
    decision,
    reference,
    answeredAt,
    refusal: refusal.code,
    params: refusal.params,
    state: trip.state,
    result: check?.state ?? null,
  };
  // Where the truck stood is told as it was the first time: sent again later, the message is still the same one.
  const input = { ...answer, answer: answer.command, command: recordOf(answer, refusal.code) };
  const role = roleAmong(actor, rolesFor("decide_check"));
  await parts.once({ name: "gate.keep_answer", actor, role, input }, async ({ now, emit }) => {
    emit({ kind: "gate.answer_refused", subject: trip.id, data, occurredAt: now() });
    return {};
  });
  throw refusal;
}
