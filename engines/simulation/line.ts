import { addInt, int } from "./cells.ts";
import { CREDIT, HEAD, LENGTH, LINE, TAIL, type World } from "./world.ts";

/** Puts `part` at the end of `line`, chained through the same cells as pending events: it has none while it waits. */
export function enqueue(world: World, line: number, part: number): void {
  const { line: cells, pending } = world;
  const base = line * LINE;
  const subject = world.network.firstPart + part;
  const tail = int(cells, base + TAIL);
  pending.link[subject * 2] = -1;
  if (tail < 0) cells[base + HEAD] = subject;
  else pending.link[tail * 2] = subject;
  cells[base + TAIL] = subject;
  addInt(cells, base + LENGTH, 1);
}

/** Takes the part whose turn it is out of the lines of `resource`, at least one of which is not empty. */
export function dequeue(world: World, resource: number): number {
  const cells = world.line;
  const base = chooseLine(world, resource) * LINE;
  const subject = int(cells, base + HEAD);
  const following = int(world.pending.link, subject * 2);
  cells[base + HEAD] = following;
  if (following < 0) cells[base + TAIL] = -1;
  addInt(cells, base + LENGTH, -1);
  return subject - world.network.firstPart;
}

/**
 * The line that is served next: the first level that has anybody; within it, the lines take turns in proportion to
 * their weights (smooth weighted round robin over those that are not empty, the first on equal credit).
 */
function chooseLine(world: World, resource: number): number {
  const { firstLine, lineLevel } = world.network;
  const end = int(firstLine, resource + 1);
  let line = int(firstLine, resource);
  while (int(world.line, line * LINE + LENGTH) === 0) line++;
  if (line + 1 === end || int(lineLevel, line + 1) !== int(lineLevel, line)) return line;
  return chooseByWeight(world, line, end);
}

function chooseByWeight(world: World, first: number, end: number): number {
  const { lineLevel, lineWeight } = world.network;
  const cells = world.line;
  const level = int(lineLevel, first);
  let chosen = first;
  let total = 0;
  for (let line = first; line < end && int(lineLevel, line) === level; line++) {
    if (int(cells, line * LINE + LENGTH) === 0) continue;
    const weight = int(lineWeight, line);
    const credit = int(cells, line * LINE + CREDIT) + weight;
    cells[line * LINE + CREDIT] = credit;
    total += weight;
    if (credit > int(cells, chosen * LINE + CREDIT)) chosen = line;
  }
  addInt(cells, chosen * LINE + CREDIT, -total);
  return chosen;
}
