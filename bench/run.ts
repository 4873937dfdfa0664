// `npm run bench -- NAME`: runs bench/NAME.ts and prints its figures; the last line is one JSON object.
import { readdirSync } from "node:fs";
import type { Measured } from "./measure.ts";

/** What a benchmark file exports. It prints further figures as it goes; the returned comparison is the bar. */
export type Benchmark = { run: (args: string[]) => Promise<Measured> };

const PARTS_OF_THE_BENCH = new Set(["run.ts", "measure.ts", "open-load.ts", "option.ts"]);
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && !file.includes(".test.") && !PARTS_OF_THE_BENCH.has(file))
  .map((file) => file.slice(0, -".ts".length));

const [name = "", ...args] = process.argv.slice(2);
if (!known.includes(name)) {
  process.stderr.write(`npm run bench -- NAME, where NAME is one of: ${known.join(", ")}\n`);
  process.exit(2);
}
const benchmark: Benchmark = await import(`./${name}.ts`);
const measured = await benchmark.run(args);
if (measured.noisy)
  process.stdout.write("noisy: the reference spread by more than 25 %, this run proves nothing\n");
process.stdout.write(`${JSON.stringify(measured)}\n`);
