import type { CallPreview } from "@moc/contract/gate/queue.ts";
import { type Budget, callWithin } from "./call-within.ts";
import type { Credit, QueueRule, Waiting } from "./queue.ts";
import { no, type Verdict, yes } from "./yes-or-no.ts";

export type CallFactors = CallPreview["factors"];

/**
 * How many trucks to call: rate (trucks per hour) × travel (hours) + buffer (trucks) − on the way, rounded up; never more
 * than the yards have room for beside those on the way, nor than wait. The measured rate goes before the assumed one;
 * with neither, only the buffer is kept full. Unknown room does not bound; without a rule nobody is proposed.
 */
export function proposeCall(factors: CallFactors, callable: number): number {
  const target = targetOf(factors);
  if (target === null) return 0;
  const wanted = Math.ceil(target - factors.onTheWay);
  const room = factors.yardRoom === null ? wanted : factors.yardRoom - factors.onTheWay;
  return Math.max(0, Math.min(wanted, room, callable));
}

/** How many trucks should be on the way or ready at the gate: rate × travel + buffer; null: no rule says. */
function targetOf(factors: CallFactors): number | null {
  if (factors.travelHours === null || factors.buffer === null) return null;
  const rate = factors.servicePerHour ?? factors.assumedPerHour ?? 0;
  return rate * factors.travelHours + factors.buffer;
}

/**
 * Why the proposal is nobody, the first that holds. Reasons: `nobody_to_call`, `target_reached` (trucks on the way, and
 * the target), `yards_full` (trucks on the way, and what the yards have room for).
 */
export function whyNobody(factors: CallFactors, callable: number): Verdict {
  const { onTheWay, yardRoom } = factors;
  const target = targetOf(factors);
  const way = String(onTheWay);
  if (callable === 0 || target === null) return no("nobody_to_call");
  if (onTheWay >= target) return no("target_reached", { way, target: String(Math.ceil(target)) });
  if (yardRoom !== null && yardRoom <= onTheWay) return no("yards_full", { way, room: String(yardRoom) });
  return yes;
}

/** What a call of `count` (the proposal, when absent) would do within what is left of this hour. Changes nothing. */
export function previewCall<W extends Waiting>(
  waiting: readonly W[],
  rule: QueueRule,
  credit: Credit,
  factors: CallFactors,
  count?: number,
  limits: readonly Budget<NoInfer<W>>[] = [],
): Omit<CallPreview, "mayCall"> {
  const callable = waiting.filter((truck) => truck.passedOver === null).length;
  const wanted = proposeCall(factors, callable);
  const proposed = callWithin(waiting, rule, credit, wanted, limits).called.length;
  const call = callWithin(waiting, rule, credit, count ?? proposed, limits);
  const perStream = Map.groupBy(call.called, (truck) => truck.stream);
  return {
    proposed,
    factors,
    count: call.called.length,
    called: call.called.map((truck) => truck.trip),
    perStream: [...perStream].map(([stream, trucks]) => ({ stream, count: trucks.length })),
    passedOver: call.passedOver.flatMap((truck) =>
      truck.passedOver === null ? [] : [{ trip: truck.trip, reason: truck.passedOver }],
    ),
    rule: rule.key,
  };
}
