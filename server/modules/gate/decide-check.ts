import type { CheckDecision, CheckKind, CustomsChannel } from "@moc/contract/gate/check.ts";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { decisionsFor, reasonRequired } from "@moc/engines/gate/checks.ts";
import { isStale } from "@moc/engines/gate/stale.ts";
import { recordedOf } from "@moc/engines/gate/trip.ts";
import { checkVerdict } from "@moc/engines/gate/verdict.ts";
import { readSubject } from "../../platform/events/read-subject.ts";
import { changeAtOnce, type Seen } from "./change-at-once.ts";
import { changeTrip, refuseBy, type Situation, type TripCommandInput } from "./change-trip.ts";
import { keepAnswer } from "./keep-answer.ts";
import type { GateParts } from "./parts.ts";
import { refuseNames } from "./refuse-names.ts";
import { tripEntries } from "./trip-entries.ts";

type Decided = {
  check: CheckKind;
  decision: CheckDecision;
  reason?: string | undefined;
  channel?: CustomsChannel | undefined;
  reference?: string | undefined;
  answeredAt?: string | undefined;
};

// Clocks of other systems go a little ahead.
const aheadMs = 5 * 60_000;

/** @throws Refusal `check_not_applicable`, `check_transition`, `answer_overtaken`, `reason_required`, `channel_not_customs` */
function decisionOn({ trip, rules, caller, now }: Seen, said: Decided): GateEvent {
  const { check: kind, decision, reason = null, channel = null, reference, answeredAt } = said;
  refuseBy(checkVerdict(trip, kind, caller, now.toISOString()));
  const check = trip.checks.find((one) => one.kind === kind);
  const params = { result: check?.state ?? "" };
  // A message that comes again under a new command must not bring back what was withdrawn since.
  if (reference !== undefined && check?.references?.includes(reference))
    throw new Refusal("answer_overtaken", { field: "reference", params });
  if (check === undefined || !decisionsFor(check.state).includes(decision))
    throw new Refusal("check_transition", { field: "decision", params });
  if (reasonRequired[decision] && reason === null) throw new Refusal("reason_required", { field: "reason" });
  const channels = rules.kindsKnown.find((row) => row.key === kind)?.channels ?? [];
  if (channel !== null && !channels.includes(channel))
    throw new Refusal("channel_not_customs", { field: "channel" });
  const from = {
    ...(reference !== undefined && { reference }),
    ...(answeredAt !== undefined && { answeredAt }),
  };
  return { kind: "gate.check_decided", data: { check: kind, decision, reason, channel, ...from } };
}

/** The decision with its reason, which names nobody. @throws Refusal those of a decision, `text_names_person` */
export async function checkDecided(
  parts: GateParts,
  said: Decided,
  situation: Situation,
): Promise<GateEvent[]> {
  const event = decisionOn(situation, said);
  const { reason } = said;
  await refuseNames(parts, situation.tx, situation.trip, { reason: reason === undefined ? [] : [reason] });
  return [event];
}

/**
 * An answer that was given elsewhere holds while nothing that bears on it has been recorded since.
 * @throws Refusal `answer_overtaken`, `answered_ahead`
 */
async function refuseOvertaken(
  { tx, trip, now }: Situation,
  { check: kind, answeredAt }: Decided,
): Promise<void> {
  if (answeredAt === undefined) return;
  const at = Date.parse(answeredAt);
  if (at > now.getTime() + aheadMs) throw new Refusal("answered_ahead", { field: "answeredAt" });
  const entries = tripEntries(await readSubject(tx, trip.id));
  const seen = entries.filter((entry) => Date.parse(recordedOf(entry)) <= at).length;
  if (!isStale(entries, seen, { command: "decide_check", check: kind })) return;
  const result = trip.checks.find((one) => one.kind === kind)?.state ?? "";
  throw new Refusal("answer_overtaken", { field: "answeredAt", params: { result } });
}

function decide(
  parts: GateParts,
  actor: Actor | null,
  input: TripCommandInput & Decided,
): Promise<{ trip: TripView }> {
  const { reason, answeredAt } = input;
  if (reason === undefined && answeredAt === undefined)
    return changeAtOnce(parts, actor, "decide_check", input, (seen) => [decisionOn(seen, input)]);
  return changeTrip(parts, actor, "decide_check", input, async (situation) => {
    const events = await checkDecided(parts, input, situation);
    await refuseOvertaken(situation, input);
    return events;
  });
}

/**
 * A force decides its own check, on a screen or from its own system. Everything but a pass says why; a channel is named
 * where the kind of check has channels. An answer under a number of the force's own system that is refused because its
 * truck is elsewhere is kept beside the trip.
 * @throws Refusal `check_not_applicable`, `check_transition`, `reason_required`, `channel_not_customs`,
 * `text_names_person`, `answer_overtaken`, `answered_ahead`
 */
export async function decideCheck(parts: GateParts, actor: Actor | null, input: TripCommandInput & Decided) {
  try {
    return await decide(parts, actor, input);
  } catch (error) {
    const { reference } = input;
    if (!(error instanceof Refusal) || actor === null || reference === undefined) throw error;
    return keepAnswer(parts, actor, { ...input, reference }, error);
  }
}
