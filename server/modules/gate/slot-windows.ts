import type { SlotRule } from "@moc/contract/registry/rows.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { type Stretch, windowsOfDay } from "@moc/engines/gate/slots.ts";
import { slotRuleFor, streamsOf } from "@moc/engines/registry/rules.ts";
import { civilDay, dayBounds } from "../../platform/time/clock.ts";
import type { GateParts, ZoneRules } from "./parts.ts";

const hourMs = 3_600_000;

type Known = Pick<GateParts, "registry" | "clock">;

/** The windows of a rule that can be booked at `now`: whole inside the opening hours of the route. */
export function openWindows({ registry, clock }: Known, rule: SlotRule, route: string, now: Date): Stretch[] {
  const until = new Date(now.getTime() + rule.aheadHours * hourMs);
  const windows: Stretch[] = [];
  for (let at = now; ; ) {
    const { from: midnight, to: nextMidnight } = dayBounds(civilDay(at, clock.timeZone), clock.timeZone);
    if (midnight > until) return windows;
    const open = registry.openStretches(route, midnight, nextMidnight);
    windows.push(
      ...windowsOfDay(midnight, rule.windowMinutes, open, now).filter(({ from }) => from <= until),
    );
    at = nextMidnight;
  }
}

/** The slot rules of one queue, each with its stream. */
export function slotRulesOf(rules: ZoneRules, route: string, direction: Direction): SlotRule[] {
  return streamsOf(rules.stream, route, direction).flatMap(({ key }) => {
    const rule = slotRuleFor(rules.slot_rule, route, direction, key);
    return rule === null ? [] : [rule];
  });
}
