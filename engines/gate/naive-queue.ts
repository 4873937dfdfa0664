import type { Credit, QueueRule, Waiting } from "./queue.ts";

/** The rule of the queue in its plainest form, one truck at a time; the tests hold the engine against it. */

function oldest(trucks: readonly Waiting[]): Waiting | undefined {
  return trucks.toSorted(
    (one, other) => Number(one.way === "live") - Number(other.way === "live") || one.ticket - other.ticket,
  )[0];
}

/** Takes one truck, or none: the stream that has paid least, and of it the oldest that nothing holds. */
export function naiveTake(
  waiting: readonly Waiting[],
  rule: QueueRule,
  credit: Credit,
): { truck: Waiting; credit: Credit } | undefined {
  const free = waiting.filter((truck) => truck.passedOver === null);
  const heads = [...new Set(free.map((truck) => truck.stream))].flatMap((stream) => {
    const truck = oldest(free.filter((candidate) => candidate.stream === stream));
    return truck === undefined ? [] : [{ truck, pass: Math.max(credit.passes[stream] ?? 0, credit.virtual) }];
  });
  const best = heads.toSorted(
    (one, other) => one.pass - other.pass || one.truck.ticket - other.truck.ticket,
  )[0];
  if (best === undefined) return undefined;
  const { truck, pass } = best;
  const price = Math.round(72_072_000 / (rule.shares[truck.stream] ?? 1));
  return { truck, credit: { virtual: pass, passes: { ...credit.passes, [truck.stream]: pass + price } } };
}

/** Trips in the order of calling, leaving out the trucks that are passed over. */
export function naiveCall(
  waiting: readonly Waiting[],
  rule: QueueRule,
  credit: Credit,
  count: number,
): { called: string[]; credit: Credit } {
  let rest = [...waiting];
  let now = credit;
  const called: string[] = [];
  while (called.length < count) {
    const taken = naiveTake(rest, rule, now);
    if (taken === undefined) break;
    called.push(taken.truck.trip);
    now = taken.credit;
    rest = rest.filter((truck) => truck !== taken.truck);
  }
  return { called, credit: now };
}
