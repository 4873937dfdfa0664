import { describe, expect, test } from "vitest";
import { planBackward } from "./backward.ts";
import { noCeiling } from "./cells.ts";
import { driverOf, drivingChain, lastNode } from "./driving.ts";
import { freeFloat, latestOf, totalFloat } from "./floats.ts";
import { finishIsVague, finishOf, planForward } from "./forward.ts";
import { naiveDriver, naivePlan } from "./naive-planner.ts";
import type { Network } from "./network.ts";
import { layOut } from "./plan.ts";
import { drawing, randomNetwork } from "./random-networks.ts";

// Under seeded faults every suite runs dozens of times.
const slice = process.env["MOC_FAULTS"] === "1" ? 400 : 3_000;
const cases = Number(process.env["MOC_CASES"] ?? (process.env["MOC_DEEP"] === "1" ? 1_000_000 : slice));
const firstSeed = Number(process.env["MOC_SEED"] ?? 1);

/** Every date of the engine in civil days, as the naive planner gives them. */
function enginePlan(network: Network) {
  const plan = layOut(network);
  if (plan === null) throw new Error("a random network has no cycle");
  planForward(plan, 0, plan.nodes);
  const finish = finishOf(plan);
  const whole = plan.finishBy === noCeiling ? finish : plan.finishBy;
  planBackward(plan, 0, plan.nodes, whole, plan.finishBy === noCeiling && finishIsVague(plan));
  const nodes = Array.from(plan.place, (at) => {
    const day = (table: Int32Array) => (table[at] ?? 0) + plan.tables.origin;
    return {
      start: day(plan.earlyStart),
      finish: day(plan.earlyFinish),
      startVague: ((plan.earlyVague[at] ?? 0) & 1) !== 0,
      finishVague: ((plan.earlyVague[at] ?? 0) & 2) !== 0,
      lateStart: latestOf(plan, at).start + plan.tables.origin,
      lateFinish: latestOf(plan, at).finish + plan.tables.origin,
      totalFloat: totalFloat(plan, at).days,
      freeFloat: freeFloat(plan, at, finish).days,
    };
  });
  return { plan, result: { nodes, finish: finish + plan.tables.origin } };
}

describe("the planner against a naive one", () => {
  test(`${cases} random small networks agree in earliest, latest, floats and driving chain`, () => {
    for (let seed = firstSeed; seed < firstSeed + cases; seed++) {
      const network = randomNetwork(drawing(seed), 6);
      const { plan, result } = enginePlan(network);
      const expected = naivePlan(network);
      if (JSON.stringify(result) !== JSON.stringify(expected)) {
        expect({ seed, ...result }, JSON.stringify(network, null, 1)).toEqual({ seed, ...expected });
      }
      const last = lastNode(plan);
      const drivers = drivingChain(plan, last, "finish").map(({ node, side, edge }) => [
        seed,
        node,
        side,
        edge,
      ]);
      const naive = drivers.map(([, node, side]) => [
        seed,
        node,
        side,
        naiveDriver(network, Number(node), side === "start" ? "start" : "finish"),
      ]);
      if (JSON.stringify(drivers) !== JSON.stringify(naive))
        expect(drivers, JSON.stringify(network, null, 1)).toEqual(naive);
      const starts = network.nodes.map((_, node) => driverOf(plan, plan.place[node] ?? 0, "start"));
      if (seed % 20 === 0)
        expect(starts).toEqual(network.nodes.map((_, node) => naiveDriver(network, node, "start")));
    }
  }, 7_200_000);
});
