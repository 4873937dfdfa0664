import { join } from "node:path";
import { drawing } from "../../engines/calendar/random-calendars.ts";
import { planBackward } from "../../engines/schedule/backward.ts";
import { live, setDays } from "../../engines/schedule/edit.ts";
import { finishOf, planForward } from "../../engines/schedule/forward.ts";
import { drawFinishes, drawsOf, layOutFor } from "../../engines/schedule/monte-carlo.ts";
import type { Network } from "../../engines/schedule/network.ts";
import { layOut, type Plan } from "../../engines/schedule/plan.ts";
import { type Part, type Run, timed } from "./beside-c.ts";
import { layeredNetwork } from "./layered-network.ts";
import type { Reference } from "./reference.ts";
import { digestOf, saveTables, type Work } from "./tables-file.ts";

/** The reference in C and the folder through which it gets its tables. */
export type Bench = { reference: Reference; folder: string };

function laidOut(network: Network): Plan {
  const plan = layOut(network);
  if (plan === null) throw new Error("layers have no cycle");
  return plan;
}

async function load({ reference, folder }: Bench, plan: Plan, work?: Work): Promise<void> {
  saveTables(join(folder, "plan"), plan, work);
  await reference.ask(`load ${join(folder, "plan")}`);
}

/** Forward and backward pass of a whole plan, with its calendars. */
export function passOver(plan: Plan): void {
  planForward(plan, 0, plan.nodes);
  planBackward(plan, 0, plan.nodes, finishOf(plan), false);
}

/** Full passes, on both sides as many in a row that a clock tick (4 ms of ours) and a cold start are nothing. */
export async function fullPass(bench: Bench, nodes: number): Promise<Part> {
  const plan = laidOut(layeredNetwork(nodes, 7, false));
  await load(bench, plan);
  const repeats = Math.max(1, Math.round(10_000_000 / nodes));
  const ours = (): Run => {
    const ms = timed(() => {
      for (let left = repeats; left > 0; left--) passOver(plan);
    });
    const found = [plan.earlyStart, plan.earlyFinish, plan.lateStart, plan.lateFinish];
    return { ms: ms / repeats, digest: digestOf(found) };
  };
  return {
    name: `full pass, ${nodes} nodes`,
    items: nodes,
    unit: "nodes passed both ways",
    ours,
    theirs: () => asked(bench, `pass ${repeats}`),
  };
}

/** Two thousand single edits: a uniform task, one to twenty days more or less. */
function drawnEdits(plan: Plan): { node: number; at: number; days: number }[] {
  const draw = drawing(99);
  const days = plan.duration.slice();
  return Array.from({ length: 2000 }, () => {
    const node = draw(plan.nodes);
    const at = plan.place[node] ?? 0;
    const change = (1 + draw(20)) * (draw(2) === 0 ? 1 : -1);
    days[at] = Math.max(1, (days[at] ?? 1) + change);
    return { node, at, days: days[at] ?? 1 };
  });
}

export async function singleEdits(bench: Bench, nodes: number): Promise<Part> {
  const network = layeredNetwork(nodes, 7, false);
  const plan = laidOut(network);
  const list = drawnEdits(plan);
  await load(bench, plan, { edits: Int32Array.from(list.flatMap(({ at, days }) => [at, days])) });
  let items = 0;
  const ours = (): Run => {
    const fresh = laidOut(network);
    const state = live(fresh);
    items = 0;
    const ms = timed(() => {
      for (const { node, days } of list) {
        setDays(state, node, days);
        items += state.touched;
      }
    });
    return { ms, digest: digestOf([fresh.earlyStart, fresh.earlyFinish]) };
  };
  ours();
  const affected = (items / list.length).toFixed(0);
  const name = `${list.length} edits of one of ${nodes} nodes (${affected} affected on average)`;
  return { name, items, unit: "affected nodes", ours, theirs: () => asked(bench, "edit") };
}

export async function monteCarlo(bench: Bench): Promise<Part> {
  const [nodes, runs] = [1000, 10_000];
  const plan = layOutFor(layeredNetwork(nodes, 7, true));
  if (plan === null) throw new Error("layers have no cycle");
  const draws = drawsOf(plan, 2024);
  await load(bench, plan, { draws, runs });
  const ours = (): Run => {
    let finishes: Int32Array = new Int32Array(0);
    const ms = timed(() => {
      finishes = drawFinishes(plan, draws, runs, [])[0] ?? finishes;
    });
    return { ms, digest: digestOf([finishes]) };
  };
  const name = `Monte Carlo, ${runs} runs of ${nodes} nodes`;
  return { name, items: nodes * runs, unit: "node runs", ours, theirs: () => asked(bench, "forecast") };
}

async function asked({ reference }: Bench, command: string): Promise<Run> {
  const [ms = "0", digest = ""] = await reference.ask(command);
  return { ms: Number(ms), digest };
}
