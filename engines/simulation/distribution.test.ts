import { describe, expect, it } from "vitest";
import { encodeSpread, type Spread, sample } from "./distribution.ts";
import { seedStreams } from "./random.ts";

const DRAWS = 40_000;

function draws(spread: Spread): number[] {
  const { kind, parameters } = encodeSpread(spread);
  const table = { kind: Int32Array.of(kind), at: Int32Array.of(0), parameter: Float64Array.from(parameters) };
  const streams = seedStreams(Int32Array.of(9), 1, 0);
  return Array.from({ length: DRAWS }, () => sample(table, 0, streams, 0));
}

function moments(values: readonly number[]): { mean: number; variance: number; least: number; most: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, variance, least: Math.min(...values), most: Math.max(...values) };
}

describe("a spread has the mean, the variance and the bounds that its name promises", () => {
  const cases: [Spread, { mean: number; variance: number; from: number; to: number }][] = [
    [{ fixed: 7 }, { mean: 7, variance: 0, from: 7, to: 7 }],
    [{ uniform: { from: 2, to: 8 } }, { mean: 5, variance: 3, from: 2, to: 8 }],
    [{ exponential: { mean: 4 } }, { mean: 4, variance: 16, from: 0, to: 92 }],
    [{ exponential: { mean: 4, least: 3 } }, { mean: 4, variance: 1, from: 3, to: 26 }],
    [{ triangular: { from: 1, mode: 2, to: 6 } }, { mean: 3, variance: 7 / 6, from: 1, to: 6 }],
    [{ triangular: { from: 1, mode: 1, to: 4 } }, { mean: 2, variance: 0.5, from: 1, to: 4 }],
    [{ erlang: { mean: 6, stages: 4 } }, { mean: 6, variance: 9, from: 0, to: 60 }],
    [
      { mixture: { share: 0.75, mean: 2, other_mean: 10 } },
      { mean: 4, variance: 0.75 * 8 + 0.25 * 200 - 16, from: 0, to: 230 },
    ],
    // Half of the mass on [0, 10], a quarter each on [10, 10] and [10, 30].
    [
      { quantiles: [0, 5, 10, 10, 30] },
      { mean: 10, variance: 100 / 6 + 25 + 1_300 / 12 - 100, from: 0, to: 30 },
    ],
  ];
  it.each(cases)("%j", (spread, { mean, variance, from, to }) => {
    const found = moments(draws(spread));
    const error = Math.sqrt(variance / DRAWS);
    expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual(4 * error);
    expect(Math.abs(found.variance - variance)).toBeLessThanOrEqual(0.08 * variance);
    expect(found.least).toBeGreaterThanOrEqual(from);
    expect(found.most).toBeLessThanOrEqual(to);
  });
});

it("a fixed spread costs no luck", () => {
  const table = { kind: Int32Array.of(0), at: Int32Array.of(0), parameter: Float64Array.of(3) };
  const streams = seedStreams(Int32Array.of(9), 1, 0);
  sample(table, 0, streams, 0);
  expect(streams).toEqual(seedStreams(Int32Array.of(9), 1, 0));
});
