import { type Call, type Credit, callNext, callOrder, type QueueRule, type Waiting } from "./queue.ts";

/** How many more trucks of some kind may be called now. */
export interface Budget<W> {
  left: number;
  /** Whether a call of this truck counts. */
  counts(truck: W): boolean;
}

/** Trucks that are left standing because a budget that counts them is spent. */
function hold<W extends Waiting>(waiting: readonly W[], spent: readonly Budget<W>[]): W[] {
  return waiting.map((truck) =>
    truck.passedOver === null && spent.some((budget) => budget.counts(truck))
      ? { ...truck, passedOver: "order_limit" as const }
      : truck,
  );
}

/**
 * A call of at most `count` that keeps within every budget: a truck whose budget is spent is passed over by name, and
 * those behind it that no spent budget counts are called instead. Places are those of the published order.
 */
export function callWithin<W extends Waiting>(
  waiting: readonly W[],
  rule: QueueRule,
  credit: Credit,
  count: number,
  budgets: readonly Budget<NoInfer<W>>[],
): Call<W> {
  if (budgets.length === 0) return callNext(waiting, rule, credit, count);
  const left = budgets.map((budget) => budget.left);
  const called = new Set<string>();
  let paid = credit;
  let rest = [...waiting];
  for (;;) {
    rest = hold(
      rest,
      budgets.filter((_, index) => (left[index] ?? 0) <= 0),
    );
    // No budget can be overdrawn by a call that is no larger than the smallest of those that are left.
    const step = Math.min(count - called.size, ...left.filter((one) => one > 0));
    const call = callNext(rest, rule, paid, step);
    paid = call.credit;
    for (const truck of call.called) called.add(truck.trip);
    for (const [index, budget] of budgets.entries()) {
      left[index] = (left[index] ?? 0) - call.called.filter((truck) => budget.counts(truck)).length;
    }
    rest = rest.filter((truck) => !called.has(truck.trip));
    if (call.called.length < step || called.size === count) break;
  }
  const order = callOrder(waiting, rule, credit);
  const why = new Map(rest.map((truck) => [truck.trip, truck.passedOver]));
  const last = order.findLast((truck) => called.has(truck.trip))?.place ?? 0;
  return {
    called: order.filter((truck) => called.has(truck.trip)),
    passedOver: order
      .filter((truck) => truck.place < last && (why.get(truck.trip) ?? null) !== null)
      .map((truck) => ({ ...truck, passedOver: why.get(truck.trip) ?? null })),
    credit: paid,
  };
}
