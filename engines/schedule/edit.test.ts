import { describe, expect, test } from "vitest";
import { noCeiling } from "./cells.ts";
import { bringLatest, type Live, live, setDays, setEdge, setNode } from "./edit.ts";
import type { Network, NetworkEdge, NetworkNode } from "./network.ts";
import { layOut } from "./plan.ts";
import { type Draw, drawing, randomEdge, randomNetwork, randomNode } from "./random-networks.ts";
import { scheduleOf } from "./schedule.ts";

const edits = process.env["MOC_DEEP"] === "1" ? 100_000 : process.env["MOC_FAULTS"] === "1" ? 600 : 4_000;
const editsPerNetwork = 50;

function edit(state: Live, draw: Draw, network: Network): void {
  const node = draw(network.nodes.length);
  const data: NetworkNode | undefined = state.nodes[node];
  const edge = draw(Math.max(1, network.edges.length));
  const old: NetworkEdge | undefined = state.edges[edge];
  if (old !== undefined && draw(2) === 0)
    return setEdge(state, edge, { ...randomEdge(draw, 0, 0), from: old.from, to: old.to });
  if (data === undefined) return;
  if (data.duration !== null && data.actualStart === undefined && draw(2) === 0)
    return setDays(state, node, draw(9));
  setNode(state, node, { ...randomNode(draw, node, network.start, network.asOf), id: data.id });
}

function tablesOf({ schedule }: Live | { schedule: NonNullable<ReturnType<typeof scheduleOf>> }) {
  const { plan, finish, finishVague } = schedule;
  const { earlyStart, earlyFinish, earlyVague, lateStart, lateFinish, lateVague } = plan;
  const civil = (table: Int32Array) =>
    Array.from(plan.place, (at) => (table[at] === noCeiling ? null : (table[at] ?? 0) + plan.tables.origin));
  const plain = (table: Int32Array) => Array.from(plan.place, (at) => table[at]);
  return {
    finish: finish + plan.tables.origin,
    finishVague,
    dates: [earlyStart, earlyFinish, lateStart, lateFinish].map(civil),
    vague: [earlyVague, lateVague].map(plain),
  };
}

describe("incremental planning", () => {
  test(`equals planning anew after each of ${edits} random edits`, () => {
    for (let seed = 1; seed <= edits / editsPerNetwork; seed++) {
      const draw = drawing(seed);
      const network = randomNetwork(draw, seed % 10 === 0 ? 60 : 12);
      const plan = layOut(network);
      if (plan === null) throw new Error("a random network has no cycle");
      const state = live(plan);
      for (let count = 0; count < editsPerNetwork; count++) {
        edit(state, draw, network);
        // Latest dates are brought up to date only now and then, as a screen would ask.
        if (draw(3) > 0) continue;
        bringLatest(state);
        const anew = scheduleOf({ ...network, nodes: [...state.nodes], edges: [...state.edges] });
        if (anew === null) throw new Error("edits keep the ends of edges");
        const [got, wanted] = [tablesOf(state), tablesOf({ schedule: anew })];
        if (JSON.stringify(got) !== JSON.stringify(wanted))
          expect({ seed, count, ...got }).toEqual({ seed, count, ...wanted });
      }
    }
  }, 3_600_000);

  test("an edit that its successors' slack absorbs touches few nodes", () => {
    const nodes = Array.from({ length: 1000 }, (_, index) => ({ id: `n${index}`, duration: 5 }));
    const edges = nodes.slice(1).map((node) => ({ from: "n0", to: node.id, kind: "practical" as const }));
    const chain = [...edges, { from: "n1", to: "n2", kind: "practical" as const }];
    const plan = layOut({ start: "2024-11-25", calendars: [], nodes, edges: chain });
    if (plan === null) throw new Error("no cycle");
    const state = live(plan);
    setDays(state, 5, 3);
    expect(state.touched).toBe(1);
    setDays(state, 1, 7);
    expect(state.touched).toBe(2);
    expect(state.schedule.finish - (plan.startFloor[0] ?? 0)).toBe(5 + 7 + 5);
    setDays(state, 1, 2);
    expect(state.schedule.finish - (plan.startFloor[0] ?? 0)).toBe(5 + 2 + 5);
  });

  test("what an edit cannot do is refused", () => {
    const plan = layOut({
      start: "2024-11-25",
      calendars: [],
      nodes: [
        { id: "a", duration: null },
        { id: "b", duration: 1 },
      ],
      edges: [{ from: "a", to: "b", kind: "legal" }],
    });
    if (plan === null) throw new Error("no cycle");
    const state = live(plan);
    expect(() => setDays(state, 0, 4)).toThrow("known duration");
    expect(() => setDays(state, 7, 4)).toThrow(TypeError);
    expect(() => setEdge(state, 0, { from: "b", to: "a", kind: "legal" })).toThrow("keeps its ends");
  });
});
