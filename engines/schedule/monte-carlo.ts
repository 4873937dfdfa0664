import { cell, later, nodeFlags, noFloor, ruleBits } from "./cells.ts";
import { finishOf, planForward } from "./forward.ts";
import { heapOf } from "./heap.ts";
import type { DurationRange, Network, NetworkNode } from "./network.ts";
import { layOut, type Plan } from "./plan.ts";

/** Runs side by side: one pass over the network serves so many, so that its edges are read once for all of them. */
const lanes = 64;
/** Steps in which a triangle is drawn; a draw is ten bits. */
const steps = 1024;

/** What is drawn, laid out: for each place a key of its own and where its 1,024 quantiles begin. */
export interface Draws {
  keys: Int32Array;
  quantileOf: Int32Array;
  quantiles: Int32Array;
}

/** A whole number that depends on a text alone (FNV-1a), so that a branch of a plan draws the same for the same node. */
function keyOf(text: string, seed: number): number {
  let key = 0x811c9dc5 ^ seed;
  for (let index = 0; index < text.length; index++) key = Math.imul(key ^ text.charCodeAt(index), 0x01000193);
  return Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) | 0;
}

/** Whole days at the middle of each of the 1,024 equal shares of a triangle distribution. */
function quantilesOf({ low, likely, high }: DurationRange): number[] {
  const width = high - low;
  const share = width === 0 ? 0 : (likely - low) / width;
  return Array.from({ length: steps }, (_, step) => {
    const p = (step + 0.5) / steps;
    const rising = p < share;
    const way = rising ? Math.sqrt(p * share) : 1 - Math.sqrt((1 - p) * (1 - share));
    return Math.round(low + width * way);
  });
}

/** The days that are drawn for a node, or null when nothing is: fixed, unknown, or already begun. */
function rangeOf(node: NetworkNode): DurationRange | null {
  const { duration } = node;
  if (duration === null || typeof duration === "number") return null;
  return node.actualStart !== undefined || node.actualFinish !== undefined ? null : duration;
}

export function drawsOf(plan: Plan, seed: number): Draws {
  const tables = new Map<string, number>();
  const quantiles: number[] = [];
  const keys = new Int32Array(plan.nodes);
  const quantileOf = new Int32Array(plan.nodes);
  plan.network.nodes.forEach((node, index) => {
    const at = cell(plan.place, index);
    const fixed = cell(plan.duration, at);
    const range = rangeOf(node) ?? { low: fixed, likely: fixed, high: fixed };
    const name = `${range.low}/${range.likely}/${range.high}`;
    if (!tables.has(name)) tables.set(name, quantiles.push(...quantilesOf(range)) - steps);
    keys[at] = keyOf(node.id, seed);
    quantileOf[at] = tables.get(name) ?? 0;
  });
  return { keys, quantileOf, quantiles: Int32Array.from(quantiles) };
}

