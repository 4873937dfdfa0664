import fc from "fast-check";
import { expect, test } from "vitest";
import { linear, ticks } from "./scale.ts";

test("the axis always covers its largest figure, in few round steps", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (max) => {
      const steps = ticks(max);
      expect(steps.at(-1)).toBeGreaterThanOrEqual(max);
      expect(steps.length).toBeLessThanOrEqual(3);
      expect(steps.every(Number.isInteger)).toBe(true);
    }),
  );
});

test("an axis of one value does not divide by zero", () => {
  expect(linear([5, 5], [0, 10])(5)).toBe(0);
});
