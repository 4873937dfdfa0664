// `npm test`: every check, then every test, part by part. `--deep` runs the long proofs at full size, `--only PART` one part.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkAll } from "./check.ts";
import { endCommands, onStop, run } from "./command.ts";
import { chromiumPath, missingPrograms, postgresFolder } from "./outside.ts";
import { type Cluster, startCluster } from "./postgres-cluster.ts";
import { enginesWithFaults, proveEngine, writeProof } from "./prove-faults.ts";
import { add, closingLine, PARTS, type Part, reportAt, type Tally, tally } from "./test-parts.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Everything that the run starts or writes, and its end. */
const open: { folder?: string; cluster?: Cluster } = {};

async function close(): Promise<void> {
  endCommands();
  await open.cluster?.stop();
  if (open.folder) rmSync(open.folder, { recursive: true, force: true });
}

async function testPart(part: Part, env: Record<string, string>, folder: string): Promise<Tally> {
  const began = performance.now();
  const report = join(folder, `${part.name.replaceAll(" ", "-")}.json`);
  const args = [
    "run",
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  for (const project of part.projects) args.push("--project", project);
  // Counting branches slows what is measured, so tests that only measure time are left out then.
  const counting = part.coverage && env.MOC_DEEP === "1";
  if (part.native && !counting) args.push("--experimental.viteModuleRunner=false", "--no-isolate");
  if (counting) args.push("--coverage.enabled", `--coverage.reportsDirectory=${join(folder, "coverage")}`);
  const vitest = join(root, "node_modules/.bin/vitest");
  const outcome = await run(vitest, args, {
    cwd: root,
    // Several hundred processes load the same modules: Node keeps what it compiled, but for branches that are counted.
    env: {
      ...env,
      ...part.env,
      ...(counting ? { MOC_FAULTS: "1" } : { NODE_COMPILE_CACHE: join(folder, "compiled") }),
      NO_COLOR: "1",
    },
  });
  const sum = tally(reportAt(report), outcome.status);
  if (sum.failed > 0) say(outcome.output);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(
    `${sum.failed > 0 ? "FAIL" : "ok  "} ${part.name.padEnd(21)} ${seconds.padStart(6)} s  ${closingLine(sum)}`,
  );
  return sum;
}

/** Every seeded fault of every engine; one that no test notices counts as a failure. */
async function seededFaults(): Promise<Tally> {
  const proofs = [];
  let sum = NOTHING;
  for (const engine of enginesWithFaults()) {
    const proof = await proveEngine(engine);
    proofs.push(proof);
    sum = add(sum, { ...NOTHING, passed: proof.caught, failed: proof.missed.length });
    say(`faults in ${engine}: ${proof.caught} of ${proof.faults} caught, ${proof.seconds.toFixed(0)} s`);
    for (const missed of proof.missed) say(`     not caught: ${missed}`);
  }
  writeProof(proofs);
  return sum;
}

/** Builds the pages once; without them the parts that serve them cannot run. */
async function buildWeb(): Promise<Tally> {
  const { status, output } = await run(process.execPath, ["tools/set-up.mjs", "--web", "--quiet"], {
    cwd: root,
  });
  if (status === 0) return NOTHING;
  say(`FAIL the web could not be built\n${output}`);
  return { ...NOTHING, failed: 1 };
}

async function environment(
  parts: Part[],
  deep: boolean,
  missing: ReadonlySet<string>,
): Promise<Record<string, string>> {
  open.folder = mkdtempSync(join(tmpdir(), "moc-test-"));
  chmodSync(open.folder, 0o1777); // the cluster's account makes its folder here
  const env: Record<string, string> = { TMPDIR: open.folder, ...(deep ? { MOC_DEEP: "1" } : {}) };
  const chromium = chromiumPath();
  if (chromium) env.MOC_CHROMIUM = chromium;
  if (missing.has("postgres") || !parts.some((part) => part.needs?.includes("postgres"))) return env;
  process.env.TMPDIR = open.folder;
  open.cluster = await startCluster();
  return { ...env, MOC_TEST_PG_OWNER_URL: open.cluster.url, MOC_PG_BIN: postgresFolder() ?? "" };
}

async function main(): Promise<Tally> {
  const { values } = parseArgs({ options: { deep: { type: "boolean" }, only: { type: "string" } } });
  const parts = PARTS.filter((part) => values.only === undefined || part.name.includes(values.only));
  if (parts.length === 0)
    throw new Error(`no such part: ${values.only}; there are ${PARTS.map((p) => p.name).join(", ")}`);
  const absent = missingPrograms([...new Set(parts.flatMap((part) => part.needs ?? []))]);
  for (const { text } of absent) say(`!!! ${text}`);
  const missing = new Set<string>(absent.map(({ name }) => name));
  let sum: Tally = { ...NOTHING, failed: process.env.CI === "true" ? absent.length : 0 };
  if (values.only === undefined) sum = add(sum, { ...NOTHING, ...(await checkAll()) });
  const env = await environment(parts, values.deep ?? false, missing);
  if (parts.some((part) => part.web)) sum = add(sum, await buildWeb());
  for (const part of parts) {
    const lacking = (part.needs ?? []).filter((name) => missing.has(name));
    if (lacking.length > 0) {
      say(`!!! ${part.name} skipped: no ${lacking.join(", no ")}`);
      sum = add(sum, { ...NOTHING, skipped: 1 });
    } else sum = add(sum, await testPart(part, env, open.folder ?? tmpdir()));
  }
  if (values.deep && values.only === undefined) sum = add(sum, await seededFaults());
  return sum;
}

const began = performance.now();
onStop(close);
let sum: Tally = { ...NOTHING, failed: 1 };
try {
  sum = await main();
} catch (problem) {
  say(problem instanceof Error ? problem.message : String(problem));
} finally {
  await close();
}
say(`${((performance.now() - began) / 1000).toFixed(0)} s in all`);
say(closingLine(sum));
process.exitCode = sum.failed === 0 ? 0 : 1;
