// `npm run bench -- schedule`: the planner beside the same algorithm in C, on the same tables, in the same run.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawing } from "../engines/calendar/random-calendars.ts";
import { planBackward } from "../engines/schedule/backward.ts";
import { live, setDays } from "../engines/schedule/edit.ts";
import { finishOf, planForward } from "../engines/schedule/forward.ts";
import { type Draws, drawFinishes, drawsOf, layOutFor } from "../engines/schedule/monte-carlo.ts";
import type { Plan } from "../engines/schedule/plan.ts";
import { layOut } from "../engines/schedule/plan.ts";
import { layeredNetwork } from "./schedule/layered-network.ts";
import { Reference } from "./schedule/reference.ts";

const pairs = 9;

/** One measured thing: our time over that of C, as the ratio of speeds (1 is level, 0.4 the bar). */
export interface Part {
  name: string;
  figure: number;
  unit: string;
  reference: number;
  ratio: number;
  noisy: boolean;
  note?: string;
}

export interface Result extends Part {
  against: string;
  pairs: number;
  parts: Part[];
}

/** Median and spread ((worst − best) / median) of some times. */
function summary(times: readonly number[]): { median: number; spread: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  return { median: at(0.5), spread: (at(0.75) - at(0.25)) / at(0.5) };
}

function digest(tables: readonly Int32Array[]): number {
  let hash = 2_166_136_261;
  for (const table of tables) for (const value of table) hash = Math.imul(hash ^ value, 16_777_619);
  return hash >>> 0;
}

/** Writes the plan's tables as the C program reads them. */
function save(path: string, plan: Plan, edits: Int32Array, draws: Draws | null, runs: number): void {
  const { tables } = plan;
  const calendarCount = tables.count.length;
  const edges = plan.inFrom.length;
  const head = Int32Array.of(
    plan.nodes,
    edges,
    calendarCount,
    tables.span,
    edits.length / 2,
    runs,
    draws?.quantiles.length ?? 0,
    plan.unknowns,
  );
  const columns = [tables.before, tables.day, tables.count, tables.headWeek, tables.tailWeek];
  columns.push(plan.calendar, plan.duration, plan.flags, plan.startFloor, plan.finishCeiling);
  columns.push(plan.in.row, plan.inFrom, plan.out.row, plan.outTo, edits);
  if (draws !== null) columns.push(draws.keys, draws.quantileOf, draws.quantiles);
  writeFileSync(
    path,
    Buffer.concat(
      [head, ...columns].map((table) => Buffer.from(table.buffer, table.byteOffset, table.byteLength)),
    ),
  );
}

