import { DOOR, type Place, placeOf, ROOMS, SEES } from "./places.ts";
import { type Finding, isTest, type Tree } from "./tree.ts";

const rank = (room: string): number => ROOMS.findIndex((known) => known === room);
/** Packages that only turn values into values. */
const PURE_PACKAGES = new Set(["temporal-polyfill", "yaml", "zod"]);
const workspace = (path: string): string => path.slice(0, path.indexOf("/"));

/** A test may use the whole of its own workspace, the contract, the world builders and the tools. */
function testMaySee(from: string, to: string): boolean {
  return /^(contract|test|tools)\//.test(to) || workspace(from) === workspace(to);
}

/** Why a file in place `a` may not import `to` in the other place `b`, when both are divided by room; undefined when it may. */
function betweenRooms(from: string, a: Place, to: string, b: Place): string | undefined {
  if (a.side !== b.side || a.folder === b.folder || b.folder === undefined) return undefined;
  const doors = a.side === "server/modules" || a.side === "web/modules";
  if (doors && !DOOR.test(to)) return `goes past the door of ${b.folder}: only its index.ts may be imported`;
  if (isTest(from) || a.folder === undefined) return undefined;
  if (a.room && b.room && rank(a.room) < rank(b.room))
    return `looks up: ${a.room} stands below ${b.room}, upward goes only an event`;
  if (!a.room && b.room && !doors) return `looks up: ${a.folder} is shared ground below the rooms`;
  return undefined;
}

/** Why `from` may not import `to` (both inside the project), or undefined when it may. */
function wallBetween(from: string, to: string): string | undefined {
  const a = placeOf(from);
  const b = placeOf(to);
  const seen = a.side === b.side || SEES[a.side].includes(b.side);
  if (!seen && !(isTest(from) && testMaySee(from, to))) return `${a.side} may not import ${b.side}`;
  return betweenRooms(from, a, to, b);
}

/** Every import of the project keeps the one direction of the house. */
export function walls(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, module] of tree.modules) {
    for (const { to, inside, line } of module.imports) {
      if (!inside) {
        const foreign = foreignImport(path, to);
        if (foreign) findings.push({ path, line, text: foreign });
        continue;
      }
      const wall = wallBetween(path, to);
      if (wall) findings.push({ path, line, text: `${wall} (${to})` });
    }
  }
  return findings;
}

/** Contract and engines run in the browser and on the server alike, so they see nothing of either. */
function foreignImport(from: string, specifier: string): string | undefined {
  const { side } = placeOf(from);
  if (isTest(from)) return undefined;
  const pure = side.startsWith("contract") || side === "engines";
  if (pure && specifier.startsWith("node:"))
    return `${side} may not import ${specifier}: it must run in the browser too`;
  if (side === "engines" && !PURE_PACKAGES.has(specifier))
    return `an engine may not import the package ${specifier}`;
  if (
    /^(pg|kysely)$/.test(specifier) &&
    (side === "web/modules" || side === "field" || side.startsWith("web/"))
  )
    return `${side} may not import ${specifier}`;
  return undefined;
}

/** An engine is a pure function: no clock, no randomness, no input or output, no `await`. */
export function purity(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, module] of tree.modules) {
    if (placeOf(path).side !== "engines" || isTest(path)) continue;
    for (const act of module.acts)
      findings.push({ path, line: act.line, text: `an engine may not use ${act.what}` });
  }
  return findings;
}
