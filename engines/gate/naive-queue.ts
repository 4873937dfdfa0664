import type { Credit, QueueRule, Waiting } from "./queue.ts";

/** The rule of the queue in its plainest form, one truck at a time; the tests hold the engine against it. */

function oldest(trucks: readonly Waiting[], way: Waiting["way"]): Waiting | undefined {
  return trucks.filter((one) => one.way === way).toSorted((one, other) => one.ticket - other.ticket)[0];
}

type Head = { truck: Waiting; balance: number };

/** The truck that a stream would send: a priority, else by turns of the slot holders and the live queue. */
function headOf(
  trucks: readonly Waiting[],
  stream: string,
  rule: QueueRule,
  credit: Credit,
): Head | undefined {
  const balance = credit.balance?.[stream] ?? 0;
  const { slot: slots, live: lives } = rule.ways[stream] ?? { slot: 1, live: 1 };
  const slot = oldest(trucks, "slot");
  const live = oldest(trucks, "live");
  const alone =
    oldest(trucks, "priority") ?? (slot === undefined || live === undefined ? (slot ?? live) : undefined);
  if (alone !== undefined) return { truck: alone, balance };
  if (slot === undefined || live === undefined) return undefined;
  return balance > 0 ? { truck: live, balance: balance - slots } : { truck: slot, balance: balance + lives };
}

/** Takes one truck, or none: the stream that has paid least, and of it the oldest that nothing holds. */
export function naiveTake(
  waiting: readonly Waiting[],
  rule: QueueRule,
  credit: Credit,
): { truck: Waiting; credit: Credit } | undefined {
  const free = waiting.filter((truck) => truck.passedOver === null);
  const heads = [...new Set(free.map((truck) => truck.stream))].flatMap((stream) => {
    const head = headOf(
      free.filter((candidate) => candidate.stream === stream),
      stream,
      rule,
      credit,
    );
    return head === undefined
      ? []
      : [{ ...head, pass: Math.max(credit.passes[stream] ?? 0, credit.virtual) }];
  });
  const best = heads.toSorted(
    (one, other) => one.pass - other.pass || one.truck.ticket - other.truck.ticket,
  )[0];
  if (best === undefined) return undefined;
  const { truck, pass, balance } = best;
  const price = Math.round(72_072_000 / (rule.shares[truck.stream] ?? 1));
  const passes = { ...credit.passes, [truck.stream]: pass + price };
  const shared = {
    ...credit.balance,
    ...(balance !== (credit.balance?.[truck.stream] ?? 0) && { [truck.stream]: balance }),
  };
  return {
    truck,
    credit: { virtual: pass, passes, ...(Object.keys(shared).length > 0 && { balance: shared }) },
  };
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
