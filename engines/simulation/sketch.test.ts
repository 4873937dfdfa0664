import fc from "fast-check";
import { expect, it } from "vitest";
import { percentile, recordSketch, SKETCH_CELLS } from "./sketch.ts";

const minutes = fc.array(fc.double({ min: 0, max: 5_000_000, noNaN: true }), {
  minLength: 1,
  maxLength: 300,
});

it("states percentiles within 1.6 % or a sixty-fourth of a minute", () => {
  fc.assert(
    fc.property(minutes, fc.constantFrom(0.01, 0.5, 0.9, 0.99, 1), (values, share) => {
      const cells = new Int32Array(SKETCH_CELLS);
      for (const value of values) recordSketch(cells, 0, value);
      const sorted = values.toSorted((a, b) => a - b);
      const exact = sorted[Math.max(0, Math.ceil(share * values.length) - 1)] ?? 0;
      expect(Math.abs(percentile(cells, 0, share) - exact)).toBeLessThanOrEqual(exact * 0.016 + 1 / 64);
    }),
  );
});

it("counts a wait of none as none", () => {
  const cells = new Int32Array(SKETCH_CELLS);
  recordSketch(cells, 0, 0);
  expect(percentile(cells, 0, 0.5)).toBe(0);
});

it("has no percentile when nothing was counted", () => {
  expect(percentile(new Int32Array(SKETCH_CELLS), 0, 0.5)).toBe(0);
});

it("two halves added cell by cell say what the whole says, in any order", () => {
  fc.assert(
    fc.property(minutes, (values) => {
      const whole = new Int32Array(SKETCH_CELLS);
      const halves = new Int32Array(2 * SKETCH_CELLS);
      values.forEach((value, index) => recordSketch(halves, (index % 2) * SKETCH_CELLS, value));
      for (const value of values.toReversed()) recordSketch(whole, 0, value);
      const merged = halves
        .slice(0, SKETCH_CELLS)
        .map((count, cell) => count + (halves[SKETCH_CELLS + cell] ?? 0));
      expect(merged).toEqual(whole);
    }),
  );
});
