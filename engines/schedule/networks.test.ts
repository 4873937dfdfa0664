import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { drivingChain, lastNode } from "./driving.ts";
import { totalFloat } from "./floats.ts";
import { everyDay, type Network } from "./network.ts";
import { layOut } from "./plan.ts";
import { readPsplib } from "./psplib.ts";
import { drawing } from "./random-networks.ts";
import { planAll, scheduleOf } from "./schedule.ts";
import { shortestCycle } from "./shortest-cycle.ts";

const folder = new URL("./psplib/", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".sm"));

describe("PSPLIB j30", () => {
  test("all 48 networks have the length that their file states, along a driving chain without float", () => {
    expect(files.length).toBe(48);
    for (const file of files) {
      const read = readPsplib(readFileSync(new URL(file, folder), "utf8"));
      if (!("network" in read)) throw new Error(`${file}: ${JSON.stringify(read.problems)}`);
      const schedule = scheduleOf(read.network);
      if (schedule === null) throw new Error(`${file} has a cycle`);
      const { plan, finish } = schedule;
      const start = plan.startFloor[0] ?? 0;
      expect([file, finish - start]).toEqual([file, read.statedLength]);
      const chain = drivingChain(plan, lastNode(plan), "finish");
      const onChain = chain.map(({ node }) => read.network.nodes[node]);
      const days = onChain.reduce((sum, node) => sum + Number(node?.duration), 0);
      expect(days).toBe(read.statedLength);
      for (const { node } of chain)
        expect(totalFloat(plan, plan.place[node] ?? 0)).toEqual({ days: 0, vague: false });
    }
  });
});

// Under seeded faults every suite runs dozens of times.
const many = process.env["MOC_FAULTS"] === "1" ? 10_000 : 100_000;
const named = (count: number, duration: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `n${index}`, duration, calendar: everyDay }));
const network = (nodes: Network["nodes"], edges: Network["edges"]): Network => ({
  start: "2024-11-25",
  calendars: [],
  nodes,
  edges,
});
const edge = (from: number, to: number) => ({ from: `n${from}`, to: `n${to}`, kind: "practical" as const });

describe("100,000 nodes", () => {
  test("a chain does not overflow and is as long as its sum, far beyond any table", () => {
    const chain = network(
      named(many, 20),
      Array.from({ length: many - 1 }, (_, index) => edge(index, index + 1)),
    );
    const schedule = scheduleOf(chain);
    if (schedule === null) throw new Error("a chain has no cycle");
    expect(schedule.finish - (schedule.plan.startFloor[0] ?? 0)).toBe(20 * many);
    expect(drivingChain(schedule.plan, many - 1, "finish").length).toBe(many);
    expect(totalFloat(schedule.plan, 0).days).toBe(0);
    expect(schedule.plan.lateStart[0]).toBe(schedule.plan.earlyStart[0]);
  });

  test("a star spreads from its centre and gathers again", () => {
    const edges = Array.from({ length: many - 2 }, (_, index) => [
      edge(0, index + 1),
      edge(index + 1, many - 1),
    ]).flat();
    const schedule = scheduleOf(network(named(many, 3), edges));
    if (schedule === null) throw new Error("a star has no cycle");
    expect(schedule.finish - (schedule.plan.startFloor[0] ?? 0)).toBe(9);
    expect(drivingChain(schedule.plan, many - 1, "finish").map(({ node }) => node)).toEqual([many - 1, 1, 0]);
  });
});

/** Edge ends of a random network without cycles, each node with three predecessors among the forty before it. */
function layered(nodes: number, seed: number): { from: number[]; to: number[] } {
  const draw = drawing(seed);
  const [from, to]: [number[], number[]] = [[], []];
  for (let node = 1; node < nodes; node++) {
    for (let count = 0; count < 3; count++) {
      from.push(Math.max(0, node - 1 - draw(40)));
      to.push(node);
    }
  }
  return { from, to };
}

function cycleIn(nodes: number, { from, to }: { from: number[]; to: number[] }): number[] | null {
  return shortestCycle(nodes, Int32Array.from(from), Int32Array.from(to));
}

describe("cycles", () => {
  test("the shortest among 100,000 nodes is found, and its edges follow one another", () => {
    const ends = layered(many, 11);
    // A long way round, planted first, and a way of five nodes.
    const close = (nodes: number[]) =>
      nodes.forEach((node, index) => [
        ends.from.push(node),
        ends.to.push(nodes[(index + 1) % nodes.length] ?? 0),
      ]);
    close([0.9, 0.905, 0.91, 0.92, 0.93, 0.95, 0.97].map((share) => share * many));
    close([0.7, 0.5, 0.4, 0.6, 0.65].map((share) => share * many));
    const found = cycleIn(many, ends) ?? [];
    expect(found.map((index) => ends.from[index]).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      [0.4, 0.5, 0.6, 0.65, 0.7].map((share) => share * many),
    );
    found.forEach((index, at) => expect(ends.to[index]).toBe(ends.from[found[(at + 1) % found.length] ?? 0]));
  });

  test("one great ring of 100,000 is named whole, once", () => {
    const nodes = Array.from({ length: many }, (_, index) => index);
    expect(cycleIn(many, { from: nodes, to: nodes.map((node) => (node + 1) % many) })?.length).toBe(many);
  });

  test("random small graphs give the same length as a search from every node", () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const draw = drawing(seed);
      const nodes = 2 + draw(8);
      const from = Array.from({ length: draw(2 * nodes) }, () => draw(nodes));
      const to = from.map((node) => (node + 1 + draw(nodes - 1)) % nodes);
      let shortest = Infinity;
      for (let start = 0; start < nodes; start++) {
        let [reached, steps] = [new Set([start]), 0];
        for (let grown = true; grown && steps < shortest; ) {
          const next = new Set([...reached].flatMap((node) => to.filter((_, index) => from[index] === node)));
          steps++;
          if (next.has(start)) shortest = Math.min(shortest, steps);
          grown = steps <= nodes;
          reached = next;
        }
      }
      expect([seed, cycleIn(nodes, { from, to })?.length ?? Infinity]).toEqual([seed, shortest]);
    }
  });

  test("a network with a cycle is not planned", () => {
    expect(scheduleOf(network(named(3, 1), [edge(0, 1), edge(1, 2), edge(2, 1)]))).toBeNull();
    expect(layOut(network(named(2, 1), [edge(0, 1)]))).not.toBeNull();
  });
});

describe("planning again", () => {
  test("gives the same tables as planning once", () => {
    const plan = layOut(
      network(
        named(30, 2),
        Array.from({ length: 29 }, (_, index) => edge(index, index + 1)),
      ),
    );
    if (plan === null) throw new Error("a chain has no cycle");
    const first = structuredClone(planAll(plan).plan.lateFinish);
    expect(planAll(plan).plan.lateFinish).toEqual(first);
  });
});
