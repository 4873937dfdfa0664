import { planBackward } from "./backward.ts";
import { cell, edgeFlags, noCeiling, nodeFlags, vagueBits } from "./cells.ts";
import { type Dirty, dirtySet, mark, markFirst, takeHighest, takeLowest } from "./dirty.ts";
import { finishOf, planForward } from "./forward.ts";
import type { NetworkEdge, NetworkNode } from "./network.ts";
import { codeOf, edgeFlagsOf, indexOfCalendar, layNode, type Plan } from "./plan.ts";
import { planAll, planLatest, type Schedule } from "./schedule.ts";

/**
 * A schedule that is kept up to date through single edits. Earliest dates are right after every edit; latest dates
 * and floats after `bringLatest`. Edges and nodes are not added or removed: that is a new layout.
 */
export interface Live {
  schedule: Schedule;
  nodes: NetworkNode[];
  edges: NetworkEdge[];
  /** Places whose finish is vague; the whole is while there is one. */
  vagueFinishes: number;
  /** The node that held the finish has moved earlier: look for it anew. */
  finishStale: boolean;
  early: Dirty;
  late: Dirty;
  /** The finish from which the latest dates were counted. */
  latestFrom: { finish: number; vague: boolean };
  /** Places that the last edit recomputed forward: its cost. */
  touched: number;
}

/** Takes over a plan that is laid out: its network is copied, the plan itself is changed in place from now on. */
export function live(plan: Plan): Live {
  const [nodes, edges] = [[...plan.network.nodes], [...plan.network.edges]];
  plan.network = { ...plan.network, nodes, edges };
  const schedule = planAll(plan);
  let vagueFinishes = 0;
  for (let at = 0; at < plan.nodes; at++) if (finishVagueAt(plan, at)) vagueFinishes++;
  return {
    schedule,
    nodes,
    edges,
    vagueFinishes,
    finishStale: false,
    early: dirtySet(plan.nodes),
    late: dirtySet(plan.nodes),
    latestFrom: { finish: schedule.finish, vague: schedule.finishVague },
    touched: 0,
  };
}

function finishVagueAt(plan: Plan, at: number): boolean {
  return (cell(plan.earlyVague, at) & vagueBits.earlyFinish) !== 0;
}

function markLate(state: Live, at: number): void {
  markFirst(state.late, at, false);
}

/** Plans what is marked, and after it only what has changed, in topological order. */
function propagate(state: Live): void {
  const { plan } = state.schedule;
  const { early } = state;
  state.touched = 0;
  while (early.count > 0) {
    const at = takeLowest(early);
    state.touched++;
    const [start, finish, vague] = [
      cell(plan.earlyStart, at),
      cell(plan.earlyFinish, at),
      cell(plan.earlyVague, at),
    ];
    planForward(plan, at, at + 1);
    const end = cell(plan.earlyFinish, at);
    const nowVague = cell(plan.earlyVague, at);
    if (end === finish && cell(plan.earlyStart, at) === start && nowVague === vague) continue;
    state.vagueFinishes +=
      ((nowVague & vagueBits.earlyFinish) - (vague & vagueBits.earlyFinish)) / vagueBits.earlyFinish;
    if (end > state.schedule.finish) state.schedule.finish = end;
    else if (finish === state.schedule.finish && end < finish) state.finishStale = true;
    for (let slot = cell(plan.out.row, at); slot < cell(plan.out.row, at + 1); slot++) {
      mark(early, cell(plan.outTo, slot));
    }
  }
}

function settle(state: Live, at: number): void {
  markFirst(state.early, at, true);
  propagate(state);
  if (state.finishStale) {
    state.schedule.finish = finishOf(state.schedule.plan);
    state.finishStale = false;
  }
  state.schedule.finishVague = state.vagueFinishes > 0;
}

