import { isoOf } from "../calendar/civil-day.ts";
import { cell } from "./cells.ts";
import { finishIsVague, planForward } from "./forward.ts";
import { drawFinishes, drawsOf, layOutFor } from "./monte-carlo.ts";
import type { Network } from "./network.ts";
import type { Plan } from "./plan.ts";

/** Finishes are last days of work, inclusive. */
export interface Forecast {
  runs: number;
  seed: number;
  /** Something unknown lies before the finish: every figure is then a lower bound. */
  vague: boolean;
  p50: string;
  p80: string;
  p95: string;
  /** Civil days of the finish of the whole, ascending, one per run. */
  finishes: Int32Array;
  /** The same for the nodes that were asked for, by id. */
  nodes: Map<string, { p50: string; p80: string; p95: string }>;
}

/** The value that a share of the runs does not exceed. */
function percentile(sorted: Int32Array, share: number): number {
  return cell(sorted, Math.max(0, Math.ceil(sorted.length * share) - 1));
}

/**
 * When the whole, and the nodes in `watch`, will be finished: each run draws the ranges from their triangles,
 * independently. The same seed gives the same figures; a node draws the same in every branch of a plan.
 * Throws RangeError for fewer than one run. Null when the network has a cycle.
 */
export function forecast(
  network: Network,
  runs: number,
  seed: number,
  watch: readonly string[] = [],
): Forecast | null {
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`${runs} runs cannot be made`);
  const plan = layOutFor(network);
  if (plan === null) return null;
  planForward(plan, 0, plan.nodes);
  const vague = finishIsVague(plan);
  const places = network.nodes.flatMap((node, index) =>
    watch.includes(node.id) ? [cell(plan.place, index)] : [],
  );
  const [finishes = new Int32Array(0), ...watched] = drawFinishes(plan, drawsOf(plan, seed), runs, places);
  const days = (column: Int32Array) => {
    const sorted = column.toSorted();
    const at = (share: number) => isoOf(percentile(sorted, share) - 1 + plan.tables.origin);
    return { p50: at(0.5), p80: at(0.8), p95: at(0.95) };
  };
  const named = watched.map((column, index) => [idAt(plan, places[index] ?? 0), days(column)] as const);
  return {
    runs,
    seed,
    vague,
    ...days(finishes),
    finishes: finishes.map((finish) => finish - 1 + plan.tables.origin).toSorted(),
    nodes: new Map(named),
  };
}

function idAt(plan: Plan, at: number): string {
  return plan.network.nodes[cell(plan.order, at)]?.id ?? "";
}

/** The share of runs that are finished by a civil day. */
export function chanceBy(forecast_: Forecast, day: number): number {
  return forecast_.finishes.filter((finish) => finish <= day).length / forecast_.runs;
}
