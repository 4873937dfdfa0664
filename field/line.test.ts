import { expect, test } from "vitest";
import { fateOf, outageAt, planOutages } from "./line.ts";

const routes = ["1088-2-1089", "1090-1091", "1104-1105", "1116-1117", "1119-1120", "chi-ma-road"];
const dayStart = Date.UTC(2026, 0, 14, 17);
const plan = (seed: string) => planOutages(seed, "2026-01-15", dayStart, routes);

test("what is written while the line is down gets through when it is up again, and the rest at once", () => {
  const outages = [{ route: "a", from: 100, to: 200 }];
  const [down] = outages;
  expect([99, 100, 199, 200].map((moment) => outageAt(outages, "a", moment))).toEqual([
    undefined,
    down,
    down,
    undefined,
  ]);
  expect(outageAt(outages, "b", 150)).toBeUndefined();
});

test("the line fails in the day's work for minutes, the same for the same seed", () => {
  const seeds = Array.from({ length: 20 }, (_, n) => `seed-${n}`);
  const outages = seeds.flatMap(plan);
  expect(outages.length).toBeGreaterThan(10);
  for (const { from, to } of outages) {
    expect(from).toBeGreaterThanOrEqual(dayStart);
    expect(to - from).toBeLessThanOrEqual(25 * 60_000);
    expect(to).toBeGreaterThan(from);
  }
  expect(seeds.flatMap(plan)).toEqual(outages);
});

test("few messages are sent twice, and which they are is drawn from the seed", () => {
  const fates = Array.from({ length: 2_000 }, (_, n) => fateOf("truck", n));
  const count = (fate: string) => fates.filter((one) => one === fate).length;
  expect(count("once")).toBeGreaterThan(1_900);
  expect(count("answer_lost")).toBeGreaterThan(0);
  expect(count("sent_again_later")).toBeGreaterThan(0);
  expect(Array.from({ length: 2_000 }, (_, n) => fateOf("truck", n))).toEqual(fates);
});
