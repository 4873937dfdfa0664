import type { Instant } from "@moc/contract/values/time.ts";
import { kindNow } from "./leg.ts";
import { type Call, type Credit, callNext, callOrder, type QueueRule, type Waiting } from "./queue.ts";
import type { Trip } from "./trip.ts";
import type { TripStep } from "./trip-row.ts";
import { rowFor } from "./trip-table.ts";
import { no, type Verdict, yes } from "./yes-or-no.ts";

/** A stretch of paper mode; `to` null: it goes on. */
export interface PaperStretch {
  from: Instant;
  to: Instant | null;
}

/**
 * Whether the time on a slip can be true: inside the stretch, not in the future, and not before what it follows. Signals
 * and answers of forces run beside each other, so only steps that move the truck have to come in their order.
 * Reasons: `paper_time_outside`, `paper_time_before`.
 */
export function paperTimeVerdict(
  trip: Trip,
  step: TripStep,
  at: Instant,
  { from, to }: PaperStretch,
  now: Instant,
): Verdict {
  const latest = to === null || to > now ? now : to;
  if (at < from || at > latest) return no("paper_time_outside", { opens: from, due: latest });
  const moves = rowFor(kindNow(trip), trip.state, step)?.to !== "same";
  const after = moves ? trip.stateSince : trip.declaredAt;
  return at < after ? no("paper_time_before", { due: after }) : yes;
}

/** Whether two stretches of one route share a moment. */
export function overlaps(one: PaperStretch, other: PaperStretch): boolean {
  return (one.to === null || other.from < one.to) && (other.to === null || one.from < other.to);
}

/**
 * When what follows of an act happened: never before that on which it rests. A second signal makes the arrival when the
 * later of the two was seen, and the checks are done when the last of them was.
 */
export function followedAt(trip: Trip, at: Instant): Instant {
  const rests = [
    at,
    trip.stateSince,
    ...trip.signals.map((signal) => signal.seenAt ?? signal.recordedAt),
    ...trip.checks.flatMap((check) => check.decidedAt ?? []),
  ];
  return rests.reduce((latest, one) => (one > latest ? one : latest));
}

/**
 * A call that was made on paper, as the rule has it now: of the truck that is next, or of the next of a stream that goes
 * first on a public ground. Anybody else would gain a place by being entered: `first` says who stands before it.
 */
export function callOnPaper<W extends Waiting>(
  waiting: readonly W[],
  rule: QueueRule,
  credit: Credit,
  trip: string,
): { call: Call<W> } | { first: string | null } {
  const next = callNext(waiting, rule, credit, 1);
  const first = next.called[0]?.trip ?? null;
  if (first === trip) return { call: next };
  const own = waiting.find((truck) => truck.trip === trip);
  if (own?.way !== "priority") return { first };
  const stream = waiting.filter((truck) => truck.stream === own.stream);
  const call = callNext(stream, rule, credit, 1);
  if (call.called[0]?.trip !== trip) return { first };
  const order = callOrder(waiting, rule, credit);
  const place = order.findIndex((truck) => truck.trip === trip);
  return { call: { ...call, called: order.slice(place, place + 1), passedOver: order.slice(0, place) } };
}