function markLateAround(state: Live, at: number): void {
  const { plan } = state.schedule;
  markLate(state, at);
  for (let slot = cell(plan.in.row, at); slot < cell(plan.in.row, at + 1); slot++)
    markLate(state, cell(plan.inFrom, slot));
}

/** Replaces a node (index in the network): duration, dates, calendar, progress. Its id stays. */
export function setNode(state: Live, node: number, data: NetworkNode): void {
  const { plan } = state.schedule;
  const at = cell(plan.place, node);
  state.nodes[node] = data;
  plan.calendar[at] = indexOfCalendar(plan.network)(data);
  layNode(plan, at, data);
  markLateAround(state, at);
  settle(state, at);
}

const begunOrUnknown = nodeFlags.unknown | nodeFlags.started | nodeFlags.finished;

/** Changes only the days of a node that is neither unknown nor begun: the commonest edit, and the cheapest. */
export function setDays(state: Live, node: number, days: number): void {
  const { plan } = state.schedule;
  const at = cell(plan.place, node);
  const data = state.nodes[node];
  if (data === undefined || (cell(plan.flags, at) & begunOrUnknown) !== 0) {
    throw new TypeError("setDays is for a node with a known duration that has not begun");
  }
  state.nodes[node] = { ...data, duration: days };
  plan.duration[at] = days;
  plan.flags[at] = (cell(plan.flags, at) & ~nodeFlags.moment) | (days === 0 ? nodeFlags.moment : 0);
  markLate(state, at);
  settle(state, at);
}

function slotOf(edges: Int32Array, row: Int32Array, at: number, edge: number): number {
  let slot = cell(row, at);
  while (cell(edges, slot) !== edge) slot++;
  return slot;
}

/** Replaces kind, type, lag of an edge (index in the network); its ends stay. */
export function setEdge(state: Live, edge: number, data: NetworkEdge): void {
  const { plan } = state.schedule;
  const old = state.edges[edge];
  const find = (id: string) =>
    cell(
      plan.place,
      state.nodes.findIndex((node) => node.id === id),
    );
  if (old === undefined || old.from !== data.from || old.to !== data.to)
    throw new TypeError("an edge keeps its ends");
  const [from, to] = [find(data.from), find(data.to)];
  state.edges[edge] = data;
  plan.inCode[slotOf(plan.in.edge, plan.in.row, to, edge)] = codeOf(data);
  plan.outCode[slotOf(plan.out.edge, plan.out.row, from, edge)] = codeOf(data);
  for (const at of [from, to]) plan.flags[at] = (cell(plan.flags, at) & ~edgeFlags) | edgeFlagsOf(plan, at);

  markLate(state, from);
  markLate(state, to);
  settle(state, to);
}

/** Brings the latest dates up to date: only what the edits touch, or all when the finish of the whole has moved. */
export function bringLatest(state: Live): void {
  const { plan, finish, finishVague } = state.schedule;
  const { late, latestFrom } = state;
  const imposed = plan.finishBy !== noCeiling;
  if (!imposed && (latestFrom.finish !== finish || latestFrom.vague !== finishVague)) {
    while (late.count > 0) takeHighest(late);
    planLatest(state.schedule);
    state.latestFrom = { finish, vague: finishVague };
    return;
  }
  const whole = imposed ? plan.finishBy : finish;
  while (late.count > 0) {
    const at = takeHighest(late);
    const [start, end, vague] = [
      cell(plan.lateStart, at),
      cell(plan.lateFinish, at),
      cell(plan.lateVague, at),
    ];
    planBackward(plan, at, at + 1, whole, !imposed && finishVague);
    if (
      start === cell(plan.lateStart, at) &&
      end === cell(plan.lateFinish, at) &&
      vague === cell(plan.lateVague, at)
    )
      continue;
    for (let slot = cell(plan.in.row, at); slot < cell(plan.in.row, at + 1); slot++)
      mark(late, cell(plan.inFrom, slot));
  }
}
