// `npm run check`: everything about the code that can be decided without running the product.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { barrels, budgets, escapes, medianLines, names } from "./checks/budgets.ts";
import { cycles } from "./checks/cycles.ts";
import { documentSizes, glossary, links } from "./checks/documents.ts";
import { packWords } from "./checks/pack-words.ts";
import { staleProofs } from "./checks/proofs.ts";
import { migrations, sql } from "./checks/sql.ts";
import { type Check, type Finding, readTree } from "./checks/tree.ts";
import { purity, walls } from "./checks/walls.ts";
import { endCommands, onStop, run } from "./command.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** A check's result; `lines` say what is wrong, or with `ok` what a person may want to know. */
type Result = { name: string; ok: boolean; seconds: number; lines: string[] };

const program = (name: string, ...command: string[]) => ({ name, command });

/** The checkers from outside, longest first. */
const PROGRAMS = [
  program("types", "tsc", "-p", "."),
  program("lint", "oxlint", "--type-aware", "--deny-warnings", "--format=unix"),
  program("dead code", "knip", "--no-progress", "--no-config-hints"),
  program("wire", "node", "tools/wire.ts"),
  program("schema", "node", "tools/schema.ts"),
  program("format", "biome", "check", "--error-on-warnings", "--reporter=github"),
];

const OWN: Record<string, Check> = {
  walls,
  purity,
  sql,
  migrations,
  cycles,
  budgets,
  names,
  barrels,
  escapes,
  links: (tree) => links(tree, (path) => existsSync(join(root, path))),
  documents: documentSizes,
  glossary,
  packWords,
};

const asLine = (f: Finding): string => `${f.path}${f.line ? `:${f.line}` : ""} ${f.text}`;

async function outside({ name, command }: (typeof PROGRAMS)[number]): Promise<Result> {
  const began = performance.now();
  const [file = "", ...args] = command;
  const path = file === "node" ? process.execPath : join(root, "node_modules/.bin", file);
  const { status, output } = await run(path, args, { cwd: root });
  const lines = status === 0 ? [] : output.trim().split("\n");
  return { name, ok: status === 0, seconds: (performance.now() - began) / 1000, lines };
}

function own(): Result[] {
  const tree = readTree(root);
  const results = Object.entries(OWN).map(([name, check]): Result => {
    const began = performance.now();
    const lines = check(tree).map(asLine);
    return { name, ok: lines.length === 0, seconds: (performance.now() - began) / 1000, lines };
  });
  const old = staleProofs(tree, root);
  results.push({ name: "proofs", ok: true, seconds: 0, lines: old.map((f) => `warning: ${asLine(f)}`) });
  process.stdout.write(`${tree.modules.size} sources, median ${medianLines(tree)} lines\n`);
  return results;
}

function report(result: Result): void {
  process.stdout.write(
    `${result.ok ? "ok  " : "FAIL"} ${result.name.padEnd(10)} ${result.seconds.toFixed(1)} s\n`,
  );
  for (const line of result.lines) process.stdout.write(`     ${line}\n`);
}

/** Runs every check, two programs at a time, and prints one line for each. */
export async function checkAll(): Promise<{ passed: number; failed: number }> {
  const results = own();
  for (const result of results) report(result);
  const waiting = [...PROGRAMS];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await outside(next);
      results.push(result);
      report(result);
    }
  };
  await Promise.all([worker(), worker()]);
  const failed = results.filter((r) => !r.ok).length;
  return { passed: results.length - failed, failed };
}

if (import.meta.main) {
  onStop(() => endCommands());
  const { passed, failed } = await checkAll();
  process.stdout.write(`${passed} checks passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}
