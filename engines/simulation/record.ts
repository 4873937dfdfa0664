import { addReal, type Ints, int, type Reals, real } from "./cells.ts";
import type { Network } from "./network.ts";
import { recordSketch, SKETCH_CELLS } from "./sketch.ts";

/** What a run remembers. A *group* is a resource (its waits) or, after them, a tally (milestones and exits). */
export type Record = {
  /** Per resource: the areas under its curves, see the cells below. */
  area: Reals;
  /** Per resource: minutes × units there, and the time up to which they are counted. */
  there: Reals;
  /** Per group: the minutes counted, see the cells below, and their sketch. */
  minutes: Reals;
  sketch: Ints;
  /** Per tally: fees in dong (whole numbers, exact below 2^53). */
  fees: Reals;
  /** Trucks waiting per sample and resource. */
  samples: Ints;
  /** Minutes × trucks present, time of the last change, start of the measured time, samples taken. */
  present: Reals;
};

// Cells of `area`: minutes × trucks waiting, × units taken, and the time up to which they are counted.
export const AREA = 3;
export const WAITING_AREA = 0;
export const USED_AREA = 1;
export const TOUCHED = 2;

// Cells of `there`.
export const THERE = 2;
export const CAPACITY_AREA = 0;
export const COUNTED_TO = 1;

// Cells of `minutes`: how many, sum, largest.
export const GROUP = 3;
export const COUNTED = 0;
export const SUM = 1;
export const LARGEST = 2;

// Cells of `present`.
export const PRESENT_AREA = 0;
export const PRESENT_TOUCHED = 1;
export const MEASURED_FROM = 2;
export const SAMPLES = 3;

/** An empty record for a run of `network`. */
export function createRecord(network: Network): Record {
  const resources = network.capacity.length;
  const groups = resources + network.tallies;
  return {
    area: new Float64Array(resources * AREA),
    there: new Float64Array(resources * THERE),
    minutes: new Float64Array(groups * GROUP),
    sketch: new Int32Array(groups * SKETCH_CELLS),
    fees: new Float64Array(network.tallies),
    samples: new Int32Array(Math.ceil(network.horizon / network.sampleEvery) * resources),
    present: new Float64Array(4),
  };
}

/** Counts a duration in minutes in `group`. */
export function recordMinutes(record: Record, group: number, minutes: number): void {
  const cells = record.minutes;
  const base = group * GROUP;
  addReal(cells, base + COUNTED, 1);
  addReal(cells, base + SUM, minutes);
  if (minutes > real(cells, base + LARGEST)) cells[base + LARGEST] = minutes;
  recordSketch(record.sketch, group * SKETCH_CELLS, minutes);
}

/** Counts a duration of zero in `group`. */
export function recordNone(record: Record, group: number): void {
  const cell = group * SKETCH_CELLS;
  addReal(record.minutes, group * GROUP + COUNTED, 1);
  record.sketch[cell] = int(record.sketch, cell) + 1;
}

/** Forgets the warm-up: everything measured begins again at `now`, with what is waiting and present. */
export function forgetWarmUp(record: Record, now: number): void {
  for (const cells of [record.area, record.there, record.minutes, record.sketch, record.fees]) cells.fill(0);
  for (let cell = TOUCHED; cell < record.area.length; cell += AREA) record.area[cell] = now;
  for (let cell = COUNTED_TO; cell < record.there.length; cell += THERE) record.there[cell] = now;
  record.present[PRESENT_AREA] = 0;
  record.present[PRESENT_TOUCHED] = now;
  record.present[MEASURED_FROM] = now;
}
