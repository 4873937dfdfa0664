import { NewCount } from "@moc/contract/gate/count.ts";
import { expect, test } from "vitest";
import { planWagons } from "./count-wagons.ts";

const days = Array.from({ length: 28 }, (_, at) => `2026-11-${String(at + 1).padStart(2, "0")}`);

test("a station reports as many wagons as the sources state, with a source of its own", () => {
  const counts = days.flatMap((day) => planWagons("s", day, ["dong-dang-rail"]));
  expect(counts).toHaveLength(2 * days.length);
  for (const count of counts) {
    expect(NewCount.parse(count).source).toContain("ga");
    const [low, high] = count.direction === "export" ? [25, 25] : [30, 35];
    expect(count.passed).toBeGreaterThanOrEqual(low);
    expect(count.passed).toBeLessThanOrEqual(high);
  }
  expect(new Set(counts.map((count) => count.passed)).size).toBeGreaterThan(4);
});

test("the same seed and day give the same report, and without a railway there is none", () => {
  const [day = ""] = days;
  expect(planWagons("s", day, ["a"])).toEqual(planWagons("s", day, ["a"]));
  expect(planWagons("s", day, [])).toEqual([]);
});
