import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../../test/world/test-database.ts";
import { openClock } from "./clock.ts";

let world: TestDatabase;
beforeAll(async () => {
  world = await openTestDatabase();
});
afterAll(() => world.close());

it("demonstration time never goes back, not even when a field that fell over and the one after it both advance it", async () => {
  const zone = { key: "dong-dang", timeZone: "Asia/Ho_Chi_Minh", mode: "demo" } as const;
  const clock = await openClock(world.database, zone);
  const ahead = (minutes: number) => new Date(start + minutes * 60_000);
  const start = clock.now().getTime();
  await Promise.all([clock.advance(ahead(20)), clock.advance(ahead(10))]);
  expect(clock.now()).toEqual(ahead(20));
  expect((await openClock(world.database, zone)).now()).toEqual(ahead(20));
});
