// The simulation's kernel beside the same kernel in C: same compiled scenario, layout, statistics, digest. Seconds are
// processor time of the thread on both sides, so that what else the machine does counts for neither.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { int } from "@moc/engines/simulation/cells.ts";
import type { Network } from "@moc/engines/simulation/network.ts";
import { BORN, SLOTS, type World } from "@moc/engines/simulation/world.ts";
import { compare, type Measured, median } from "./measure.ts";
import { digestOf } from "./twin/network-file.ts";
import { networkFor, type Prepared, prepare, type Run } from "./twin/prepare.ts";

/** A year of 1,853 vehicles a day over four routes. */
const YEAR = 676_000;
const SIZES = [10_000, 100_000, 1_000_000, 5_000_000];
const SEED = 1;
/** Runs before the first measured one: until then the optimising compiler is still at work. */
const WARM_UPS = 3;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function runOurs({ kernel }: Prepared, network: Network, replication: number): Run & { bytes: number } {
  const from = process.threadCpuUsage();
  const world = kernel.createWorld(network, SEED, replication);
  const events = kernel.advance(world, Number.POSITIVE_INFINITY);
  const { user, system } = process.threadCpuUsage(from);
  const seconds = (user + system) / 1e6;
  const [trucks, slots] = [int(world.counter, BORN), int(world.counter, SLOTS)];
  return { seconds, events, digest: digestOf(world), trucks, slots, bytes: stateBytes(world) };
}

/** The main figure: millions of events per second over the year, all statistics on, pair by pair with C. */
async function comparePairs(prepared: Prepared): Promise<Measured> {
  const network = networkFor(prepared.kernel, YEAR);
  let pair = 0;
  let ours: Run = runOurs(prepared, network, 0);
  for (let warmUp = 1; warmUp < WARM_UPS; warmUp++) ours = runOurs(prepared, network, warmUp);
  let theirs = await prepared.runC(network, 0);
  const perSecond = ({ events, seconds }: Run) => events / seconds / 1e6;
  const measured = await compare({
    name: "twin",
    unit: "million events per processor second",
    ours: () => perSecond((ours = runOurs(prepared, network, pair))),
    reference: {
      name: "the same kernel in C, cc -O3",
      run: async () => perSecond((theirs = await prepared.runC(network, pair))),
    },
    onPair: (index, figure, reference) => {
      if (ours.digest !== theirs.digest || ours.events !== theirs.events) {
        throw new Error(`replication ${index}: ${ours.digest} (ours) is not ${theirs.digest} (C)`);
      }
      say(`pair ${index}: ${figure.toFixed(2)} ours, ${reference.toFixed(2)} C, digest ${ours.digest}`);
      pair = index + 1;
    },
  });
  say(`${ours.trucks} trucks, ${ours.events} events, ${ours.slots} truck slots`);
  return measured;
}

/** Speed and memory from ten thousand to five million trucks; the smallest size is repeated to be measurable. */
function measureSizes(prepared: Prepared): { flat: number } {
  const rates = SIZES.map((trucks) => {
    const network = networkFor(prepared.kernel, trucks);
    const runs = Array.from({ length: Math.max(1, 500_000 / trucks) }, (_, replication) =>
      runOurs(prepared, network, replication),
    );
    const bytes = runs.at(-1)?.bytes ?? 0;
    const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
    const events = runs.reduce((sum, run) => sum + run.events, 0);
    const slots = median(runs.map((run) => run.slots));
    say(
      `${trucks} trucks: ${(events / seconds / 1e6).toFixed(2)} million events/s, ${slots} truck slots, ${Math.round(bytes / 1_024)} kB`,
    );
    return events / seconds;
  });
  return { flat: Math.min(...rates) / Math.max(...rates) };
}

/** Bytes of the state of a run, without its samples, whose number is bounded. */
function stateBytes(world: World): number {
  const { record, pending, network: _, ...rest } = world;
  const arrays = [...Object.values(rest), ...Object.values(record), ...Object.values(pending)];
  return arrays.reduce((sum, cells) => sum + cells.byteLength, 0) - record.samples.byteLength;
}

/** How much two at once do against one: our workers over C processes. */
async function measureScaling(prepared: Prepared): Promise<{ workers: number; processes: number }> {
  const network = networkFor(prepared.kernel, YEAR);
  const workers = [0, 1].map(
    () =>
      new Worker(new URL("twin/replicate.ts", import.meta.url), {
        workerData: { bundle: prepared.bundle, network },
      }),
  );
  const replicate = (worker: Worker, replication: number) =>
    new Promise((resolve, reject) => {
      worker.once("message", resolve).once("error", reject);
      worker.postMessage(replication);
    });
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  const rounds: { workers: number; processes: number }[] = [];
  await Promise.all(workers.map((worker) => replicate(worker, 0))); // each compiles its code once
  for (let round = 1; round <= 3; round++) {
    const [first] = workers;
    if (first === undefined) break;
    const one = await timed(() => replicate(first, round));
    const two = await timed(() =>
      Promise.all(workers.map((worker, index) => replicate(worker, round * 2 + index))),
    );
    const oneC = await timed(() => prepared.runC(network, round));
    const twoC = await timed(() =>
      Promise.all([0, 1].map((index) => prepared.runC(network, round * 2 + index))),
    );
    rounds.push({ workers: (2 * one) / two, processes: (2 * oneC) / twoC });
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return {
    workers: median(rounds.map((round) => round.workers)),
    processes: median(rounds.map((round) => round.processes)),
  };
}

/** `npm run bench -- twin`; with `--quick` only the comparison with C. */
export async function run(args: string[] = []): Promise<Measured> {
  const prepared = await prepare();
  try {
    const measured = await comparePairs(prepared);
    if (args.includes("--quick")) return measured;
    const { flat } = measureSizes(prepared);
    say(`slowest over fastest size: ${flat.toFixed(2)} (bar 0.75)`);
    const { workers, processes } = await measureScaling(prepared);
    const share = workers / processes;
    say(
      `two workers ${workers.toFixed(2)}×, two C processes ${processes.toFixed(2)}× on ${availableParallelism()} cores: ` +
        `${share.toFixed(2)} (bar 0.9)`,
    );
    return Object.assign(measured, { flat, scaling: share });
  } finally {
    prepared.clean();
  }
}
