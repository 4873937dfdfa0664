import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { dispatcher, holding, route } from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function pass(hours: number): Promise<void> {
  const { clock } = world.zone.platform;
  await clock.advance(new Date(clock.now().getTime() + hours * 3_600_000));
}

const longWait = async () =>
  (await world.as(dispatcher).gate.readOperations({})).alerts.find((alert) => alert.kind === "long_wait");

test("a wait is long by the hours in which the route was open, not by the night", async () => {
  await pass(8); // 16:00; the route closes at 18:00 and opens at 07:00
  const { id } = await holding(world);
  await pass(15.5);
  expect(await longWait()).toBeUndefined();
  await pass(1.5);
  expect(await longWait()).toBeUndefined(); // 09:00: two hours and two hours, not more
  await pass(0.5);
  expect(await longWait()).toMatchObject({
    route,
    harmHours: 0.5,
    trips: [id],
    params: { count: "1", hours: "0.5" },
  });
});
