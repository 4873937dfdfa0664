import { basename, dirname } from "node:path/posix";
import { DOOR, placeOf } from "./places.ts";
import { type Finding, isTest, type Tree } from "./tree.ts";

/** Lines of a file, lines of code of a function, lines of the median file. */
export const BUDGET = { file: 300, function: 70, median: 100 } as const;

const COUNTED = /\.(tsx?|mjs|css|sql)$/;
const EMPTY_NAMES = /^(utils?|helpers?|commons?|managers?|services?|dtos?|mappers?|misc)$/;

const ENGINE_DOOR = /^engines\/[^/]+\/index\.ts$/;

const linesOf = (text: string): number => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);

/** The median length of the sources that run in production, in lines. */
export function medianLines(tree: Tree): number {
  const lengths = [...tree.modules.keys()]
    .filter((path) => !isTest(path))
    .map((path) => linesOf(tree.files.get(path) ?? ""))
    .toSorted((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 0;
}

const WRITTEN = "// Written by tools/";

/**
 * Small files, small functions: the tail is where code turns ugly, so the budget binds the largest. A list of faults is
 * data, and what a tool writes nobody has to read.
 */
export function budgets(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, text] of tree.files) {
    const lines = linesOf(text);
    const exempt = path.endsWith("/faults.ts") || text.startsWith(WRITTEN);
    if (COUNTED.test(path) && !exempt && lines > BUDGET.file)
      findings.push({ path, text: `${lines} lines: at most ${BUDGET.file}` });
  }
  for (const [path, module] of tree.modules) {
    if (isTest(path)) continue;
    for (const f of module.functions)
      if (f.lines > BUDGET.function)
        findings.push({
          path,
          line: f.line,
          text: `a function of ${f.lines} lines: at most ${BUDGET.function}`,
        });
  }
  const median = medianLines(tree);
  if (median >= BUDGET.median)
    findings.push({ path: ".", text: `the median file has ${median} lines: under ${BUDGET.median}` });
  return findings;
}

/** A file is named for what it does: the last word of its name, or its folder's, is none that fits everything. */
export function names(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const path of tree.files.keys()) {
    const stem = basename(path).split(".")[0] ?? "";
    const last = stem.split(/[-_]/).at(-1)?.toLowerCase() ?? "";
    const folder = dirname(path)
      .split("/")
      .find((part) => EMPTY_NAMES.test(part));
    if (EMPTY_NAMES.test(last) || folder)
      findings.push({ path, text: `a name that says nothing: ${folder ?? stem}` });
  }
  return findings;
}

/** A room and an engine have one door each; nowhere else does a file only hand on what others hold. */
export function barrels(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, module] of tree.modules) {
    if (DOOR.test(path) || ENGINE_DOOR.test(path) || placeOf(path).side === "outside") continue;
    if (/^index\.tsx?$/.test(basename(path)))
      findings.push({ path, text: "an index.ts that is no room's door" });
    else if (module.onlyReexports) findings.push({ path, text: "holds nothing but re-exports" });
  }
  return findings;
}

/** `any`, `!`, `as` and suppressed errors carry their reason in a comment on their line or right above it. Tests may narrow freely. */
export function escapes(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, module] of tree.modules) {
    if (isTest(path)) continue;
    const lines = (tree.files.get(path) ?? "").split("\n");
    for (const { line, what } of module.escapes) {
      const text = lines[line - 1] ?? "";
      const reason = what === "a suppressed error" ? /--\s*\S|:\s*\S+\s+\S/ : /\/\/\s*\S|\/\*.*\S.*\*\//;
      const above = /^\s*(\/\/|\*\/|\/\*)/.test(lines[line - 2] ?? "");
      if (!reason.test(text) && !above)
        findings.push({ path, line, text: `${what} without its reason beside it` });
    }
  }
  return findings;
}
