// The slow, obvious planner that the tests hold the engine against. It walks day by day over civil days, tries every
// candidate until all conditions hold, and repeats until nothing changes. It shares no code with the engine.
import {
  boundOf,
  build,
  civil,
  type Edge,
  far,
  lagged,
  type Node,
  walk,
  workingDaysIn,
} from "./naive-network.ts";
import type { Network } from "./network.ts";

export interface NaiveNode {
  start: number;
  finish: number;
  startVague: boolean;
  finishVague: boolean;
  lateStart: number;
  lateFinish: number;
  totalFloat: number;
  freeFloat: number;
}

/** Days of work that are left. */
function left(node: Node, network: Network): number {
  if (!node.started) return node.days;
  if (node.data.remaining !== undefined) return node.data.remaining;
  if (node.days === 0) return 0;
  const begun = workingDaysIn(node, civil(node.data.actualStart ?? ""), civil(network.asOf ?? "") + 1);
  return Math.max(1, node.days - begun);
}

/** Tries one day after the other until every condition on start and finish holds. */
function planEarly(node: Node, network: Network, withDates = true): void {
  const { data } = node;
  if (node.finished) {
    node.begin = civil(data.actualStart ?? data.actualFinish ?? "");
    node.end = civil(data.actualFinish ?? "") + 1;
    return;
  }
  const floors = [civil(network.start) - far];
  if (withDates && !node.started) floors.push(civil(network.start));
  if (withDates && network.asOf !== undefined) floors.push(civil(network.asOf) + 1);
  if (withDates && data.startNoEarlierThan !== undefined && !node.started)
    floors.push(civil(data.startNoEarlierThan));
  const starts = [...floors, ...node.into.filter((edge) => edge.type.endsWith("S")).map(boundOf)];
  const pushes = node.into.filter((edge) => edge.type.endsWith("F") && !edge.waits).map(boundOf);
  if (withDates && data.finishNoEarlierThan !== undefined) pushes.push(civil(data.finishNoEarlierThan) + 1);
  const waits = node.into.filter((edge) => edge.waits).map(boundOf);
  const days = left(node, network);
  const moment = node.known && days === 0;
  let start = Math.max(...starts);
  const finish = (from: number) => (moment ? from : walk(node.works, from, days));
  if (!node.known) {
    while (!node.works(start) && !node.started) start++;
    node.workBegin = start;
    node.end = Math.max(start, ...pushes, ...waits);
  } else {
    const pushing = moment ? [...pushes, ...waits] : pushes;
    const begins = (day: number) => moment || node.works(day);
    while (!begins(start) || pushing.some((time) => finish(start) < time)) start++;
    node.workBegin = start;
    node.end = finish(start);
    if (!moment) while (waits.some((time) => node.end < time) || !node.works(node.end - 1)) node.end++;
  }
  node.begin = node.started ? civil(data.actualStart ?? "") : start;
  if (!node.known) node.end = Math.max(node.end, node.begin);
}

/** Tries one day before the other until no successor would be pushed past its latest dates. */
function planLate(
  node: Node,
  network: Network,
  whole: number,
  limits: (to: Node) => { start: number; finish: number },
): { start: number; finish: number } {
  const open = node.outOf.filter((edge) => !edge.to.finished);
  const fits = (edge: Edge, time: number) => {
    const limit = limits(edge.to);
    return lagged(edge, time) <= (edge.type.endsWith("S") ? limit.start : limit.finish);
  };
  const finishFits = (time: number) =>
    time <= whole && open.every((edge) => edge.type.startsWith("S") || fits(edge, time));
  const startFits = (time: number) => open.every((edge) => edge.type.startsWith("F") || fits(edge, time));
  const days = left(node, network);
  let finish = whole;
  while (!finishFits(finish)) finish--;
  if (!node.known) {
    let start = finish;
    while (!node.works(start) || !(node.started || startFits(start))) start--;
    return { start, finish };
  }
  if (days === 0) {
    while (!node.started && !startFits(finish)) finish--;
    return { start: finish, finish };
  }
  while (!node.works(finish - 1)) finish--;
  let start = finish;
  while (!node.works(start) || walk(node.works, start, days) > finish || !(node.started || startFits(start)))
    start--;
  const waits = node.into.some((edge) => edge.waits);
  return { start, finish: waits ? finish : walk(node.works, start, days) };
}

function lateWithCeilings(node: Node, network: Network, whole: number): { start: number; finish: number } {
  const { finishNoLaterThan, startNoLaterThan } = node.data;
  const ceiling = finishNoLaterThan === undefined ? whole : Math.min(whole, civil(finishNoLaterThan) + 1);
  if (startNoLaterThan === undefined || node.started)
    return planLate(node, network, ceiling, (to) => to.late);
  // A ceiling on the start is one more successor that starts when this node starts.
  const stop: Node = { ...node, finished: false, late: { start: civil(startNoLaterThan), finish: Infinity } };
  const edge: Edge = {
    index: -1,
    data: { from: "", to: "", kind: "practical", lagUnit: "day" },
    from: node,
    to: stop,
    type: "SS",
    waits: false,
  };
  return planLate({ ...node, outOf: [...node.outOf, edge] }, network, ceiling, (to) => to.late);
}

