import { dayOf } from "../calendar/civil-day.ts";
import { cell, nodeFlags, vagueBits } from "./cells.ts";
import { finishDate, nameOf, nodeAt, startDate } from "./dates.ts";
import { countBefore } from "./day-tables.ts";
import { driverOf, type Side } from "./driving.ts";
import { boundOf } from "./forward.ts";
import type { DayUnit, EdgeKind, EdgeType } from "./network.ts";
import { typeOfKind } from "./network.ts";
import type { Schedule } from "./schedule.ts";

/** One step of an explanation. Names and dates are data; the words are in messages.ts. Days are working days. */
export type Reason =
  | { code: "late"; node: string; promised: string; forecast: string; days: number }
  | { code: "late-at-least"; node: string; promised: string; forecast: string; days: number }
  | { code: "in-time"; node: string; promised: string; forecast: string }
  | { code: "no-promise"; node: string; forecast: string }
  | { code: "no-promise-unknown"; node: string; atLeast: string }
  | {
      code: "waits";
      node: string;
      for: string;
      kind: EdgeKind;
      type: EdgeType;
      lag: number;
      lagUnit: DayUnit;
      /** The day that the edge asks for: a start not before it, or a finish not before its end. */
      until: string;
      document: string | null;
    }
  | { code: "takes"; node: string; days: number; from: string; to: string }
  | { code: "duration-unknown"; node: string }
  | { code: "no-report"; node: string; since: string }
  | { code: "under-way"; node: string; since: string; left: number }
  | { code: "done"; node: string; on: string }
  | { code: "not-before"; node: string; date: string }
  | { code: "as-of"; node: string; date: string }
  | { code: "plan-begins"; node: string; date: string };

function indexOfNode(schedule: Schedule, id: string): number {
  const index = schedule.plan.network.nodes.findIndex((node) => node.id === id);
  if (index < 0) throw new RangeError(`the network has no node "${id}"`);
  return index;
}

function promiseReason(schedule: Schedule, index: number): Reason {
  const { plan } = schedule;
  const at = cell(plan.place, index);
  const data = nodeAt(plan.network, index);
  const node = nameOf(data);
  const forecast = finishDate(schedule, cell(plan.earlyFinish, at));
  const vague = (cell(plan.earlyVague, at) & vagueBits.earlyFinish) !== 0;
  const { promised } = data;
  if (promised === undefined)
    return vague
      ? { code: "no-promise-unknown", node, atLeast: forecast }
      : { code: "no-promise", node, forecast };
  const calendar = cell(plan.calendar, at);
  const before = (time: number) => countBefore(plan.tables, calendar, time);
  const days = before(cell(plan.earlyFinish, at)) - before(dayOf(promised) + 1 - plan.tables.origin);
  if (days > 0) return { code: vague ? "late-at-least" : "late", node, promised, forecast, days };
  return vague
    ? { code: "no-promise-unknown", node, atLeast: forecast }
    : { code: "in-time", node, promised, forecast };
}

/** What a node itself adds to the chain: its work, or that nobody knows how long it takes. */
function ownReasons(schedule: Schedule, index: number): Reason[] {
  const { plan } = schedule;
  const at = cell(plan.place, index);
  const data = nodeAt(plan.network, index);
  const flags = cell(plan.flags, at);
  const node = nameOf(data);
  const reasons: Reason[] = [];
  const from = startDate(schedule, cell(plan.earlyStart, at));
  const to = finishDate(schedule, cell(plan.earlyFinish, at));
  if ((flags & nodeFlags.finished) !== 0) return [{ code: "done", node, on: to }];
  const days = cell(plan.duration, at);
  if ((flags & nodeFlags.unknown) !== 0) reasons.push({ code: "duration-unknown", node });
  else if ((flags & nodeFlags.started) !== 0)
    reasons.push({ code: "under-way", node, since: from, left: days });
  else if (days > 0) reasons.push({ code: "takes", node, days, from, to });
  if (data.noReportSince !== undefined) reasons.push({ code: "no-report", node, since: data.noReportSince });
  return reasons;
}

