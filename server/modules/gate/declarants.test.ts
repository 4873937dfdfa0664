import { afterAll, beforeAll, expect, test } from "vitest";
import { aroundStatements } from "../../../test/world/around-statements.ts";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { declare, firm } from "../../../test/world/trips.ts";
import { keepDeclarants } from "./declarants.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("firms hear of trips that were open before the start also when the database was away as they were read", async () => {
  const { id } = await declare(world);
  const { database, follower } = world.zone.platform;
  let away = true;
  const db = aroundStatements(database.db, (_text, run) =>
    away ? Promise.reject(new Error("away")) : run(),
  );
  const errors: unknown[] = [];
  const declarantsOf = keepDeclarants(db, { follower, log: { error: (told: unknown) => errors.push(told) } });
  await expect.poll(() => errors).toHaveLength(1);
  expect(declarantsOf(id)).toEqual([]);
  away = false;
  await expect.poll(() => declarantsOf(id)).toEqual([firm.organisation]);
});
