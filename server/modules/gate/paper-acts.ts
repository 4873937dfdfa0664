import { randomUUID } from "node:crypto";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { PaperAct } from "@moc/contract/gate/paper-act.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { callOnPaper } from "@moc/engines/gate/paper.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { callable, showUpBy } from "./calling-hours.ts";
import { callingMode, orderedOpen } from "./calling-mode.ts";
import { refuseBy, type Situation } from "./change-trip.ts";
import { crossedIn } from "./cross-in.ts";
import { crossedOut } from "./cross-out.ts";
import { checkDecided } from "./decide-check.ts";
import { yardEntered } from "./enter-yard.ts";
import type { GateParts } from "./parts.ts";
import { paperOrigin, rowOf } from "./policy.ts";
import { selectWaiting } from "./queue-store.ts";
import { queueRule } from "./rules.ts";
import { arrivalSignalled } from "./signal-arrival.ts";
import { noShowTimer } from "./timer-kinds.ts";
import { findTrip } from "./trip-store.ts";

/**
 * A call that was made on paper, by the rules of that moment and in the turn that the queue has now. By when the truck
 * must show is reckoned from the entry: to have been entered late costs nobody his turn.
 * @throws Refusal `rule_missing`, `route_closed`, `route_closed_until_told`, `order_stops`, `order_diverts`,
 * `paper_out_of_turn`
 */
async function calledOnPaper(
  parts: GateParts,
  { tx, trip, rules, now: at, queue }: Situation,
): Promise<GateEvent[]> {
  refuseBy(callable(parts, rules, trip, at));
  const mode = callingMode(parts, trip, at);
  refuseBy(orderedOpen(mode, trip));
  if (queue === undefined) throw new Refusal("queue_not_found");
  const rule = queueRule(rules, trip.route, trip.direction);
  const made = callOnPaper(await selectWaiting(tx, trip, mode), rule, queue.credit, trip.id);
  if (!("call" in made)) {
    const first = made.first === null ? undefined : await findTrip(tx, made.first);
    const plate = [...(first?.vehicle.plate.number ?? "–")].slice(-3).join("");
    throw new Refusal("paper_out_of_turn", { field: "truck", params: { plate } });
  }
  const { called, passedOver, credit } = made.call;
  const [own] = called;
  if (own === undefined) throw new Refusal("nobody_to_call");
  queue.credit = credit;
  const showBy = showUpBy(parts, rules, trip.route, parts.clock.now());
  await setTimer(tx, noShowTimer, trip.id, showBy);
  const { stream, place } = own;
  return [
    {
      kind: "gate.called",
      data: {
        call: randomUUID(),
        stream,
        place,
        rule: rule.key,
        showBy: showBy.toISOString(),
        credit,
        passedOver: passedOver.map((one) => ({
          trip: one.trip,
          reason: one.passedOver ?? "called_on_paper",
        })),
      },
    },
  ];
}

function arrivedOnPaper(parts: GateParts, place: string, situation: Situation): GateEvent[] {
  const origin = paperOrigin(situation.actor, rowOf(situation.trip, situation.rules));
  if (origin === null) throw new Refusal("paper_arrival_not_yours");
  return arrivalSignalled(parts, { origin, place }, situation);
}

/** What one line of a slip says happened, decided as the command of the same step decides it. */
export function decideOnPaper(
  parts: GateParts,
  act: PaperAct,
  situation: Situation,
): Promise<GateEvent[]> | GateEvent[] {
  switch (act.kind) {
    case "arrival":
      return arrivedOnPaper(parts, act.place, situation);
    case "call":
      return calledOnPaper(parts, situation);
    case "reach_gate":
      return [{ kind: "gate.reached", data: {} }];
    case "cross_in":
      return crossedIn(parts, situation);
    case "enter_yard":
      return yardEntered(parts, act, situation);
    case "check":
      return checkDecided(parts, act, situation);
    case "release":
      return [{ kind: "gate.released", data: { feeStep: "not_installed" } }];
    case "cross_out":
      return crossedOut(situation);
    case "return":
      return [{ kind: "gate.returned", data: {} }];
    case "leave":
      return [{ kind: "gate.left", data: {} }];
  }
}
