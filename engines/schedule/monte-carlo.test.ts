import { describe, expect, test } from "vitest";
import { dayOf } from "../calendar/civil-day.ts";
import { chanceBy, forecast } from "./forecast.ts";
import { daysDrawn, drawFinishes, drawsOf, layOutFor } from "./monte-carlo.ts";
import type { Network } from "./network.ts";
import { drawing, randomNetwork } from "./random-networks.ts";
import { scheduleOf } from "./schedule.ts";

/** A random network in which most durations are ranges. */
function uncertain(seed: number): Network {
  const draw = drawing(seed);
  const network = randomNetwork(draw, 12);
  const nodes = network.nodes.map((node) => {
    const low = draw(4);
    const likely = low + draw(5);
    return node.duration === null || draw(4) === 0
      ? node
      : { ...node, duration: { low, likely, high: likely + draw(6) } };
  });
  return { ...network, nodes };
}

/** A chain of `count` nodes of the same range, every day worked. */
function chain(count: number, low: number, likely: number, high: number): Network {
  const nodes = Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    duration: { low, likely, high },
  }));
  const edges = nodes
    .slice(1)
    .map((node, index) => ({ from: `n${index}`, to: node.id, kind: "practical" as const }));
  return { start: "2024-11-25", calendars: [], nodes, edges };
}

describe("the forecast", () => {
  test("each run ends exactly where the planner ends with the days of that run", () => {
    const runs = 130;
    const seeds = process.env["MOC_FAULTS"] === "1" ? 12 : 60;
    for (let seed = 1; seed <= seeds; seed++) {
      const network = uncertain(seed);
      const plan = layOutFor(network);
      if (plan === null) throw new Error("a random network has no cycle");
      const draws = drawsOf(plan, seed);
      const watch = plan.nodes - 1;
      const [finishes, watched] = drawFinishes(plan, draws, runs, [watch]);
      for (let run = seed % 5; run < runs; run += 7) {
        const nodes = network.nodes.map((node, index) => {
          const fixed =
            typeof node.duration !== "object" || node.duration === null || node.actualStart !== undefined;
          return fixed ? node : { ...node, duration: daysDrawn(draws, plan.place[index] ?? 0, run) };
        });
        const schedule = scheduleOf({ ...network, nodes });
        if (schedule === null) throw new Error("the same network");
        const at = schedule.plan.place[plan.order[watch] ?? 0] ?? 0;
        const origins = schedule.plan.tables.origin - plan.tables.origin;
        expect([seed, run, finishes?.[run], watched?.[run]]).toEqual([
          seed,
          run,
          schedule.finish + origins,
          (schedule.plan.earlyFinish[at] ?? 0) + origins,
        ]);
      }
    }
  });

  test("a node waits for the last of any number of predecessors", () => {
    for (let count = 1; count <= 9; count++) {
      for (let long = 0; long < count; long++) {
        const before = Array.from({ length: count }, (_, index) => ({
          id: `n${index}`,
          duration: index === long ? 9 : 2,
        }));
        const edges = before.map(({ id }) => ({ from: id, to: "end", kind: "practical" as const }));
        const nodes = [...before, { id: "end", duration: 1 }];
        const result = forecast({ start: "2024-11-25", calendars: [], nodes, edges }, 3, 1);
        expect([count, long, result?.p50]).toEqual([count, long, "2024-12-04"]);
      }
    }
  });

  test("a percentile is the run of that rank", () => {
    const result = forecast(chain(3, 1, 400, 9000), 10, 4);
    if (result === null) throw new Error("a chain has no cycle");
    expect(new Set(result.finishes).size).toBe(10);
    expect([result.p50, result.p80, result.p95].map(dayOf)).toEqual(
      [4, 7, 9].map((rank) => result.finishes[rank]),
    );
  });

  test("ranges without width give the plan itself at every percentile", () => {
    const result = forecast(chain(10, 3, 3, 3), 100, 1, ["n4"]);
    expect(result).toMatchObject({
      runs: 100,
      seed: 1,
      vague: false,
      p50: "2024-12-24",
      p80: "2024-12-24",
      p95: "2024-12-24",
    });
    expect(result?.nodes.get("n4")?.p50).toBe("2024-12-09");
  });

  test("a long chain has the mean and the spread of a sum of triangles", () => {
    const [low, likely, high, count] = [2, 5, 14, 40];
    const result = forecast(chain(count, low, likely, high), 20_000, 7);
    const lengths = Array.from(result?.finishes ?? [], (day) => day + 1 - dayOf("2024-11-25"));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const variance = lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length;
    const oneMean = (low + likely + high) / 3;
    // Rounding to whole days adds a twelfth.
    const oneVariance =
      (low ** 2 + likely ** 2 + high ** 2 - low * likely - low * high - likely * high) / 18 + 1 / 12;
    expect(Math.abs(mean - count * oneMean)).toBeLessThan(
      5 * Math.sqrt((count * oneVariance) / lengths.length),
    );
    expect(variance / (count * oneVariance)).toBeGreaterThan(0.95);
    expect(variance / (count * oneVariance)).toBeLessThan(1.05);
  });

  test("percentiles are in order and the chance by a day agrees with them", () => {
    const result = forecast(chain(12, 1, 4, 9), 1000, 3);
    if (result === null) throw new Error("a chain has no cycle");
    expect([result.p50, result.p80, result.p95].toSorted()).toEqual([result.p50, result.p80, result.p95]);
    expect(chanceBy(result, dayOf(result.p80))).toBeGreaterThanOrEqual(0.8);
    expect(chanceBy(result, dayOf(result.p80) - 1)).toBeLessThan(0.8);
    expect(chanceBy(result, dayOf(result.p50))).toBeGreaterThanOrEqual(0.5);
    expect(chanceBy(result, dayOf("2024-11-24"))).toBe(0);
  });

  test("the same seed gives the same runs, another seed others, and a branch draws the same for the same node", () => {
    const network = chain(6, 1, 4, 9);
    expect(forecast(network, 200, 5)).toEqual(forecast(network, 200, 5));
    expect(forecast(network, 200, 5)?.finishes).not.toEqual(forecast(network, 200, 6)?.finishes);
    const branch = { ...network, nodes: [...network.nodes, { id: "new", duration: 1 }] };
    expect(forecast(branch, 200, 5)?.finishes).toEqual(forecast(network, 200, 5)?.finishes);
  });

  test("something unknown before the finish makes every figure a lower bound", () => {
    const network = chain(3, 1, 2, 3);
    const nodes = network.nodes.map((node) => (node.id === "n1" ? { ...node, duration: null } : node));
    expect(forecast({ ...network, nodes }, 10, 1)?.vague).toBe(true);
  });

  test("no runs and cycles are refused", () => {
    expect(() => forecast(chain(2, 1, 1, 1), 0, 1)).toThrow(RangeError);
    const network = chain(2, 1, 1, 1);
    expect(
      forecast({ ...network, edges: [...network.edges, { from: "n1", to: "n0", kind: "legal" }] }, 5, 1),
    ).toBeNull();
  });
});
