import { z } from "zod";
import { CommandId, Id } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText, identifierText } from "../values/text.ts";
import { Instant } from "../values/time.ts";
import { AnswerReference, CheckDecision, CheckKind, CheckState, CustomsChannel } from "./check.ts";
import { gateRefusals } from "./refusals.ts";
import { TripState } from "./trip.ts";

/** Answers in one message. */
export const mostAnswers = 200;

/** One answer of a force's own system. `truck` is the id of the trip, its declaration code or its plate. */
export const CheckAnswer = z
  .strictObject({
    command: CommandId,
    truck: identifierText(64).describe(
      "Id of the trip, declaration code or plate; a plate means the open trip",
    ),
    check: CheckKind,
    decision: CheckDecision,
    reason: freeText(300).optional().describe("Kept in the log for ever: no names, papers or phones"),
    channel: CustomsChannel.optional(),
    reference: AnswerReference,
    answeredAt: Instant.describe("When the force decided, in the zone's time"),
  })
  .meta({ id: "CheckAnswer" });
export type CheckAnswer = z.infer<typeof CheckAnswer>;

/** What became of one answer, in the place of the answer. */
export const AnswerOutcome = z
  .strictObject({
    command: CommandId,
    outcome: z
      .enum(["recorded", "refused"])
      .describe("An answer that was recorded before is `recorded` again"),
    trip: Id.nullable().describe("null: no such truck"),
    state: TripState.nullable().describe("Where the trip stands now"),
    result: CheckState.nullable().describe("How the check stands now; null: it does not apply"),
    code: z.string().nullable().describe("Why it was refused: a code of the catalogue"),
    message: z.string().nullable().describe("The same in the caller's language, with the mend"),
  })
  .meta({ id: "AnswerOutcome" });
export type AnswerOutcome = z.infer<typeof AnswerOutcome>;

/**
 * An answer that came out of step with its truck. It changes nothing and is told in the story of the trip, so that nobody
 * has to ask a force's system what it had said. Its reason in words is left with the force.
 */
export const answerEvents = {
  "gate.answer_refused": z.strictObject({
    check: CheckKind,
    decision: CheckDecision,
    reference: z.string(),
    answeredAt: Instant.nullable(),
    refusal: z.string().describe("Code of the refusal"),
    params: z.record(z.string(), z.string()).describe("Values of its sentence"),
    state: TripState.describe("Where the truck stood"),
    result: CheckState.nullable().describe("How the check stood"),
  }),
} as const;
export type AnswerRefused = z.infer<(typeof answerEvents)["gate.answer_refused"]>;

export const answerRoutes = {
  answerChecks: procedureOf(gateRefusals)
    .route({
      method: "POST",
      path: "/check-answers",
      summary: "Answers of a force's own system, each for itself: one that is refused holds up no other",
      tags: ["gate"],
    })
    .input(z.strictObject({ answers: z.array(CheckAnswer).min(1).max(mostAnswers) }))
    .output(z.strictObject({ outcomes: z.array(AnswerOutcome).describe("In the order of the answers") })),
};
