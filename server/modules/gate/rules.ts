import type { Direction } from "@moc/contract/values/traffic.ts";
import type { QueueRule } from "@moc/engines/gate/queue.ts";
import { callRuleFor, limitFor, streamsOf } from "@moc/engines/registry/rules.ts";
import type { ZoneRules } from "./parts.ts";

/** The published rule of one queue: shares of its streams, under the key of its rule of calling. */
export function queueRule(rules: ZoneRules, route: string, direction: Direction): QueueRule {
  const streams = streamsOf(rules.stream, route, direction);
  return {
    key: callRuleFor(rules.call_rule, route, direction)?.key ?? `arrival-order-${direction}`,
    shares: Object.fromEntries(streams.map((stream) => [stream.key, stream.share])),
  };
}

// Where the pack states no limit: nothing may wait for ever.
const defaultMinutes = {
  declaration_not_arrived: 3 * 24 * 60,
  show_after_call: 120,
  // The agreement of the two sides lets a Vietnamese truck stay for 24 hours.
  abroad: 24 * 60,
} as const;

/** The instant at which a time limit that starts at `from` ends. */
export function limitEnd(
  rules: ZoneRules,
  limit: keyof typeof defaultMinutes,
  route: string,
  from: Date,
): Date {
  const minutes = limitFor(rules.time_limit, limit, route)?.minutes ?? defaultMinutes[limit];
  return new Date(from.getTime() + minutes * 60_000);
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