/** 32 bits that depend on the node's key and a pair of runs alone (finaliser of MurmurHash3). */
function draw(key: number, pair: number): number {
  let x = Math.imul(pair, 0x9e3779b1) ^ key;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** The days that a run draws for the node at a place: two runs share a draw, ten bits each. */
export function daysDrawn(draws: Draws, at: number, run: number): number {
  const bits = draw(cell(draws.keys, at), run >> 1);
  return cell(
    draws.quantiles,
    cell(draws.quantileOf, at) + ((run & 1) === 0 ? bits >>> 22 : (bits >>> 6) & 1023),
  );
}

/** A node that the common kernel plans: no flags, and at least a day of work. */
function isPlain(plan: Plan, draws: Draws, at: number): boolean {
  return (
    (cell(plan.flags, at) & ~nodeFlags.codedOut) === 0 &&
    cell(draws.quantiles, cell(draws.quantileOf, at)) > 0
  );
}

/** All that a forecast goes over, in one memory (see heap.ts). */
function blockOf(plan: Plan, draws: Draws) {
  const anyStart = plan.inCode.some((code) => (code & ruleBits.fromStart) !== 0);
  return heapOf({
    before: plan.tables.before,
    day: plan.tables.day,
    quantiles: draws.quantiles,
    /** By place and lane; one more place, which never binds, stands in for a predecessor that is not there. */
    finish: new Int32Array((plan.nodes + 1) * lanes).fill(noFloor),
    /** By place and lane; empty when no edge asks for a start. */
    start: new Int32Array(anyStart ? plan.nodes * lanes : 0),
    /** Scratch of one node with more than three predecessors: the latest finishes of all but its last two. */
    bounds: new Int32Array(lanes),
  });
}

type Block = ReturnType<typeof blockOf>;

/** Writes for every lane the later of two rows. */
function latestOf(cells: Int32Array, out: number, a: number, b: number): void {
  for (let lane = 0; lane < lanes; lane++)
    cells[out + lane] = later(cell(cells, a + lane), cell(cells, b + lane));
}

/**
 * One node in all lanes: the greatest finish before it, then as many working days as are drawn. The last three
 * predecessors are read where the days are drawn, so that most nodes need no pass of their own over them.
 */
function planLanes(plan: Plan, draws: Draws, block: Block, at: number, first: number): void {
  const { cells, at: columns } = block;
  const { bounds, finish } = columns;
  const { inFrom } = plan;
  const floor = cell(plan.startFloor, at);
  const none = finish + plan.nodes * lanes;
  const end = cell(plan.in.row, at + 1);
  let slot = cell(plan.in.row, at);
  let a = slot < end ? finish + cell(inFrom, slot++) * lanes : none;
  for (; end - slot > 2; slot++, a = bounds) latestOf(cells, bounds, a, finish + cell(inFrom, slot) * lanes);
  const b = slot < end ? finish + cell(inFrom, slot) * lanes : none;
  const c = slot + 1 < end ? finish + cell(inFrom, slot + 1) * lanes : none;
  const base = cell(plan.calendar, at) * plan.tables.stride;
  const before = columns.before + base;
  const day = columns.day + base;
  const lastDay = day - 1;
  const quantile = columns.quantiles + cell(draws.quantileOf, at);
  const key = cell(draws.keys, at);
  const out = finish + at * lanes;
  for (let lane = 0; lane < lanes; lane += 2) {
    const one = later(floor, cell(cells, a + lane));
    const two = later(floor, cell(cells, a + lane + 1));
    const bits = draw(key, (first + lane) >> 1);
    const early = later(one, later(cell(cells, b + lane), cell(cells, c + lane)));
    const late = later(two, later(cell(cells, b + lane + 1), cell(cells, c + lane + 1)));
    const days = cell(cells, quantile + (bits >>> 22));
    const others = cell(cells, quantile + ((bits >>> 6) & 1023));
    cells[out + lane] = cell(cells, lastDay + cell(cells, before + early) + days) + 1;
    cells[out + lane + 1] = cell(cells, lastDay + cell(cells, before + late) + others) + 1;
  }
  if (block.views.start.length > 0) putStarts(block, floor, [a, b, c], before, day, at);
}

/** Start dates of a node's lanes, for networks in which some edge asks for a start. */
function putStarts(
  { cells, at }: Block,
  floor: number,
  [a, b, c]: readonly [number, number, number],
  before: number,
  day: number,
  place: number,
): void {
  for (let lane = 0; lane < lanes; lane++) {
    const soonest = later(floor, cell(cells, a + lane));
    const bound = later(soonest, later(cell(cells, b + lane), cell(cells, c + lane)));
    cells[at.start + place * lanes + lane] = cell(cells, day + cell(cells, before + bound));
  }
}

/** Any other node, lane by lane, by the planner itself: the columns of its predecessors are lent from the lane. */
function planOneByOne(plan: Plan, draws: Draws, block: Block, at: number, first: number): void {
  const { start, finish } = block.views;
  const [days, flags] = [cell(plan.duration, at), cell(plan.flags, at)];
  for (let lane = 0; lane < lanes; lane++) {
    for (let slot = cell(plan.in.row, at); slot < cell(plan.in.row, at + 1); slot++) {
      const from = cell(plan.inFrom, slot);
      if (start.length > 0) plan.earlyStart[from] = cell(start, from * lanes + lane);
      plan.earlyFinish[from] = cell(finish, from * lanes + lane);
    }
    plan.duration[at] = daysDrawn(draws, at, first + lane);
    plan.flags[at] = (flags & ~nodeFlags.moment) | (plan.duration[at] === 0 ? nodeFlags.moment : 0);
    planForward(plan, at, at + 1);
    if (start.length > 0) start[at * lanes + lane] = cell(plan.earlyStart, at);
    finish[at * lanes + lane] = cell(plan.earlyFinish, at);
  }
  plan.duration[at] = days;
  plan.flags[at] = flags;
}

/**
 * The finish boundaries of the whole, one per run, and of the watched places. The plan's tables must reach past every
 * finish that can be drawn (`layOutFor`); its earliest dates are overwritten.
 */
export function drawFinishes(plan: Plan, draws: Draws, runs: number, watch: readonly number[]): Int32Array[] {
  const results = [0, ...watch].map(() => new Int32Array(runs));
  const [whole = new Int32Array(0), ...watched] = results;
  const block = blockOf(plan, draws);
  const { finish } = block.views;
  const plain = Uint8Array.from({ length: plan.nodes }, (_, at) => (isPlain(plan, draws, at) ? 1 : 0));
  const ends = lastPlaces(plan);
  for (let first = 0; first < runs; first += lanes) {
    for (let at = 0; at < plan.nodes; at++) {
      if (plain[at] === 1) planLanes(plan, draws, block, at, first);
      else planOneByOne(plan, draws, block, at, first);
    }
    latest(finish, ends, whole, first);
    watched.forEach((column, index) => {
      const at = (watch[index] ?? 0) * lanes;
      column.set(finish.subarray(at, at + Math.min(lanes, runs - first)), first);
    });
  }
  return results;
}

/** Places that may finish last: a node that another one follows, finish to start without lag, never does alone. */
function lastPlaces(plan: Plan): number[] {
  const ends: number[] = [];
  for (let at = 0; at < plan.nodes; at++) {
    let followed = false;
    for (let slot = cell(plan.out.row, at); slot < cell(plan.out.row, at + 1); slot++) {
      const begun = (cell(plan.flags, cell(plan.outTo, slot)) & nodeFlags.started) !== 0;
      followed ||= cell(plan.outCode, slot) === 0 && !begun;
    }
    if (!followed) ends.push(at);
  }
  return ends;
}

/** The latest finish of each lane. */
function latest(finish: Int32Array, ends: readonly number[], whole: Int32Array, first: number): void {
  const best = new Int32Array(lanes).fill(noFloor);
  for (const at of ends) {
    for (let lane = 0; lane < lanes; lane++) {
      best[lane] = later(cell(best, lane), cell(finish, at * lanes + lane));
    }
  }
  whole.set(best.subarray(0, whole.length - first), first);
}

/** A layout whose tables reach past the finish when every range takes its high value. Null when there is a cycle. */
export function layOutFor(network: Network): Plan | null {
  const high = (node: NetworkNode) => rangeOf(node)?.high ?? node.duration;
  const worst = layOut({
    ...network,
    nodes: network.nodes.map((node) => ({ ...node, duration: high(node) })),
  });
  if (worst === null) return null;
  planForward(worst, 0, worst.nodes);
  return layOut(network, finishOf(worst) + 8);
}
