import { dayOf } from "../calendar/civil-day.ts";
import { cell, edgeFlags, noCeiling, nodeFlags, noFloor, ruleBits } from "./cells.ts";
import { countBefore, type DayTables, dayTables } from "./day-tables.ts";
import { heapOf } from "./heap.ts";
import { everyDay, type Network, type NetworkEdge, type NetworkNode, typeOfKind } from "./network.ts";
import { type Rows, rowsBy, topologicalOrder } from "./topology.ts";

/**
 * A network laid out for planning. Nodes are numbered by `place` in topological order; all tables but `place` and
 * `order` are by place. Times are boundaries from the tables' origin (see DayTables).
 */
export interface Plan {
  network: Network;
  tables: DayTables;
  nodes: number;
  /** The node (index in the network) at each place, and the place of each node. */
  order: Int32Array;
  place: Int32Array;
  /** The memory of the hot columns, and where each begins; the columns below are views of it. */
  heap: Int32Array;
  at: ReturnType<typeof hotColumns>["at"];
  calendar: Int32Array;
  /** Working days on the node's calendar; of work under way what remains; 0 when unknown. */
  duration: Int32Array;
  flags: Int32Array;
  startFloor: Int32Array;
  finishFloor: Int32Array;
  startCeiling: Int32Array;
  finishCeiling: Int32Array;
  /** Actual start of nodes that are started, actual finish of those finished. */
  factStart: Int32Array;
  factFinish: Int32Array;
  /** Nodes with an unknown duration; without any, nothing can be vague. */
  unknowns: number;
  /** Incoming edges by place: place of the predecessor and code of each slot. */
  in: Rows;
  inFrom: Int32Array;
  inCode: Int32Array;
  /** Outgoing edges by place: place of the successor and code of each slot. */
  out: Rows;
  outTo: Int32Array;
  outCode: Int32Array;
  /** Imposed finish of the whole, or noCeiling. */
  finishBy: number;
  earlyStart: Int32Array;
  earlyFinish: Int32Array;
  earlyVague: Int32Array;
  lateStart: Int32Array;
  lateFinish: Int32Array;
  lateVague: Int32Array;
}

const rules = { FS: 0, SS: 1, FF: 2, SF: 3 } as const;

/** The code of an edge; see cells.ts. */
export function codeOf(edge: NetworkEdge): number {
  const rule = rules[edge.type ?? typeOfKind[edge.kind]];
  const finish = (rule & ruleBits.toFinish) !== 0;
  const hold = edge.kind === "parallel" && finish ? ruleBits.hold : 0;
  const working = (edge.lag ?? 0) !== 0 && edge.lagUnit !== "day" ? ruleBits.working : 0;
  return (edge.lag ?? 0) * 16 + rule + hold + working;
}

/** The days a plan counts with: a range by its likely value, unknown as none. */
export function daysOf(node: NetworkNode): number {
  const { duration } = node;
  if (duration === null) return 0;
  return typeof duration === "number" ? duration : duration.likely;
}

/** All dates of the network, as civil days. */
function datesOf(network: Network): number[] {
  const days = [network.start, network.finishBy, network.asOf];
  for (const node of network.nodes) {
    days.push(
      node.startNoEarlierThan,
      node.finishNoEarlierThan,
      node.startNoLaterThan,
      node.finishNoLaterThan,
    );
    days.push(node.actualStart, node.actualFinish);
  }
  return days.flatMap((day) => (day === undefined ? [] : [dayOf(day)]));
}

/** Days beyond which the tables need not reach: what all work takes one after the other, at most forty-five years. */
function reachOf(network: Network, longest: number): number {
  let days = 28;
  for (const node of network.nodes) days += 2 * daysOf(node);
  for (const edge of network.edges) days += 2 * Math.abs(edge.lag ?? 0);
  return Math.max(longest, Math.min(days, 16_384));
}

function tablesFor(network: Network, reach: number): DayTables {
  let [first, last] = [dayOf(network.start), dayOf(network.start)];
  for (const day of datesOf(network)) [first, last] = [Math.min(first, day), Math.max(last, day)];
  return dayTables(network.calendars, first, last + reachOf(network, reach));
}

/** The tables' index of the calendar on which a node counts. */
export function indexOfCalendar(network: Network): (node: NetworkNode) => number {
  const indexes = new Map(network.calendars.map((calendar, index) => [calendar.id, index]));
  const all = network.calendars.length;
  indexes.set(everyDay, all);
  const ordinary = all === 0 ? all : 0;
  return (node) => {
    if (node.unit === "day") return all;
    return node.calendar === undefined ? ordinary : (indexes.get(node.calendar) ?? ordinary);
  };
}

/** Floors, ceilings, duration and facts of the node at a place. */
export function layNode(plan: Plan, at: number, node: NetworkNode): void {
  const { tables } = plan;
  const boundary = (day: string | undefined, after: number, none: number) =>
    day === undefined ? none : dayOf(day) + after - tables.origin;
  const { network } = plan;
  const begun = network.asOf === undefined ? noFloor : boundary(network.asOf, 1, noFloor);
  const started = node.actualStart !== undefined || node.actualFinish !== undefined;
  const floor = Math.max(boundary(network.start, 0, 0), begun, boundary(node.startNoEarlierThan, 0, noFloor));
  plan.startFloor[at] = started ? begun : floor;
  plan.finishFloor[at] = boundary(node.finishNoEarlierThan, 1, noFloor);
  plan.startCeiling[at] = boundary(node.startNoLaterThan, 0, noCeiling);
  plan.finishCeiling[at] = boundary(node.finishNoLaterThan, 1, noCeiling);
  plan.factFinish[at] = boundary(node.actualFinish, 1, noFloor);
  plan.factStart[at] = boundary(node.actualStart ?? node.actualFinish, 0, noFloor);
  plan.duration[at] = started ? (node.remaining ?? remainingOf(plan, at, node, begun)) : daysOf(node);
  layFlags(plan, at, node);
}

