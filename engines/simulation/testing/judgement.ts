import { type Estimate, student } from "../estimate.ts";

/** Whether an interval holds what theory says. */
export function holds({ low, high }: Estimate, truth: number): boolean {
  return low < truth && truth < high;
}

/**
 * How many of `intervals` independent intervals may miss when each misses with probability `rate`: counts outside
 * [fewest, most] have, on each side, a probability of less than `alarm` (binomial law).
 */
export function missesAllowed(
  intervals: number,
  rate: number,
  alarm: number,
): { fewest: number; most: number } {
  let chance = (1 - rate) ** intervals;
  let upTo = 0;
  let fewest = -1;
  for (let misses = 0; ; misses++) {
    upTo += chance;
    if (fewest < 0 && upTo >= alarm) fewest = misses;
    if (1 - upTo < alarm) return { fewest, most: misses };
    chance *= ((intervals - misses) / (misses + 1)) * (rate / (1 - rate));
  }
}

/**
 * One interval out of those of several starts with `replications` each: their mean ± `point` standard errors, `point`
 * being a point of Student's t with starts × (replications − 1) degrees of freedom.
 */
export function pool(starts: readonly Estimate[], replications: number, point: number): Estimate {
  const mean = starts.reduce((sum, start) => sum + start.mean, 0) / starts.length;
  const squares = starts.reduce((sum, start) => {
    const standardError = (start.high - start.mean) / student(replications - 1);
    return sum + standardError * standardError;
  }, 0);
  const half = (point * Math.sqrt(squares)) / starts.length;
  return { mean, low: mean - half, high: mean + half };
}
