import type { LocalText } from "@moc/contract/values/text.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import type { Verdict } from "@moc/engines/gate/yes-or-no.ts";
import type { GateParts, ZoneRules } from "./parts.ts";
import { callRules, limitEnd } from "./rules.ts";

type Known = Pick<GateParts, "registry">;

const outsideHours: LocalText = {
  vi: "ngoài giờ mở cửa",
  en: "outside its opening hours",
  zh: "非开放时间",
};

const mostSteps = 20;

/** When a closed route opens next; null when its calendar does not say within its horizon. */
function nextOpening({ registry }: Known, route: string, until: string | null): string | null {
  let at = until;
  // A closure that was announced may end while the calendar itself is closed.
  for (let steps = 0; at !== null && steps < mostSteps; steps += 1) {
    const next = registry.openness(route, new Date(at));
    if (next?.state === "open" || next?.state === "pre_registered") return at;
    at = next?.state === "closed" ? next.until : null;
  }
  return null;
}

/**
 * Whether trucks may be called to a route at `at`. Its weekly hours close it, and so does the other side, whose days are
 * exceptions of the calendar; the verdict says why and when it opens. Hours that nobody states close nothing.
 * Reasons: `route_closed`, `route_closed_until_told`.
 */
export function callingHours(known: Known, route: string, at: Date): Verdict {
  const open = known.registry.openness(route, at);
  if (open === null || (open.state !== "closed" && open.state !== "no_cargo")) return { allowed: true };
  const { vi, en, zh } = open.reason ?? outsideHours;
  const cause = { route, cause_vi: vi, cause_en: en, cause_zh: zh };
  const opens = nextOpening(known, route, open.until);
  return opens === null
    ? { allowed: false, reason: "route_closed_until_told", params: cause }
    : { allowed: false, reason: "route_closed", params: { ...cause, opens } };
}

/** While a route takes registered vehicles alone: those declared before this instant; null while it takes all. */
export function registeredBefore({ registry }: Known, route: string, at: Date): Date | null {
  const before = registry.openness(route, at)?.registeredBefore ?? null;
  return before === null ? null : new Date(before);
}

/** Whether a queue may be called now, whoever asks: its rules are known and its route is open. */
export function callable(
  known: Known,
  rules: ZoneRules,
  { route, direction }: { route: string; direction: Direction },
  at: Date,
): Verdict {
  const ruled = callRules(rules, route, direction);
  return ruled.allowed ? callingHours(known, route, at) : ruled;
}

// A route that stays closed for longer than this gives no more time than this to show up.
const showUpHorizon = 14 * 86_400_000;

/**
 * By when a truck called at `at` must show up: the time limit, of which the hours in which its route is closed use up
 * nothing. @throws Refusal `rule_missing`
 */
export function showUpBy({ registry }: Known, rules: ZoneRules, route: string, at: Date): Date {
  let left = limitEnd(rules, "show_after_call", route, at).getTime() - at.getTime();
  const horizon = new Date(at.getTime() + showUpHorizon);
  for (const { from, to } of registry.openStretches(route, at, horizon)) {
    const open = to.getTime() - from.getTime();
    if (left <= open) return new Date(from.getTime() + left);
    left -= open;
  }
  return horizon;
}
