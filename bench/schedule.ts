// `npm run bench -- schedule`: the planner beside the same algorithm in C, on the same tables, in the same run.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Measured } from "./measure.ts";
import { besideC, type Part } from "./schedule/beside-c.ts";
import { besideNetworkx } from "./schedule/networkx.ts";
import { type Bench, fullPass, monteCarlo, singleEdits } from "./schedule/parts.ts";
import { Reference } from "./schedule/reference.ts";

/** Every measured part by name. */
const parts: readonly (readonly [string, (bench: Bench) => Promise<Part>])[] = [
  ["pass-10000", (bench) => fullPass(bench, 10_000)],
  ["pass-100000", (bench) => fullPass(bench, 100_000)],
  ["pass-1000000", (bench) => fullPass(bench, 1_000_000)],
  ["edits-10000", (bench) => singleEdits(bench, 10_000)],
  ["edits-100000", (bench) => singleEdits(bench, 100_000)],
  ["monte-carlo", monteCarlo],
];

/**
 * Builds the reference with cc -O3, measures every part (or those whose name contains the first argument), and returns
 * the one with the lowest ratio of speeds, ours to that of C: 1 is level, 0.4 the bar. Noisy when any part was.
 */
export async function run([only = ""]: readonly string[] = []): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "bench-schedule-"));
  try {
    const binary = join(folder, "reference");
    execFileSync("cc", ["-O3", "-o", binary, join(import.meta.dirname, "schedule/schedule.c")]);
    const reference = new Reference(binary);
    const measured: Measured[] = [];
    for (const [name, prepare] of parts)
      if (name.includes(only)) measured.push(await besideC(await prepare({ reference, folder })));
    reference.end();
    const [worst] = measured.toSorted((a, b) => a.ratio - b.ratio);
    if (worst === undefined) throw new Error(`no part has "${only}" in its name`);
    const line = only === "" ? besideNetworkx(folder) : null;
    if (line !== null) process.stdout.write(`${line}\n`);
    const noisy = measured.some((part) => part.noisy);
    return Object.assign({ ...worst, name: "schedule", noisy }, { lowest: worst.name });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
