import { addReal, type Ints, int, type Reals, real } from "./cells.ts";
import type { Compiled } from "./compile.ts";
import { estimate } from "./estimate.ts";
import { SAMPLES } from "./record.ts";
import { type Replication, summarise } from "./replication.ts";
import { advance } from "./run.ts";
import * as at from "./world.ts";
import { createWorld, type World } from "./world.ts";

/** Replications of one scenario, run piece by piece. */
export type Experiment = {
  compiled: Compiled;
  /** The run in progress. */
  world: World;
  done: Replication[];
  /** Waiting per sample and resource over the finished replications: sum, least, most; and how many samples all took. */
  queues: { sum: Reals; least: Ints; most: Ints; samples: number };
};

/** Fewest replications before the stated precision may end an experiment. */
const FEWEST_REPLICATIONS = 5;

/** An experiment at the beginning of its first replication. */
export function startExperiment(compiled: Compiled): Experiment {
  const world = createWorld(compiled.network, compiled.scenario.seed, 0);
  const cells = world.record.samples.length;
  const queues = {
    sum: new Float64Array(cells),
    least: new Int32Array(cells).fill(0x7fffffff),
    most: new Int32Array(cells),
    samples: 0x7fffffff,
  };
  return { compiled, world, done: [], queues };
}

/**
 * Runs at most `budget` events and says whether the experiment has ended. To cancel, do not call it again; to show
 * progress, look at `done` between calls.
 */
export function advanceExperiment(experiment: Experiment, budget: number): boolean {
  for (let left = budget; left > 0; ) {
    if (hasEnded(experiment)) return true;
    left -= advance(experiment.world, left);
    if (int(experiment.world.counter, at.STATUS) === at.RUNNING) return false;
    left--; // a run without a single event must not keep the caller for ever
    keep(experiment);
  }
  return hasEnded(experiment);
}

function hasEnded({ compiled, done }: Experiment): boolean {
  if (done.length >= compiled.scenario.replications) return true;
  const { precision } = compiled.scenario;
  if (precision === undefined || done.length < FEWEST_REPLICATIONS) return false;
  const crossing = estimate(done.map((replication) => minutesToCrossing(compiled, replication)));
  return crossing !== null && crossing.high - crossing.mean <= precision * crossing.mean;
}

/** Mean minutes from arrival to the crossing over all routes and kinds of traffic. */
export function minutesToCrossing({ tallies }: Compiled, replication: Replication): number {
  let count = 0;
  let sum = 0;
  replication.tallies.forEach(({ minutes }, tally) => {
    if (tallies[tally]?.outcome !== "crossed") return;
    count += minutes.count;
    sum += minutes.count * minutes.mean;
  });
  return count > 0 ? sum / count : 0;
}

function keep(experiment: Experiment): void {
  const { compiled, world, done, queues } = experiment;
  const { samples } = world.record;
  const taken = real(world.record.present, SAMPLES);
  for (let cell = 0; cell < taken * compiled.network.capacity.length; cell++) {
    const waiting = int(samples, cell);
    addReal(queues.sum, cell, waiting);
    if (waiting < int(queues.least, cell)) queues.least[cell] = waiting;
    if (waiting > int(queues.most, cell)) queues.most[cell] = waiting;
  }
  queues.samples = Math.min(queues.samples, taken);
  done.push(summarise(world));
  if (!hasEnded(experiment))
    experiment.world = createWorld(compiled.network, compiled.scenario.seed, done.length);
}
