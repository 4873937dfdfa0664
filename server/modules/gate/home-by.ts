import type { Trip } from "@moc/engines/gate/trip.ts";
import { limitFor } from "@moc/engines/registry/rules.ts";
import type { ZoneRules } from "./parts.ts";
import { limitEnd } from "./rules.ts";

type Staying = Pick<Trip, "route" | "twoWay">;

/**
 * By when a truck that crosses now has to be home again: the two-way hours while that dated pilot is in force on its
 * route, else those of everybody. Reckoned from Km0: when the goods are delivered is not recorded on the other side.
 * @throws Refusal `rule_missing`
 */
export function homeBy(rules: ZoneRules, { route, twoWay }: Staying, from: Date): string {
  const pilot = twoWay === true && limitFor(rules.time_limit, "two_way_abroad", route) !== null;
  return limitEnd(rules, pilot ? "two_way_abroad" : "abroad", route, from).toISOString();
}

/** The same for a Chinese truck that comes in; undefined while no rule is in force: it is not kept out for that. */
export function homeByIfRuled(rules: ZoneRules, trip: Staying, from: Date): string | undefined {
  return limitFor(rules.time_limit, "abroad", trip.route) === null ? undefined : homeBy(rules, trip, from);
}
