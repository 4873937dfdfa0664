import { cell } from "./cells.ts";

/** The edges by one of their ends: those of node i are the slots row[i] … row[i + 1] − 1. */
export interface Rows {
  row: Int32Array;
  /** Edge index of each slot; within a row in the order of the edges. */
  edge: Int32Array;
}

/** Groups the edges by `end[edge]`, keeping their order within each group. */
export function rowsBy(end: Int32Array, nodes: number): Rows {
  const row = new Int32Array(nodes + 1);
  for (let edge = 0; edge < end.length; edge++) row[cell(end, edge) + 1] = cell(row, cell(end, edge) + 1) + 1;
  for (let node = 0; node < nodes; node++) row[node + 1] = cell(row, node + 1) + cell(row, node);
  const next = row.slice(0, nodes);
  const edges = new Int32Array(end.length);
  for (let edge = 0; edge < end.length; edge++) {
    const slot = cell(next, cell(end, edge));
    edges[slot] = edge;
    next[cell(end, edge)] = slot + 1;
  }
  return { row, edge: edges };
}

/**
 * Nodes in an order in which every edge points forward, or null when there is a cycle. Deterministic: nodes come in
 * the order in which their last predecessor comes (Kahn, with a queue), no recursion.
 */
export function topologicalOrder(nodes: number, from: Int32Array, to: Int32Array): Int32Array | null {
  const out = rowsBy(from, nodes);
  const waiting = new Int32Array(nodes);
  for (let edge = 0; edge < to.length; edge++) waiting[cell(to, edge)] = cell(waiting, cell(to, edge)) + 1;
  const order = new Int32Array(nodes);
  let end = 0;
  for (let node = 0; node < nodes; node++) if (cell(waiting, node) === 0) order[end++] = node;
  for (let at = 0; at < end; at++) {
    const node = cell(order, at);
    for (let slot = cell(out.row, node); slot < cell(out.row, node + 1); slot++) {
      const successor = cell(to, cell(out.edge, slot));
      const left = cell(waiting, successor) - 1;
      waiting[successor] = left;
      if (left === 0) order[end++] = successor;
    }
  }
  return end === nodes ? order : null;
}