function settle(nodes: readonly Node[], step: (node: Node) => void, read: (node: Node) => unknown): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of nodes) {
      const before = JSON.stringify(read(node));
      step(node);
      if (JSON.stringify(read(node)) !== before) changed = true;
    }
  }
}

/** Whether an end of a node depends, along any path, on something unknown. */
function vague(node: Node, end: "start" | "finish"): boolean {
  if (node.finished || (end === "start" && node.started)) return false;
  if (end === "finish" && !node.known) return true;
  const moment = node.known && node.days === 0 && (node.data.remaining ?? 0) === 0;
  return node.into.some((edge) => {
    const counts = end === "finish" || edge.type.endsWith("S") || moment || (node.known && !edge.waits);
    return counts && vague(edge.from, edge.type.startsWith("S") ? "start" : "finish");
  });
}

function freeFloat(node: Node, network: Network, whole: number): number {
  if (node.finished) return 0;
  const room = planLate(node, network, whole, (to) => ({ start: to.workBegin, finish: to.end }));
  // The free latest finish, without tying it to the start, and the start on its own.
  const alone: Node = { ...node, outOf: node.outOf.filter((edge) => edge.type.startsWith("F")) };
  const finish = planLate(alone, network, whole, (to) => ({ start: to.workBegin, finish: to.end })).finish;
  const byFinish = workingDaysIn(node, node.end, finish);
  const bound = node.outOf.some((edge) => edge.type.startsWith("S") && !edge.to.finished);
  if (!bound || node.started) return byFinish;
  const onlyStarts: Node = {
    ...node,
    outOf: node.outOf.filter((edge) => edge.type.startsWith("S")),
    known: false,
  };
  const moment = node.known && node.days === 0;
  let start = planLate(onlyStarts, network, whole + far, (to) => ({
    start: to.workBegin,
    finish: to.end,
  })).start;
  if (moment) {
    start = planLate({ ...onlyStarts, known: true, days: 0, into: [] }, network, whole + far, (to) => ({
      start: to.workBegin,
      finish: to.end,
    })).start;
  }
  return Math.min(byFinish, workingDaysIn(node, node.begin, start), room === null ? 0 : Infinity);
}

/** Earliest and latest boundaries (civil days), floats and vagueness of every node; the network must have no cycle. */
export function naivePlan(network: Network): { nodes: NaiveNode[]; finish: number } {
  const nodes = build(network);
  settle(
    nodes,
    (node) => planEarly(node, network),
    ({ begin, end }) => [begin, end],
  );
  const finish = Math.max(...nodes.map((node) => node.end));
  const whole = network.finishBy === undefined ? finish : civil(network.finishBy) + 1;
  for (const node of nodes) node.late = { start: whole + far, finish: whole + far };
  settle(
    nodes,
    (node) =>
      (node.late = node.finished
        ? { start: node.begin, finish: node.end }
        : lateWithCeilings(node, network, whole)),
    ({ late }) => late,
  );
  const results = nodes.map((node): NaiveNode => {
    const byFinish = workingDaysIn(node, node.end, node.late.finish);
    const byStart = workingDaysIn(node, node.begin, node.late.start);
    return {
      start: node.begin,
      finish: node.end,
      startVague: vague(node, "start"),
      finishVague: vague(node, "finish"),
      lateStart: node.late.start,
      lateFinish: node.late.finish,
      totalFloat: node.finished ? 0 : node.started ? byFinish : Math.min(byFinish, byStart),
      freeFloat: freeFloat(node, network, finish),
    };
  });
  return { nodes: results, finish };
}

/**
 * The edge that drives one end, found by taking each edge away in thought: the first whose own bound, alone, puts the
 * work where it is; null when a date alone does.
 */
export function naiveDriver(network: Network, index: number, side: "start" | "finish"): number | null {
  const nodes = build(network);
  settle(
    nodes,
    (node) => planEarly(node, network),
    ({ begin, end }) => [begin, end],
  );
  const node = nodes[index];
  if (node === undefined || node.finished || (side === "start" && node.started)) return null;
  const alone = (edges: Edge[], withDates = true) => {
    const copy: Node = { ...node, into: edges };
    planEarly(copy, network, withDates);
    return copy;
  };
  const full = alone(node.into);
  const moment = node.known && left(node, network) === 0;
  const work = node.into.filter((edge) => moment || edge.type.endsWith("S") || (node.known && !edge.waits));
  const held = node.into.filter((edge) => !work.includes(edge));
  if (side === "finish" && alone(work).end < full.end) {
    return held.find((edge) => alone([...work, edge]).end === full.end)?.index ?? null;
  }
  return work.find((edge) => alone([edge], false).workBegin === full.workBegin)?.index ?? null;
}
