import type { AnswerOutcome, CheckAnswer } from "@moc/contract/gate/answer.ts";
import { platformMessages } from "@moc/contract/platform/messages/messages.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { decideCheck } from "./decide-check.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, rowOf } from "./policy.ts";
import { sentenceOf } from "./row-faults.ts";
import { withNames } from "./spoken-names.ts";
import { findByCode, findByPlate, findTrip } from "./trip-store.ts";

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const isCode = /^[0-9A-Z]{4}-\d{4}$/i;

/** The trip that an answer means. @throws Refusal `trip_not_found` */
async function tripOf({ database: { db } }: GateParts, { truck }: CheckAnswer): Promise<string> {
  const named = isId.test(truck) ? truck : undefined;
  const coded = isCode.test(truck) ? await findByCode(db, truck.toUpperCase()) : undefined;
  const trip = named ?? coded ?? (await findByPlate(db, truck.toUpperCase().replace(/[\s.·•-]/g, "")));
  if (trip === undefined) throw new Refusal("trip_not_found", { field: "truck" });
  return trip;
}

/** What stands now of the trip and the check, for a caller that may see them. */
async function standing(
  parts: GateParts,
  actor: Actor,
  id: string | null,
  kind: string,
): Promise<Pick<AnswerOutcome, "trip" | "state" | "result">> {
  const trip = id === null ? undefined : await findTrip(parts.database.db, id);
  if (trip === undefined || !gatePolicy.read_trip(actor, rowOf(trip, rulesNow(parts)))) {
    return { trip: null, state: null, result: null };
  }
  const result = trip.checks.find((check) => check.kind === kind)?.state ?? null;
  return { trip: trip.id, state: trip.state, result };
}

/** Why one answer was refused, as its caller reads it. */
function refusalOf(
  parts: GateParts,
  { language }: Actor,
  refusal: Refusal,
): Pick<AnswerOutcome, "code" | "message"> {
  const { code, params } = refusal;
  const common: Readonly<Record<string, string>> = platformMessages[language].refusals;
  const message = common[code] ?? code;
  const speaking = { language, timeZone: parts.clock.timeZone };
  return {
    code,
    message: sentenceOf(speaking, { path: "", code, message }, withNames(params, rulesNow(parts))),
  };
}

async function answerOne(parts: GateParts, actor: Actor, answer: CheckAnswer): Promise<AnswerOutcome> {
  const { truck: _, ...said } = answer;
  let trip: string | null = null;
  let refused: Pick<AnswerOutcome, "code" | "message"> | null = null;
  try {
    trip = await tripOf(parts, answer);
    await decideCheck(parts, actor, { ...said, trip });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused = refusalOf(parts, actor, error);
  }
  const { command, check } = answer;
  const now = await standing(parts, actor, trip, check);
  return refused === null
    ? { command, outcome: "recorded", ...now, code: null, message: null }
    : { command, outcome: "refused", ...now, ...refused };
}

/**
 * Answers of a force's own system, one after the other in the order given. Each is a command of its own: sent again it is
 * done once, and one that is refused holds up no other. @throws Refusal `not_signed_in`
 */
export async function answerChecks(
  parts: GateParts,
  actor: Actor | null,
  { answers }: { answers: CheckAnswer[] },
): Promise<{ outcomes: AnswerOutcome[] }> {
  if (actor === null) throw new Refusal("not_signed_in");
  const outcomes: AnswerOutcome[] = [];
  for (const answer of answers) outcomes.push(await answerOne(parts, actor, answer));
  return { outcomes };
}
