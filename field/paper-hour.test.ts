import type { TripView } from "@moc/contract/gate/trip.ts";
import { expect, test } from "vitest";
import type { Client } from "./crew.ts";
import { fromSlip, type PaperHour, planPaperHours } from "./paper-hour.ts";
import { newTruck } from "./truck.ts";

const routes = ["1088-2-1089", "1119-1120", "chi-ma-road"];
const dayStart = Date.UTC(2026, 0, 14, 17);
const plan = (seed: string) => planPaperHours(seed, "2026-01-15", dayStart, routes);

test("an hour on paper is rare, by day, about an hour long, and the same for the same seed", () => {
  const seeds = Array.from({ length: 200 }, (_, n) => `seed-${n}`);
  const hours = seeds.flatMap(plan);
  expect(hours.length).toBeGreaterThan(10);
  expect(hours.length).toBeLessThan(80);
  for (const { from, to } of hours) {
    expect(from - dayStart).toBeGreaterThanOrEqual(8 * 3_600_000);
    expect((to - from) / 60_000).toBeGreaterThanOrEqual(45);
    expect((to - from) / 60_000).toBeLessThanOrEqual(75);
  }
  expect(seeds.flatMap(plan)).toEqual(hours);
});

const truckOf = (id: string) =>
  newTruck({
    seed: id,
    id,
    code: `CODE-${id}`,
    kind: "import_cn",
    route: "a",
    arriveAt: 0,
    declaredAt: 0,
    goodsLater: null,
  });

test("a truck keeps its slip, the next one gets the next, and who gets none is told late as usual", async () => {
  const hour: PaperHour = { route: "a", from: 100, to: 200, paper: "p", blank: [7, 8], slips: new Map() };
  const entered: unknown[] = [];
  const answer = { trip: {} as TripView }; // as: nothing of it is looked at
  const enterPaper = async (said: unknown) => (entered.push(said), answer);
  const by = { gate: { enterPaper } } as unknown as Client; // as: the one route that is called
  const on = { by, act: () => ({ kind: "release" as const }) };
  let late = 0;
  const send = async () => ((late += 1), answer);
  for (const id of ["one", "two", "one", "three"]) await fromSlip(hour, truckOf(id), 150, on, send)("c", "");
  expect(entered).toMatchObject([
    {
      slip: 7,
      truck: "CODE-one",
      paper: "p",
      occurredAt: "1970-01-01T00:00:00.150Z",
      act: { kind: "release" },
    },
    { slip: 8, truck: "CODE-two" },
    { slip: 7, truck: "CODE-one" },
  ]);
  expect(late).toBe(1);
  await fromSlip(hour, truckOf("one"), 200, on, send)("c", "");
  hour.paper = null;
  await fromSlip(hour, truckOf("one"), 150, on, send)("c", "");
  expect([entered.length, late]).toEqual([3, 3]);
});
