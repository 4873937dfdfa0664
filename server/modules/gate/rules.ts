import type { MissingRule, RuledLimit } from "@moc/contract/gate/rule.ts";
import { ruleFiles } from "@moc/contract/registry/pack-gaps.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import type { QueueRule } from "@moc/engines/gate/queue.ts";
import type { Verdict } from "@moc/engines/gate/yes-or-no.ts";
import { callRuleFor, limitFor, streamsOf } from "@moc/engines/registry/rules.ts";
import type { ZoneRules } from "./parts.ts";
import { slotRulesOf } from "./slot-windows.ts";

/** The published rule of one queue: shares of its streams, under the key of its rule of calling. */
export function queueRule(rules: ZoneRules, route: string, direction: Direction): QueueRule {
  const streams = streamsOf(rules.stream, route, direction);
  return {
    key: callRuleFor(rules.call_rule, route, direction)?.key ?? `arrival-order-${direction}`,
    shares: Object.fromEntries(streams.map((stream) => [stream.key, stream.share])),
    ways: Object.fromEntries(
      slotRulesOf(rules, route, direction).map((rule) => [
        rule.stream,
        { slot: rule.slotShare, live: rule.liveShare },
      ]),
    ),
  };
}

// Which file of a pack states a rule, by what is missing.
const { time_limit: limits, ...rules } = ruleFiles;
const files = {
  ...rules,
  declaration_not_arrived: limits,
  show_after_call: limits,
  abroad: limits,
  two_way_abroad: limits,
  draft_kept: limits,
  template_kept: limits,
} as const satisfies Record<MissingRule, string>;

/** No rule is made up: what is missing is named, with the file that mends it. Reason: `rule_missing`. */
export function ruleMissing(what: MissingRule, route: string) {
  return { allowed: false as const, reason: "rule_missing", params: { what, route, file: files[what] } };
}

/** The instant at which a time limit that starts at `from` ends. @throws Refusal `rule_missing` */
export function limitEnd(rules: ZoneRules, limit: RuledLimit, route: string, from: Date): Date {
  const row = limitFor(rules.time_limit, limit, route);
  if (row === null) throw new Refusal("rule_missing", { params: ruleMissing(limit, route).params });
  return new Date(from.getTime() + row.minutes * 60_000);
}

/** What a call needs of the dated rules; the first that is missing. Reason: `rule_missing`. */
export function callRules(rules: ZoneRules, route: string, direction: Direction): Verdict {
  if (callRuleFor(rules.call_rule, route, direction) === null) return ruleMissing("call_rule", route);
  const limit = limitFor(rules.time_limit, "show_after_call", route);
  return limit === null ? ruleMissing("show_after_call", route) : { allowed: true };
}

/**
 * Whether a truck of the route may stand at the place: a park or yard that serves it. Where none is known for the
 * route, its own key names the area in front of the gate. `unknown`: no such place at all.
 */
export function placeFor(
  rules: ZoneRules,
  route: string,
  place: string,
  kinds: { parks: boolean },
): "serves" | "other_route" | "unknown" {
  const places = [...rules.yard, ...(kinds.parks ? rules.park : [])];
  if (place === route) return places.some((row) => row.routes.includes(route)) ? "other_route" : "serves";
  const row = places.find((candidate) => candidate.key === place);
  if (row === undefined) return "unknown";
  return row.routes.includes(route) ? "serves" : "other_route";
}

/** Organisations that run a yard or park of the route. */
export function operatorsOf(rules: ZoneRules, route: string): string[] {
  return [...rules.yard, ...rules.park].flatMap((row) =>
    row.operator !== null && row.routes.includes(route) ? [row.operator] : [],
  );
}

/** Whether the registry knows the route on that day. */
export function hasRoute(rules: ZoneRules, route: string): boolean {
  return rules.route.some((row) => row.key === route);
}

/** Vehicles that the yards of a route hold together; null while one of them is unknown. */
export function yardCapacity(rules: ZoneRules, route: string): number | null {
  const yards = rules.yard.filter((yard) => yard.routes.includes(route));
  if (yards.length === 0) return null;
  return yards.reduce<number | null>(
    (sum, yard) => (sum === null || yard.capacity === null ? null : sum + yard.capacity),
    0,
  );
}
