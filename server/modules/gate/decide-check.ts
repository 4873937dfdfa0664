import type { CheckDecision, CheckKind, CustomsChannel } from "@moc/contract/gate/check.ts";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { decisionsFor, reasonRequired } from "@moc/engines/gate/checks.ts";
import { checkVerdict } from "@moc/engines/gate/verdict.ts";
import { changeAtOnce, type Seen } from "./change-at-once.ts";
import { changeTrip, refuseBy, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";
import { refuseNames } from "./refuse-names.ts";

type Input = TripCommandInput & {
  check: CheckKind;
  decision: CheckDecision;
  reason?: string | undefined;
  channel?: CustomsChannel | undefined;
};

/** @throws Refusal `check_not_applicable`, `check_transition`, `reason_required`, `channel_not_customs` */
function decisionOn({ trip, rules, caller, now }: Seen, input: Input): GateEvent {
  const { check: kind, decision, reason = null, channel = null } = input;
  refuseBy(checkVerdict(trip, kind, caller, now.toISOString()));
  const check = trip.checks.find((one) => one.kind === kind);
  if (check === undefined || !decisionsFor(check.state).includes(decision)) {
    throw new Refusal("check_transition", { field: "decision", params: { result: check?.state ?? "" } });
  }
  if (reasonRequired[decision] && reason === null) throw new Refusal("reason_required", { field: "reason" });
  const channels = rules.kindsKnown.find((row) => row.key === kind)?.channels ?? [];
  if (channel !== null && !channels.includes(channel))
    throw new Refusal("channel_not_customs", { field: "channel" });
  return { kind: "gate.check_decided", data: { check: kind, decision, reason, channel } };
}

/**
 * A force decides its own check. Everything but a pass says why; a channel is named where the kind of check has channels.
 * @throws Refusal `check_not_applicable`, `check_transition`, `reason_required`, `channel_not_customs`, `text_names_person`
 */
export function decideCheck(parts: GateParts, actor: Actor | null, input: Input) {
  const { reason } = input;
  if (reason === undefined)
    return changeAtOnce(parts, actor, "decide_check", input, (seen) => [decisionOn(seen, input)]);
  return changeTrip(parts, actor, "decide_check", input, async (situation) => {
    const event = decisionOn(situation, input);
    await refuseNames(parts, situation.tx, situation.trip, { reason: [reason] });
    return [event];
  });
}