/** Interleaved pairs of our time and the reference's; both must give the same digest every time. */
async function compare(
  name: string,
  unit: string,
  scale: number,
  ours: () => { ms: number; digest: number },
  theirs: () => Promise<string[]>,
): Promise<Part> {
  const [mine, other, ratios]: number[][] = [[], [], []];
  for (let warm = 0; warm < 3; warm++) ours();
  for (let pair = 0; pair < pairs; pair++) {
    const [ms = "0", hash] = await theirs();
    const own = ours();
    if (String(own.digest) !== hash)
      throw new Error(`${name}: the digests differ (${own.digest} and ${hash})`);
    mine?.push(own.ms);
    other?.push(Number(ms));
    ratios?.push(Number(ms) / own.ms);
  }
  const reference = summary(other ?? []);
  return {
    name,
    unit,
    figure: round(summary(mine ?? []).median * scale),
    reference: round(reference.median * scale),
    ratio: round(summary(ratios ?? []).median),
    noisy: reference.spread > 0.25,
  };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

/**
 * Milliseconds of processor time of this thread, as the reference measures its own: other work on the machine takes
 * turns away from both, but is not counted as theirs.
 */
function timed(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const used = process.threadCpuUsage(before);
  return (used.user + used.system) / 1000;
}

async function fullPass(reference: Reference, folder: string, count: number): Promise<Part> {
  const plan = layOut(layeredNetwork(count, 7, false));
  if (plan === null) throw new Error("layers have no cycle");
  save(join(folder, "plan"), plan, new Int32Array(0), null, 0);
  await reference.ask(`load ${join(folder, "plan")}`);
  // Small networks are passed over many times, so that a clock tick is nothing.
  const repeats = Math.max(1, Math.round(2_000_000 / count));
  const pass = () => {
    planForward(plan, 0, plan.nodes);
    planBackward(plan, 0, plan.nodes, finishOf(plan), false);
  };
  const ours = () => {
    const ms = timed(() => {
      for (let left = repeats; left > 0; left--) pass();
    });
    return {
      ms: ms / repeats,
      digest: digest([plan.earlyStart, plan.earlyFinish, plan.lateStart, plan.lateFinish]),
    };
  };
  const theirs = async () => {
    let [ms, hash] = [0, ""];
    for (let left = repeats; left > 0; left--) {
      const [time = "0", found = ""] = await reference.ask("pass");
      [ms, hash] = [ms + Number(time), found];
    }
    return [String(ms / repeats), hash];
  };
  return compare(`full pass, ${count} nodes`, "ms", 1, ours, theirs);
}

async function singleEdits(reference: Reference, folder: string, count: number): Promise<Part> {
  const network = layeredNetwork(count, 7, false);
  const plan = layOut(network);
  if (plan === null) throw new Error("layers have no cycle");
  const draw = drawing(99);
  const days = plan.duration.slice();
  const list = Array.from({ length: 2000 }, () => {
    const node = draw(count);
    const at = plan.place[node] ?? 0;
    const change = (1 + draw(20)) * (draw(2) === 0 ? 1 : -1);
    days[at] = Math.max(1, (days[at] ?? 1) + change);
    return { node, at, days: days[at] ?? 1 };
  });
  save(join(folder, "plan"), plan, Int32Array.from(list.flatMap((edit) => [edit.at, edit.days])), null, 0);
  await reference.ask(`load ${join(folder, "plan")}`);
  let touched = 0;
  const ours = () => {
    const fresh = layOut(network);
    if (fresh === null) throw new Error("layers have no cycle");
    const state = live(fresh);
    touched = 0;
    const ms = timed(() => {
      for (const edit of list) {
        setDays(state, edit.node, edit.days);
        touched += state.touched;
      }
    });
    return { ms, digest: digest([fresh.earlyStart, fresh.earlyFinish]) };
  };
  const part = await compare(`single edits, ${count} nodes`, "ns per affected node", 1, ours, () =>
    reference.ask("edit"),
  );
  const perNode = 1e6 / touched;
  const note = `${(touched / list.length).toFixed(1)} nodes affected by an edit on average`;
  return { ...part, figure: round(part.figure * perNode), reference: round(part.reference * perNode), note };
}

async function monteCarlo(reference: Reference, folder: string): Promise<Part> {
  const runs = 10_000;
  const plan = layOutFor(layeredNetwork(1000, 7, true));
  if (plan === null) throw new Error("layers have no cycle");
  const draws = drawsOf(plan, 2024);
  save(join(folder, "plan"), plan, new Int32Array(0), draws, runs);
  await reference.ask(`load ${join(folder, "plan")}`);
  const ours = () => {
    let finishes: Int32Array = new Int32Array(0);
    const ms = timed(() => {
      finishes = drawFinishes(plan, draws, runs, [])[0] ?? finishes;
    });
    return { ms, digest: digest([finishes]) };
  };
  return compare("Monte Carlo, 10,000 runs of 1,000 nodes", "ms", 1, ours, () => reference.ask("forecast"));
}

/** networkx has no calendars: longest path, topological order and two dictionary passes of the same graph, for scale. */
function networkx(folder: string): Part | null {
  const network = layeredNetwork(10_000, 7, false);
  const edges = network.edges.map((edge) => `${edge.from.slice(1)} ${edge.to.slice(1)}`).join("\n");
  writeFileSync(
    join(folder, "edges"),
    `${network.nodes.map((node) => String(node.duration)).join(" ")}\n${edges}\n`,
  );
  const script = join(import.meta.dirname, "schedule-networkx.py");
  const run = spawnSync("python3", [script, join(folder, "edges")], { encoding: "utf8" });
  if (run.status !== 0) return null;
  const plan = layOut(network);
  if (plan === null) return null;
  const repeats = 50;
  const times = Array.from(
    { length: pairs },
    () =>
      timed(() => {
        for (let left = repeats; left > 0; left--) {
          planForward(plan, 0, plan.nodes);
          planBackward(plan, 0, plan.nodes, finishOf(plan), false);
        }
      }) / repeats,
  );
  const [figure, reference] = [summary(times).median, Number(run.stdout)];
  return {
    name: "full pass, 10000 nodes, beside networkx",
    figure: round(figure),
    unit: "ms",
    reference,
    ratio: round(reference / figure),
    noisy: false,
    note: "networkx counts no calendars",
  };
}

/** Every measured part by name. */
function workFor(reference: Reference, folder: string): [string, () => Promise<Part>][] {
  return [
    ["pass-10000", () => fullPass(reference, folder, 10_000)],
    ["pass-100000", () => fullPass(reference, folder, 100_000)],
    ["pass-1000000", () => fullPass(reference, folder, 1_000_000)],
    ["edits-10000", () => singleEdits(reference, folder, 10_000)],
    ["edits-100000", () => singleEdits(reference, folder, 100_000)],
    ["monte-carlo", () => monteCarlo(reference, folder)],
  ];
}

/**
 * Builds the reference with cc -O3, measures every part (or those whose name contains the first argument), and reports
 * the part with the lowest ratio. The ratio is of speeds, ours to that of C: 1 is level, 0.4 the bar.
 */
export async function run([only = ""]: readonly string[] = []): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "bench-schedule-"));
  try {
    const binary = join(folder, "reference");
    const build = spawnSync("cc", ["-O3", "-o", binary, join(import.meta.dirname, "schedule.c")], {
      encoding: "utf8",
    });
    if (build.status !== 0) throw new Error(`cc could not build the reference: ${build.stderr}`);
    const reference = new Reference(binary);
    const parts: Part[] = [];
    for (const [name, measure] of workFor(reference, folder))
      if (name.includes(only)) parts.push(await measure());
    reference.end();
    const worst = parts.reduce((least, part) => (part.ratio < least.ratio ? part : least));
    const beside = networkx(folder);
    return {
      ...worst,
      name: "schedule",
      against: "the same algorithm in C, cc -O3, same tables, equal digest; thread processor time of both",
      pairs,
      note: `lowest ratio: ${worst.name}`,
      noisy: parts.some((part) => part.noisy),
      parts: beside === null ? parts : [...parts, beside],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
