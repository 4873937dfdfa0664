import { cell } from "./cells.ts";
import { type Rows, rowsBy } from "./topology.ts";

interface Graph {
  nodes: number;
  from: Int32Array;
  to: Int32Array;
  out: Rows;
}

/**
 * Nodes that every cycle passes: the targets of the back edges of a depth-first search, which is without recursion.
 * In a plan with a slip of the pen they are one or two.
 */
function nodesOnEveryCycle({ nodes, to, out }: Graph): number[] {
  const state = new Uint8Array(nodes); // 0 not seen, 1 on the path, 2 left
  const slot = out.row.slice(0, nodes);
  const targets = new Set<number>();
  const path: number[] = [];
  for (let root = 0; root < nodes; root++) {
    if (state[root] !== 0) continue;
    path.push(root);
    state[root] = 1;
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const at = cell(slot, node);
      if (at === cell(out.row, node + 1)) {
        state[node] = 2;
        path.pop();
        continue;
      }
      slot[node] = at + 1;
      const successor = cell(to, cell(out.edge, at));
      if (state[successor] === 1) targets.add(successor);
      else if (state[successor] === 0) {
        state[successor] = 1;
        path.push(successor);
      }
    }
  }
  return [...targets];
}

/** What a search leaves behind, so that the next one need not allocate: by which edge a node was reached, or −1. */
interface Search {
  reachedBy: Int32Array;
  queue: Int32Array;
  removed: Uint8Array;
}

function traceBack(graph: Graph, search: Search, start: number, closing: number): number[] {
  const edges = [closing];
  for (let node = cell(graph.from, closing); node !== start; ) {
    const edge = cell(search.reachedBy, node);
    edges.push(edge);
    node = cell(graph.from, edge);
  }
  return edges.toReversed();
}

/** Breadth first from `start`: the edges of a shortest cycle through it that has fewer than `below`, or null. */
function shortestThrough(graph: Graph, search: Search, start: number, below: number): number[] | null {
  const { to, out } = graph;
  const { queue, reachedBy, removed } = search;
  queue[0] = start;
  let end = 1;
  let levelEnd = 1;
  let length = 1; // of a cycle that is closed from the level at hand
  let found: number[] | null = null;
  for (let head = 0; head < end && length < below && found === null; head++) {
    const node = cell(queue, head);
    for (let slot = cell(out.row, node); slot < cell(out.row, node + 1) && found === null; slot++) {
      const edge = cell(out.edge, slot);
      const successor = cell(to, edge);
      if (successor === start) found = traceBack(graph, search, start, edge);
      else if (removed[successor] === 0 && cell(reachedBy, successor) < 0) {
        reachedBy[successor] = edge;
        queue[end++] = successor;
      }
    }
    if (head + 1 === levelEnd) {
      levelEnd = end;
      length++;
    }
  }
  for (let at = 0; at < end; at++) reachedBy[cell(queue, at)] = -1;
  return found;
}

/**
 * The edges of one shortest cycle, in order, or null when there is none. One breadth-first search for each node that
 * closes a cycle in a depth-first search, each cut off at the best length so far: linear for a plan with a few slips,
 * nodes × edges at worst.
 */
export function shortestCycle(nodes: number, from: Int32Array, to: Int32Array): number[] | null {
  const graph: Graph = { nodes, from, to, out: rowsBy(from, nodes) };
  const search: Search = {
    reachedBy: new Int32Array(nodes).fill(-1),
    queue: new Int32Array(nodes),
    removed: new Uint8Array(nodes),
  };
  let best: number[] | null = null;
  for (const start of nodesOnEveryCycle(graph)) {
    const found: number[] | null = shortestThrough(graph, search, start, best?.length ?? Infinity);
    best = found ?? best;
    search.removed[start] = 1;
  }
  return best;
}
