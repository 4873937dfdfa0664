import { cell } from "./cells.ts";
import { finishDate, type PlannedDate, plannedNode } from "./dates.ts";
import { countBefore } from "./day-tables.ts";
import { drivingChain, lastNode } from "./driving.ts";
import type { Network, NetworkEdge, NetworkNode } from "./network.ts";
import { type Schedule, scheduleOf } from "./schedule.ts";

/** One change on a branch of a plan. Nodes and edges are named as in the network. */
export type Change =
  | { kind: "node"; id: string; set: Partial<Omit<NetworkNode, "id">> }
  | { kind: "add-node"; node: NetworkNode }
  | { kind: "remove-node"; id: string }
  | { kind: "add-edge"; edge: NetworkEdge }
  | { kind: "remove-edge"; from: string; to: string };

export interface NodeDifference {
  id: string;
  finish: { before: PlannedDate | null; after: PlannedDate | null };
  /** Working days of the node's own calendar, positive when later; null when it was added or removed. */
  later: number | null;
  critical: { before: boolean; after: boolean };
}

/** Two plans side by side: only what differs. */
export interface Difference {
  finish: { before: PlannedDate; after: PlannedDate };
  /** Calendar days by which the whole ends later; negative when earlier. */
  later: number;
  nodes: NodeDifference[];
  drivingChain: { before: string[]; after: string[] };
}

/** The network with the changes made, in order; the original stays. Throws RangeError for a name that is not there. */
export function branchOf(network: Network, changes: readonly Change[]): Network {
  let { nodes, edges } = network;
  for (const change of changes) {
    if (change.kind === "add-node") nodes = [...nodes, change.node];
    else if (change.kind === "add-edge") edges = [...edges, change.edge];
    else if (change.kind === "remove-edge") {
      const rest = edges.filter((edge) => edge.from !== change.from || edge.to !== change.to);
      if (rest.length === edges.length)
        throw new RangeError(`there is no edge "${change.from}" → "${change.to}"`);
      edges = rest;
    } else {
      if (!nodes.some((node) => node.id === change.id))
        throw new RangeError(`there is no node "${change.id}"`);
      if (change.kind === "node")
        nodes = nodes.map((node) => (node.id === change.id ? { ...node, ...change.set } : node));
      else {
        nodes = nodes.filter((node) => node.id !== change.id);
        edges = edges.filter((edge) => edge.from !== change.id && edge.to !== change.id);
      }
    }
  }
  return { ...network, nodes, edges };
}

function wholeFinish(schedule: Schedule): PlannedDate {
  return { date: finishDate(schedule, schedule.finish), is: schedule.finishVague ? "at-least" : "known" };
}

function chainOf({ plan }: Schedule): string[] {
  return drivingChain(plan, lastNode(plan), "finish").map(({ node }) => plan.network.nodes[node]?.id ?? "");
}

interface Side {
  schedule: Schedule;
  index: number;
}

function nodeDifference(id: string, before: Side | null, after: Side | null): NodeDifference | null {
  const [old, now] = [before, after].map((side) =>
    side === null ? null : plannedNode(side.schedule, side.index),
  );
  const finish = { before: old?.earliest.finish ?? null, after: now?.earliest.finish ?? null };
  const critical = { before: old?.critical ?? false, after: now?.critical ?? false };
  const later = before !== null && after !== null ? laterBy(before, after) : null;
  const same = later === 0 && critical.before === critical.after && finish.before?.is === finish.after?.is;
  return same && finish.before?.date === finish.after?.date ? null : { id, finish, later, critical };
}

function laterBy(before: Side, after: Side): number {
  const finish = ({ schedule: { plan }, index }: Side) => cell(plan.earlyFinish, cell(plan.place, index));
  const { plan } = after.schedule;
  const shifted = finish(before) + before.schedule.plan.tables.origin - plan.tables.origin;
  const calendar = cell(plan.calendar, cell(plan.place, after.index));
  return countBefore(plan.tables, calendar, finish(after)) - countBefore(plan.tables, calendar, shifted);
}

/** What a branch changes, on one screen. Null when the branch has a cycle; the base network must have none. */
export function whatIf(
  base: Schedule,
  changes: readonly Change[],
): { branch: Schedule; difference: Difference } | null {
  const branch = scheduleOf(branchOf(base.plan.network, changes));
  if (branch === null) return null;
  const indexes = ({ plan }: Schedule) => new Map(plan.network.nodes.map((node, index) => [node.id, index]));
  const [old, now] = [indexes(base), indexes(branch)];
  const nodes = [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const side = (schedule: Schedule, index: number | undefined) =>
      index === undefined ? null : { schedule, index };
    return nodeDifference(id, side(base, old.get(id)), side(branch, now.get(id))) ?? [];
  });
  const origins = branch.plan.tables.origin - base.plan.tables.origin;
  const difference = {
    finish: { before: wholeFinish(base), after: wholeFinish(branch) },
    later: branch.finish + origins - base.finish,
    nodes,
    drivingChain: { before: chainOf(base), after: chainOf(branch) },
  };
  return { branch, difference };
}

/** What moves, and by how much, when a node takes `days` working days longer: its blast radius. */
export function blastRadius(base: Schedule, id: string, days: number): Difference | null {
  const node = base.plan.network.nodes.find((one) => one.id === id);
  if (node === undefined) throw new RangeError(`there is no node "${id}"`);
  const at = cell(base.plan.place, base.plan.network.nodes.indexOf(node));
  const set =
    node.actualStart === undefined
      ? { duration: cell(base.plan.duration, at) + days }
      : { remaining: cell(base.plan.duration, at) + days };
  return whatIf(base, [{ kind: "node", id, set }])?.difference ?? null;
}
