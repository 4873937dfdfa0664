import { randomUUID } from "node:crypto";
import type { AnswerOutcome, CheckAnswer } from "@moc/contract/gate/answer.ts";
import type { CheckKind } from "@moc/contract/gate/check.ts";
import { must, type Truck } from "../naive-gate/truck.ts";
import { draughtCheck, officerOf } from "./random-acts.ts";
import { inMinutes, type Play } from "./random-steering.ts";

/** What the systems of the forces answer by themselves. */

let numbers = 0;
function drawnAnswer(play: Play, truck: Truck, check: CheckKind): CheckAnswer {
  numbers += 1;
  const { decision, reason } = draughtCheck(truck, play.draw);
  return {
    command: randomUUID(),
    truck: play.draw.chance(0.5) ? truck.id : truck.code,
    check,
    decision,
    reason,
    reference: `HQ-${numbers}`,
    answeredAt: inMinutes(play, -play.draw.upTo(2)),
  };
}

/** One message of a force about some trucks, now and then with an answer twice. @returns how to hold it against the model */
export function answerSome(
  play: Play,
  trucks: readonly Truck[],
): { tried: Promise<{ outcomes: AnswerOutcome[] }>; judge: (outcomes: readonly AnswerOutcome[]) => void } {
  const { as, draw } = play;
  const check = draw.pick(["customs", "health_quarantine", "plant_quarantine", "border_guard_exit"] as const);
  const drawn = trucks.map((truck) => drawnAnswer(play, truck, check));
  const [first] = drawn;
  const answers = first !== undefined && draw.chance(0.2) ? [...drawn, first] : drawn;
  const system = { ...officerOf(check), kind: "token" as const, scopes: ["gate:answer_checks"] };
  const judge = (outcomes: readonly AnswerOutcome[]) => {
    must(outcomes.length === answers.length, "every answer has its outcome", { answers, outcomes });
    const byId = new Map(trucks.map((truck) => [truck.id, truck]));
    for (const { outcome, trip, result } of outcomes) {
      const truck = byId.get(trip ?? "");
      const stands = truck?.checks.get(check);
      must(outcome === "refused" || result === stands, "an outcome tells how the check stands", {
        outcome,
        truck,
      });
    }
  };
  return { tried: as(system).answerChecks({ answers }), judge };
}
