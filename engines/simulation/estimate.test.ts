import { expect, it } from "vitest";
import { estimate, student } from "./estimate.ts";
import { drawUnit, seedStreams } from "./random.ts";

it("the interval of 1, 2, 3, 4 is 2.5 ± 3.182 × 0.6455 (worked by hand)", () => {
  const found = estimate([1, 2, 3, 4]);
  expect(found?.mean).toBe(2.5);
  expect(found?.low).toBeCloseTo(0.446, 3);
  expect(found?.high).toBeCloseTo(4.554, 3);
});

it("nothing is known of nothing, and one value has no bounded interval", () => {
  expect(estimate([])).toBeNull();
  expect(estimate([7])).toEqual({ mean: 7, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
});

it("Student's points fall with the degrees of freedom, and between rows of the table the safe side is taken", () => {
  expect([1, 9, 30, 31, 59, 60, 119, 120, 5_000].map(student)).toEqual([
    12.706, 2.262, 2.042, 2.042, 2.021, 2, 2, 1.98, 1.98,
  ]);
  expect(student(0)).toBe(Number.POSITIVE_INFINITY);
});

it("nineteen of twenty intervals of the same dice hold the truth", () => {
  let inside = 0;
  const states = seedStreams(Int32Array.of(1), 1, 0);
  const dice = () => drawUnit(states, 0) - 0.5;
  for (let trial = 0; trial < 2_000; trial++) {
    const found = estimate(Array.from({ length: 10 }, dice));
    if (found !== null && found.low <= 0 && 0 <= found.high) inside++;
  }
  expect(inside).toBeGreaterThan(1_860);
  expect(inside).toBeLessThan(1_940);
});
