import { expect, it } from "vitest";
import { planClosures } from "./counterpart.ts";

const routes = ["1088-2-1089", "1090-1091", "1104-1105", "1116-1117", "1119-1120", "chi-ma-road"];
const dayStart = Date.UTC(2026, 0, 14, 17);
const days = Array.from({ length: 60 }, (_, n) => `2026-day-${n}`);
const closures = days.flatMap((day) => planClosures("moc", day, dayStart, routes));

it("the other side closes now and then, told at least ninety minutes before and answered before it begins", () => {
  expect(closures.length).toBeGreaterThan(5);
  for (const { tellAt, orderAt, from, to, endsEarly } of closures) {
    expect(from - tellAt).toBeGreaterThanOrEqual(90 * 60_000);
    expect(orderAt).toBeGreaterThan(tellAt);
    expect(orderAt).toBeLessThan(from);
    expect(endsEarly ?? to).toBeGreaterThan(from);
    expect(endsEarly ?? to).toBeLessThanOrEqual(to);
  }
});

it("a day's closures are the same for the same seed and others for another", () => {
  const again = days.flatMap((day) => planClosures("moc", day, dayStart, routes));
  expect(again).toEqual(closures);
  expect(days.flatMap((day) => planClosures("other", day, dayStart, routes))).not.toEqual(closures);
});
