// Seeds faults in an engine, one at a time, in a temporary copy, and runs that engine's tests against each.
//   node tools/seed-faults.ts engines/schedule                 the list in engines/schedule/faults.ts
//   node tools/seed-faults.ts engines/schedule --random 40 --seed 7   forty more at places drawn from the seed
//   --only 3,9   some faults of the list      --json   one JSON object on standard output
// Exit status 1 when a fault of the list is not caught. A random fault that survives is only reported: some of
// them change nothing that can be observed, and a person has to look.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { applyFault, type Fault, randomFaults } from "./seed-faults-text.ts";

type Outcome = "caught" | "caught by time limit" | "not caught";

const root = resolve(import.meta.dirname, "..");
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    random: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    json: { type: "boolean", default: false },
    timeout: { type: "string", default: "180" },
  },
});

/** The engine's folder with all it may import, in a temporary directory that shares node_modules. */
function copyOfWorkspace(): string {
  const copy = mkdtempSync(join(tmpdir(), "seed-faults-"));
  const skipped = new Set(["node_modules", "coverage", "dist"]);
  for (const part of ["contract", "engines", "package.json", "tsconfig.json", "vitest.config.ts"]) {
    if (!existsSync(join(root, part))) continue;
    cpSync(join(root, part), join(copy, part), {
      recursive: true,
      filter: (source) => !skipped.has(source.split("/").at(-1) ?? ""),
    });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

/** Runs the engine's tests in the copy. MOC_FAULTS=1 lets a suite leave out what only measures time. */
function testsPass(copy: string, engine: string): Outcome {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const run = spawnSync(
    process.execPath,
    [vitest, "run", engine, "--bail=1", "--reporter=dot", "--no-isolate", "--maxWorkers=1"],
    {
      cwd: copy,
      env: { ...process.env, MOC_FAULTS: "1", CI: "" },
      timeout: Number(options.timeout) * 1000,
      killSignal: "SIGKILL",
      encoding: "utf8",
    },
  );
  if (run.signal !== null) return "caught by time limit";
  return run.status === 0 ? "not caught" : "caught";
}

function sourcesOf(engine: string): { file: string; text: string }[] {
  const folder = join(root, engine);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/(\.test|\/naive[^/]*|^naive[^/]*|faults)\.ts$/.test(file))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
}

async function faultsFor(engine: string): Promise<(Fault & { listed: boolean })[]> {
  const list = join(root, engine, "faults.ts");
  const module: { faults: readonly Fault[] } = existsSync(list)
    ? await import(pathToFileURL(list).href)
    : { faults: [] };
  const only = options.only?.split(",").map(Number);
  const listed = module.faults.filter((_, index) => only === undefined || only.includes(index + 1));
  const drawn = randomFaults(sourcesOf(engine), Number(options.random), Number(options.seed));
  return [
    ...listed.map((fault) => ({ ...fault, listed: true })),
    ...drawn.map((fault) => ({ ...fault, listed: false })),
  ];
}

async function main(): Promise<number> {
  const engine = positionals[0]?.replace(/\/$/, "");
  if (engine === undefined) throw new Error("name the engine's folder, for example engines/schedule");
  const faults = await faultsFor(engine);
  // A list that has gone stale is found before the long run, not in its middle.
  for (const fault of faults) applyFault(readFileSync(join(root, engine, fault.file), "utf8"), fault);
  const copy = copyOfWorkspace();
  const rows: { fault: string; file: string; listed: boolean; outcome: Outcome }[] = [];
  try {
    if (testsPass(copy, engine) !== "not caught")
      throw new Error(`the tests of ${engine} fail without any fault`);
    for (const fault of faults) {
      const path = join(copy, engine, fault.file);
      const original = readFileSync(path, "utf8");
      writeFileSync(path, applyFault(original, fault));
      const outcome = testsPass(copy, engine);
      writeFileSync(path, original);
      rows.push({ fault: fault.what, file: fault.file, listed: fault.listed, outcome });
      process.stderr.write(
        `${String(rows.length).padStart(3)}/${faults.length}  ${outcome}  ${fault.file}: ${fault.what}\n`,
      );
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  const missed = rows.filter((row) => row.listed && row.outcome === "not caught");
  const caught = rows.filter((row) => row.outcome !== "not caught").length;
  const summary = { engine, seed: Number(options.seed), faults: rows.length, caught, rows };
  process.stdout.write(
    options.json ? `${JSON.stringify(summary)}\n` : `${engine}: ${caught} of ${rows.length} faults caught\n`,
  );
  return missed.length === 0 ? 0 : 1;
}

process.exitCode = await main();
