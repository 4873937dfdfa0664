import fc from "fast-check";
import { expect, it } from "vitest";
import { unitExponential } from "./logarithm.ts";

function bitsOf(value: number): bigint {
  return new BigUint64Array(Float64Array.of(value).buffer)[0] ?? 0n;
}

it("gives these bits on every machine", () => {
  const words = [
    0, 1, 2, 3, 0x7fffffff, 0x80000000, 0xb504f333, 0xb504f334, 0xfffffffe, 0xffffffff, 0x12345678,
  ];
  const table = words.map((word) => `${word.toString(16)} ${bitsOf(unitExponential(word)).toString(16)}`);
  expect(table).toMatchInlineSnapshot(`
    [
      "0 4036dfb516f20bbf",
      "1 4035c6766f473b8e",
      "2 403543b0f77332eb",
      "3 4034ed8dec0ee619",
      "7fffffff 3fe62e42ff1a39ef",
      "80000000 3fe62e42feda39ef",
      "b504f333 3fd62e42ff25503c",
      "b504f334 3fd62e42fecacdc2",
      "fffffffe 3df8000000120000",
      "ffffffff 3de0000000040000",
      "12345678 400525e973ac164f",
    ]
  `);
});

it("differs from the true value by at most one unit in the last place", () => {
  const check = (word: number) => {
    const mine = bitsOf(unitExponential(word));
    const other = bitsOf(-Math.log(((word >>> 0) + 0.5) / 2 ** 32));
    const apart = mine > other ? mine - other : other - mine;
    if (apart > 1n) expect(`${word}: ${apart} apart`).toBe("at most one apart");
  };
  fc.assert(fc.property(fc.integer({ min: 0, max: 0x7fffffff }), check), { numRuns: 20_000 });
  fc.assert(fc.property(fc.integer({ min: 0, max: 200 }), check));
});

it("falls as the bits rise, and is an exponential variate of mean and variance 1", () => {
  let before = Number.POSITIVE_INFINITY;
  let sum = 0;
  let squares = 0;
  const steps = 1 << 16;
  for (let step = 0; step < steps; step++) {
    const value = unitExponential(step * 65_536 + 32_768);
    if (value >= before) expect(value).toBeLessThan(before);
    before = value;
    sum += value;
    squares += value * value;
  }
  expect(sum / steps).toBeCloseTo(1, 4);
  expect(squares / steps).toBeCloseTo(2, 2);
});
