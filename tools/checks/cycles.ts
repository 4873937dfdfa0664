import { dirname } from "node:path/posix";
import { DOOR } from "./places.ts";
import { type Finding, isTest, type Tree } from "./tree.ts";

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The knots of a graph: every strongly connected component of two nodes or more, and every node that points at itself (Tarjan). */
export function knots(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    const index = order.size;
    let lowest = index;
    order.set(node, index);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      const seen = order.get(next);
      if (seen === undefined) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, seen);
    }
    low.set(node, lowest);
    if (lowest === index) {
      const knot = stack.splice(stack.indexOf(node));
      if (knot.length > 1 || graph.get(node)?.has(node)) found.push(knot.toSorted());
    }
    return lowest;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}

/** A room's door stands above its room: it hands on what the folders below it hold, and they may use the room's own files. */
const folderOf = (path: string): string => (DOOR.test(path) ? path : dirname(path));

/** Runtime imports never run in a circle, neither between files nor between folders; type-only imports do not count. */
export function cycles(tree: Tree): Finding[] {
  const imported = new Set([...tree.modules.values()].flatMap((m) => m.imports.map((i) => i.to)));
  const files = new Map<string, Set<string>>();
  const folders = new Map<string, Set<string>>();
  for (const [path, module] of tree.modules) {
    const targets = new Set<string>();
    for (const i of module.imports) if (i.inside && !i.typeOnly && tree.modules.has(i.to)) targets.add(i.to);
    files.set(path, targets);
    if (isTest(path) || !imported.has(path)) continue; // what nobody imports, a test or an entry, ties no knot
    const folder = folderOf(path);
    const others = folders.get(folder) ?? new Set<string>();
    for (const to of targets) if (folderOf(to) !== folder) others.add(folderOf(to));
    folders.set(folder, others);
  }
  const finding =
    (what: string) =>
    (knot: string[]): Finding => ({
      path: knot[0] ?? "",
      text: `${what} import each other in a circle: ${knot.join(", ")}`,
    });
  return [...knots(files).map(finding("files")), ...knots(folders).map(finding("folders"))];
}
