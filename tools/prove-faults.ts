// The long proof of the engines' tests: every seeded fault of every engine, one at a time, and the page that says so.
//   node tools/prove-faults.ts [engine ...]     writes docs/proofs/seeded-faults.md
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./command.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What `tools/seed-faults.ts --json` prints. */
type Summary = {
  engine: string;
  faults: number;
  caught: number;
  rows: { fault: string; file: string; outcome: string }[];
};

export type EngineProof = {
  engine: string;
  seconds: number;
  faults: number;
  caught: number;
  missed: string[];
};

/** The engines that have a list of faults. */
export function enginesWithFaults(): string[] {
  return readdirSync(join(root, "engines")).filter((name) =>
    existsSync(join(root, "engines", name, "faults.ts")),
  );
}

/** Seeds every listed fault of one engine. Throws when its tests fail without any fault. */
export async function proveEngine(engine: string): Promise<EngineProof> {
  const began = performance.now();
  const { output } = await run(process.execPath, ["tools/seed-faults.ts", `engines/${engine}`, "--json"], {
    cwd: root,
  });
  const last = output
    .trim()
    .split("\n")
    .findLast((line) => line.startsWith("{"));
  if (last === undefined) throw new Error(`no result for engines/${engine}: ${output.slice(-500)}`);
  const { faults, caught, rows }: Summary = JSON.parse(last);
  const missed = rows.filter((row) => row.outcome === "not caught").map((row) => `${row.file}: ${row.fault}`);
  return { engine, seconds: (performance.now() - began) / 1000, faults, caught, missed };
}

/** Writes the page; the commit is the one whose files were tested. */
export function writeProof(proofs: readonly EngineProof[]): void {
  const git = (...args: string[]) => spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout?.trim();
  const rows = proofs.map((p) => `| ${p.engine} | ${p.faults} | ${p.caught} | ${p.seconds.toFixed(0)} |`);
  const missed = proofs.flatMap((p) => p.missed.map((what) => `- ${p.engine}: ${what}`));
  const text = `# Seeded faults

commit: ${git("rev-parse", "--short=10", "HEAD")}
proves: ${proofs.map((p) => `engines/${p.engine}`).join(" ")}

Each fault of \`engines/*/faults.ts\` is put into a copy of the code, one at a time, and the tests of that engine run
against it (\`node tools/prove-faults.ts\`). A fault that no test notices is a hole in the tests.

| engine | faults | caught | seconds |
|---|---:|---:|---:|
${rows.join("\n")}

${missed.length === 0 ? "All were caught." : `Not caught:\n\n${missed.join("\n")}`}
`;
  mkdirSync(join(root, "docs/proofs"), { recursive: true });
  writeFileSync(join(root, "docs/proofs/seeded-faults.md"), text);
}

if (import.meta.main) {
  const named = process.argv.slice(2);
  const proofs: EngineProof[] = [];
  for (const engine of named.length > 0 ? named : enginesWithFaults()) {
    proofs.push(await proveEngine(engine));
    process.stdout.write(`${JSON.stringify(proofs.at(-1))}\n`);
  }
  writeProof(proofs);
  process.exitCode = proofs.every((p) => p.missed.length === 0) ? 0 : 1;
}
