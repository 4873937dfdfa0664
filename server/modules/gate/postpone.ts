import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { postponementRuleFor } from "@moc/engines/registry/rules.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";
import { ruleMissing } from "./rules.ts";
import { postponementTimer } from "./timer-kinds.ts";

/**
 * A driver who waits, or was just called, is not ready: calls pass him over for a dated while and his place is kept. A
 * dated number of times, so that nobody blocks a turn for ever. @throws Refusal `rule_missing`, `postponed_enough`
 */
export function postpone(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeTrip(parts, actor, "postpone", input, async ({ tx, trip, rules, now }) => {
    const { route, direction } = trip;
    const rule = postponementRuleFor(rules.postponement_rule, route, direction);
    if (rule === null)
      throw new Refusal("rule_missing", { params: ruleMissing("postponement_rule", route).params });
    if (trip.postponements >= rule.times) {
      throw new Refusal("postponed_enough", { params: { n: String(rule.times) } });
    }
    const until = new Date(now.getTime() + rule.minutes * 60_000);
    await setTimer(tx, postponementTimer, trip.id, until);
    return [{ kind: "gate.postponed", data: { until: until.toISOString() } }];
  });
}

/** The driver is ready before the time is up. @throws Refusal `not_postponed` */
export function resume(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeTrip(parts, actor, "resume", input, () => [{ kind: "gate.resumed", data: {} }]);
}
