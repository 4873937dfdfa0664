import type { CallPreview } from "@moc/contract/gate/queue.ts";
import { type Credit, callNext, type QueueRule, type Waiting } from "./queue.ts";

export type CallFactors = CallPreview["factors"];

/**
 * How many trucks to call: rate (trucks per hour) × travel (hours) + buffer (trucks) − on the way, rounded up; never more
 * than the yards have room for beside those on the way, nor than wait. The measured rate goes before the assumed one;
 * with neither, only the buffer is kept full. Unknown room does not bound.
 */
export function proposeCall(factors: CallFactors, callable: number): number {
  const rate = factors.servicePerHour ?? factors.assumedPerHour ?? 0;
  const wanted = Math.ceil(rate * factors.travelHours + factors.buffer - factors.onTheWay);
  const room = factors.yardRoom === null ? wanted : factors.yardRoom - factors.onTheWay;
  return Math.max(0, Math.min(wanted, room, callable));
}

/** What a call of `count` (the proposal, when absent) would do. Changes nothing. */
export function previewCall(
  waiting: readonly Waiting[],
  rule: QueueRule,
  credit: Credit,
  factors: CallFactors,
  count?: number,
): Omit<CallPreview, "mayCall"> {
  const callable = waiting.filter((truck) => truck.passedOver === null).length;
  const proposed = proposeCall(factors, callable);
  const call = callNext(waiting, rule, credit, count ?? proposed);
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
