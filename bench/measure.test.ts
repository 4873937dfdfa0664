import { expect, test } from "vitest";
import { compare, median, spread } from "./measure.ts";

const series = (values: number[]) => {
  let i = 0;
  return () => values[i++ % values.length] ?? 0;
};

const steady = { name: "steady", run: () => 10 };

test("the ratio is the median over pairs, not the ratio of the medians", async () => {
  const ours = series([10, 20, 30, 40, 50, 60, 70]);
  const reference = series([70, 60, 50, 40, 30, 20, 10]);
  const measured = await compare({ name: "x", unit: "ms", ours, reference: { name: "r", run: reference } });
  expect(measured.ratio).toBe(1);
  expect(measured.pairs).toBe(7);
});

test("ours and the reference take turns in going first", async () => {
  const calls: string[] = [];
  await compare({
    name: "x",
    unit: "ms",
    ours: () => calls.push("o"),
    reference: { name: "r", run: () => calls.push("r") },
  });
  expect(calls.join("")).toBe("orroorroorroor");
});

test("a reference that spreads by more than a quarter makes the run noisy, a restless ours does not", async () => {
  const restless = [8, 12, 8, 12, 8, 12, 8];
  const noisy = await compare({
    name: "x",
    unit: "ms",
    ours: () => 10,
    reference: { name: "r", run: series(restless) },
  });
  expect(noisy.noisy).toBe(true);
  const calm = await compare({ name: "x", unit: "ms", ours: series(restless), reference: steady });
  expect(calm.noisy).toBe(false);
});

test("fewer than seven pairs, and a figure that is no measurement, are refused", async () => {
  await expect(
    compare({ name: "x", unit: "ms", ours: () => 1, reference: steady, pairs: 6 }),
  ).rejects.toThrow("at least 7");
  for (const bad of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
    await expect(compare({ name: "x", unit: "ms", ours: () => bad, reference: steady })).rejects.toThrow(
      "no measurement",
    );
});

test("the median of an even count is the mean of the middle two", () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow();
  expect(spread([10, 10, 10, 10, 10, 10, 99])).toBe(0);
});