/** What begins a chain: a date of the node, the day of the report, or the plan. */
function beginning(schedule: Schedule, index: number): Reason[] {
  const { network } = schedule.plan;
  const data = nodeAt(network, index);
  const node = nameOf(data);
  if (data.actualStart !== undefined || data.actualFinish !== undefined) return [];
  const dates = [data.startNoEarlierThan, data.finishNoEarlierThan].flatMap((date) =>
    date === undefined ? [] : [date],
  );
  const last = dates.toSorted().at(-1);
  const floor = network.asOf !== undefined && network.asOf >= network.start ? network.asOf : network.start;
  if (last !== undefined && last > floor) return [{ code: "not-before", node, date: last }];
  return floor === network.start
    ? [{ code: "plan-begins", node, date: floor }]
    : [{ code: "as-of", node, date: floor }];
}

function waitReason(schedule: Schedule, edge: number): Reason & { code: "waits" } {
  const { plan } = schedule;
  const data = plan.network.edges[edge];
  if (data === undefined) throw new RangeError(`the network has no edge ${edge}`);
  const at = cell(plan.place, indexOfNode(schedule, data.to));
  let slot = cell(plan.in.row, at);
  while (cell(plan.in.edge, slot) !== edge) slot++;
  const bound = boundOf(plan, at, cell(plan.inFrom, slot), cell(plan.inCode, slot));
  const type = data.type ?? typeOfKind[data.kind];
  const nodes = new Map(plan.network.nodes.map((node) => [node.id, node]));
  return {
    code: "waits",
    node: nameOf(nodes.get(data.to)),
    for: nameOf(nodes.get(data.from)),
    kind: data.kind,
    type,
    lag: data.lag ?? 0,
    lagUnit: data.lagUnit ?? "working-day",
    until: type.endsWith("S") ? startDate(schedule, bound) : finishDate(schedule, bound),
    document: data.document ?? null,
  };
}

/** Why a node ends when it does, against what was promised: the driving chain as reasons, from the node back. */
export function whyLate(schedule: Schedule, id: string): Reason[] {
  const { plan } = schedule;
  const reasons = [promiseReason(schedule, indexOfNode(schedule, id))];
  let at = cell(plan.place, indexOfNode(schedule, id));
  for (let side: Side = "finish"; ; ) {
    const index = cell(plan.order, at);
    const edge = driverOf(plan, at, side);
    const waiting =
      edge !== null && plan.network.edges[edge]?.kind === "parallel" && driverOf(plan, at, "start") !== edge;
    // A chain through the start of a node, or through a finish that waits, owes nothing to how long it takes.
    if (side === "finish")
      reasons.push(...ownReasons(schedule, index).filter(({ code }) => !waiting || code !== "takes"));
    if (edge === null) return [...reasons, ...beginning(schedule, index)];
    const reason = waitReason(schedule, edge);
    reasons.push(reason);
    side = reason.type.startsWith("S") ? "start" : "finish";
    at = cell(plan.place, indexOfNode(schedule, plan.network.edges[edge]?.from ?? ""));
  }
}

/** One node that waits for another, by the fewest edges, and those edges as reasons. */
export interface Blocked {
  id: string;
  steps: number;
  chain: (Reason & { code: "waits" })[];
}

/** Everything that waits for a node and is not done, nearest first: the shortest chain of reasons to each. */
export function whatBlocks(schedule: Schedule, id: string, most = 1000): Blocked[] {
  const { plan } = schedule;
  const start = cell(plan.place, indexOfNode(schedule, id));
  const reachedBy = new Map<number, { from: number; edge: number; steps: number }>();
  const queue = [start];
  for (let head = 0; head < queue.length && reachedBy.size < most; head++) {
    const at = queue[head] ?? start;
    for (let slot = cell(plan.out.row, at); slot < cell(plan.out.row, at + 1); slot++) {
      const to = cell(plan.outTo, slot);
      if (to === start || reachedBy.has(to) || (cell(plan.flags, to) & nodeFlags.finished) !== 0) continue;
      reachedBy.set(to, {
        from: at,
        edge: cell(plan.out.edge, slot),
        steps: (reachedBy.get(at)?.steps ?? 0) + 1,
      });
      queue.push(to);
    }
  }
  return [...reachedBy].slice(0, most).map(([at, { steps }]) => {
    const chain: (Reason & { code: "waits" })[] = [];
    for (let way = reachedBy.get(at); way !== undefined; way = reachedBy.get(way.from))
      chain.push(waitReason(schedule, way.edge));
    return { id: nodeAt(plan.network, cell(plan.order, at)).id, steps, chain: chain.toReversed() };
  });
}
