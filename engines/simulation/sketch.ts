import { addInt, type Ints, int } from "./cells.ts";

/**
 * A mergeable histogram of durations with 32 cells per doubling: percentiles within 1.6 % (or 1/64 min), the same for
 * any order of recording, and merged by adding cells. In the manner of HdrHistogram (G. Tene).
 */
export const SKETCH_CELLS = 864;

const TICKS_PER_MINUTE = 64;

/** Counts `minutes` (0 … 2^25) in the sketch that begins at cell `base`. */
export function recordSketch(cells: Ints, base: number, minutes: number): void {
  const ticks = (minutes * TICKS_PER_MINUTE) | 0;
  if (ticks < 32) {
    addInt(cells, base + ticks, 1);
    return;
  }
  const power = 31 - Math.clz32(ticks);
  addInt(cells, base + (power - 4) * 32 + ((ticks >> (power - 5)) & 31), 1);
}

/** The smallest duration, in minutes, that at least `share` of the recorded ones do not exceed (middle of its cell). */
export function percentile(cells: Ints, base: number, share: number): number {
  let count = 0;
  for (let cell = 0; cell < SKETCH_CELLS; cell++) count += int(cells, base + cell);
  if (count === 0) return 0;
  const wanted = share * count;
  let below = 0;
  let cell = 0;
  for (; cell < SKETCH_CELLS - 1; cell++) {
    below += int(cells, base + cell);
    if (below >= wanted) break;
  }
  return cellMiddle(cell);
}

/** Middle of a cell in minutes; the first cell stands for "no wait". */
function cellMiddle(cell: number): number {
  if (cell === 0) return 0;
  if (cell < 32) return (cell + 0.5) / TICKS_PER_MINUTE;
  const scale = 2 ** ((cell >> 5) - 1);
  return ((32 + (cell & 31)) * scale + scale / 2) / TICKS_PER_MINUTE;
}
