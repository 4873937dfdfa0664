import { LETTERED_NOTICE } from "../engines/reader/notices/composed.ts";
import { read } from "../engines/reader/read.ts";
import { compare, type Measured } from "./measure.ts";

const characters = 2_000_000;

/** Milliseconds of processor time of this thread. */
function timed(work: () => unknown): number {
  const from = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1000;
}

/** Two million characters of notices read, beside a plain copy-and-split of the same text. */
export async function run(): Promise<Measured> {
  const notice = LETTERED_NOTICE.slice(0, LETTERED_NOTICE.indexOf("Nơi nhận"));
  const text = notice.repeat(Math.ceil(characters / notice.length)).slice(0, characters);
  let tasks = 0;
  for (let warmUp = 0; warmUp < 2; warmUp++) tasks = read(text).tasks.length;
  process.stdout.write(`${text.length} characters, ${tasks} tasks\n`);
  return compare({
    name: "reader",
    unit: "ms of processor time",
    ours: () => timed(() => read(text)),
    reference: { name: "copy and split at white space", run: () => timed(() => `${text} `.split(/\s+/u)) },
    onPair: (index, ours, reference) =>
      process.stdout.write(
        `pair ${index + 1}: read ${ours.toFixed(0)} ms, split ${reference.toFixed(0)} ms\n`,
      ),
  });
}