function layFlags(plan: Plan, at: number, node: NetworkNode): void {
  const unknown = node.duration === null && node.remaining === undefined;
  const dated = node.finishNoEarlierThan !== undefined || node.startNoLaterThan !== undefined;
  const held = cell(plan.flags, at);
  plan.unknowns += (unknown ? 1 : 0) - (held & nodeFlags.unknown);
  plan.flags[at] =
    (held & edgeFlags) |
    (unknown ? nodeFlags.unknown : 0) |
    (node.actualStart !== undefined || node.actualFinish !== undefined ? nodeFlags.started : 0) |
    (node.actualFinish === undefined ? 0 : nodeFlags.finished) |
    (dated ? nodeFlags.dated : 0) |
    (plan.duration[at] === 0 ? nodeFlags.moment : 0);
}

/** What is left of work under way: its days less those since it began, at least one (it is not reported finished). */
function remainingOf(plan: Plan, at: number, node: NetworkNode, begun: number): number {
  if (node.duration === null) return 0;
  const calendar = plan.calendar[at] ?? 0;
  const gone =
    countBefore(plan.tables, calendar, begun) - countBefore(plan.tables, calendar, plan.factStart[at] ?? 0);
  return daysOf(node) === 0 ? 0 : Math.max(1, daysOf(node) - gone);
}

/** The flags that a node has from its edges as they are now. */
export function edgeFlagsOf(plan: Plan, at: number): number {
  let flags = 0;
  for (let slot = cell(plan.in.row, at); slot < cell(plan.in.row, at + 1); slot++) {
    const code = cell(plan.inCode, slot);
    if (code !== 0) flags |= nodeFlags.coded;
    if ((code & ruleBits.hold) !== 0) flags |= nodeFlags.wait;
  }
  for (let slot = cell(plan.out.row, at); slot < cell(plan.out.row, at + 1); slot++) {
    if (cell(plan.outCode, slot) !== 0) flags |= nodeFlags.codedOut;
  }
  return flags;
}

/** The two ends of every edge as node indexes. */
export function endsOf(network: Network): { from: Int32Array; to: Int32Array } {
  const indexes = new Map(network.nodes.map((node, index) => [node.id, index]));
  const find = (id: string) => indexes.get(id) ?? 0; // readNetwork refuses unknown ids
  return {
    from: Int32Array.from(network.edges, (edge) => find(edge.from)),
    to: Int32Array.from(network.edges, (edge) => find(edge.to)),
  };
}

/** The columns that the passes go over, in one memory (see heap.ts). */
function hotColumns(
  nodes: number,
  tables: DayTables,
  incoming: Rows,
  outgoing: Rows,
  from: Int32Array,
  to: Int32Array,
) {
  const column = () => new Int32Array(nodes);
  return heapOf({
    before: tables.before,
    day: tables.day,
    count: tables.count,
    tailWeek: tables.tailWeek,
    inRow: incoming.row,
    inFrom: incoming.edge.map((edge) => cell(from, edge)),
    outRow: outgoing.row,
    outTo: outgoing.edge.map((edge) => cell(to, edge)),
    flags: column(),
    calendar: column(),
    duration: column(),
    startFloor: column(),
    finishCeiling: column(),
    earlyStart: column(),
    earlyFinish: column(),
    earlyVague: column(),
    lateStart: column(),
    lateFinish: column(),
    lateVague: column(),
  });
}

/**
 * Lays out a network that `networkProblems` finds no fault in; null when it has a cycle (ask `shortestCycle`).
 * `reach`: days that the tables cover at least; beyond them every week is an ordinary one. Nothing is planned yet.
 */
export function layOut(network: Network, reach = 0): Plan | null {
  const nodes = network.nodes.length;
  const ends = endsOf(network);
  const order = topologicalOrder(nodes, ends.from, ends.to);
  if (order === null) return null;
  const place = new Int32Array(nodes);
  order.forEach((node, at) => (place[node] = at));
  const from = ends.from.map((node) => cell(place, node));
  const to = ends.to.map((node) => cell(place, node));
  const codes = Int32Array.from(network.edges, codeOf);
  const [incoming, outgoing] = [rowsBy(to, nodes), rowsBy(from, nodes)];
  const column = () => new Int32Array(nodes);
  const tables = tablesFor(network, reach);
  const heap = hotColumns(nodes, tables, incoming, outgoing, from, to);
  const { before, day, count, tailWeek, inRow, outRow, ...columns } = heap.views;
  const plan: Plan = {
    network,
    tables: { ...tables, before, day, count, tailWeek },
    nodes,
    order,
    place,
    heap: heap.cells,
    at: heap.at,
    ...columns,
    finishFloor: column(),
    startCeiling: column(),
    factStart: column(),
    factFinish: column(),
    unknowns: 0,
    in: { ...incoming, row: inRow },
    inCode: incoming.edge.map((edge) => cell(codes, edge)),
    out: { ...outgoing, row: outRow },
    outCode: outgoing.edge.map((edge) => cell(codes, edge)),
    finishBy: network.finishBy === undefined ? noCeiling : dayOf(network.finishBy) + 1 - tables.origin,
  };
  const calendarOf = indexOfCalendar(network);
  for (let at = 0; at < nodes; at++) plan.flags[at] = edgeFlagsOf(plan, at);
  network.nodes.forEach((node, index) => {
    const at = cell(place, index);
    plan.calendar[at] = calendarOf(node);
    layNode(plan, at, node);
  });
  return plan;
}
