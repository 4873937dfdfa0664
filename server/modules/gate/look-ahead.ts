import type { AutomaticRule } from "@moc/contract/registry/rows.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { whyNobody } from "@moc/engines/gate/call.ts";
import { no, type Verdict } from "@moc/engines/gate/yes-or-no.ts";
import { automaticRuleFor } from "@moc/engines/registry/rules.ts";
import type { CallLook } from "./look-at-call.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { ruleMissing } from "./rules.ts";

type Queue = { route: string; direction: Direction };

/** What an automatic finds when it looks at its queue: how many it calls, or why nobody. */
export type Ahead = { rule: AutomaticRule | null; count: number; why: Verdict };

/**
 * What an automatic does about a queue at which it `looked`: the proposal that the dispatcher is shown, within the dated
 * rule. Reasons: those of a call, `target_reached`, `yards_full`, `rule_missing`.
 */
export function lookAhead(parts: GateParts, { route, direction }: Queue, looked: CallLook): Ahead {
  const rule = automaticRuleFor(rulesNow(parts).automatic_rule, route, direction);
  if (rule === null) return { rule, count: 0, why: ruleMissing("automatic_rule", route) };
  const { would, open, callable } = looked;
  if (!open.allowed) return { rule, count: 0, why: open };
  const why = whyNobody(would.factors, callable);
  if (!why.allowed) return { rule, count: 0, why };
  const count = Math.min(would.proposed, rule.most);
  return { rule, count, why: count > 0 ? why : no("nobody_to_call") };
}
