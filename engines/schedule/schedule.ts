import { planBackward } from "./backward.ts";
import { noCeiling } from "./cells.ts";
import { finishIsVague, finishOf, planForward } from "./forward.ts";
import type { Network } from "./network.ts";
import { layOut, type Plan } from "./plan.ts";

/** A planned network. Times are boundaries from `plan.tables.origin`. */
export interface Schedule {
  plan: Plan;
  /** The earliest finish of the whole, and whether it is only a lower bound. */
  finish: number;
  finishVague: boolean;
}

/** Backward pass of the whole: from the imposed finish if there is one, else from the earliest finish. */
export function planLatest({ plan, finish, finishVague }: Schedule): void {
  const imposed = plan.finishBy !== noCeiling;
  planBackward(plan, 0, plan.nodes, imposed ? plan.finishBy : finish, !imposed && finishVague);
}

/** Forward and backward pass of a plan that is laid out. */
export function planAll(plan: Plan): Schedule {
  planForward(plan, 0, plan.nodes);
  const schedule = { plan, finish: finishOf(plan), finishVague: finishIsVague(plan) };
  planLatest(schedule);
  return schedule;
}

/** Plans a network that `networkProblems` finds no fault in; null when it has a cycle. */
export function scheduleOf(network: Network): Schedule | null {
  const plan = layOut(network);
  return plan === null ? null : planAll(plan);
}
