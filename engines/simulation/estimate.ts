/** A mean over replications with its 95 % confidence interval. Not known (null) where nothing was counted. */
export type Estimate = { mean: number; low: number; high: number };

/** Two-sided 95 % points of Student's t for 1 … 30 degrees of freedom (any table of the distribution). */
const STUDENT = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;
/** Beyond the table: the next smaller number of degrees of freedom, which is on the safe side. */
const STUDENT_BEYOND = [
  [120, 1.98],
  [60, 2],
  [40, 2.021],
  [30, 2.042],
] as const;

/** The two-sided 95 % point of Student's t. */
export function student(degrees: number): number {
  const exact = STUDENT[degrees - 1];
  if (exact !== undefined) return exact;
  return STUDENT_BEYOND.find(([least]) => degrees >= least)?.[1] ?? Number.POSITIVE_INFINITY;
}

/** Mean and 95 % interval of independent values; null without values, an unbounded interval with a single one. */
export function estimate(values: readonly number[]): Estimate | null {
  const count = values.length;
  if (count === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  if (count === 1) return { mean, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const half = student(count - 1) * Math.sqrt(squares / (count - 1) / count);
  return { mean, low: mean - half, high: mean + half };
}
