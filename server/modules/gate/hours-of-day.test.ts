import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aroundStatements } from "../../../test/world/around-statements.ts";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { declare, route } from "../../../test/world/trips.ts";
import { civilDay, instantOf } from "../../platform/time/clock.ts";
import { keepHours } from "./hours-of-day.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** A truck crossed then, as is entered only now from paper. */
async function enter(at: Date): Promise<void> {
  const { id: trip } = await declare(world);
  const [paper, now] = [randomUUID(), world.zone.platform.clock.now()];
  await world.asOwner("UPDATE gate_trip SET crossed_at = $1 WHERE id = $2", [at, trip]);
  await world.asOwner(
    `INSERT INTO gate_paper (id, route, from_at, reason, actor, declared_at, simulated)
     VALUES ($1, $2, $3, 'thử', $1, $3, false)`,
    [paper, route, at],
  );
  await world.asOwner(
    `INSERT INTO gate_paper_entry (command, paper, slip, trip, act, occurred_at, recorded_at, actor, simulated)
     VALUES ($1, $1, 1, $2, 'crossed', $3, $4, $1, false)`,
    [paper, trip, at, now],
  );
}

test("a reading of a past day that ends after something was entered for it is not kept", async () => {
  const { database, clock } = world.zone.platform;
  const today = civilDay(clock.now(), clock.timeZone);
  const yesterday = civilDay(new Date(clock.now().getTime() - 86_400_000), clock.timeZone);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let reached = false;
  const db = aroundStatements(database.db, async (text, run) => {
    const read = await run();
    if (reached || !text.includes("gate_crossing")) return read;
    reached = true;
    await held;
    return read;
  });
  const hours = keepHours({ database: { ...database, db }, clock });
  const crossed = async () => {
    const [exports] = await hours(yesterday, today);
    return exports?.hours[10]?.count;
  };
  const early = crossed();
  await expect.poll(() => reached).toBe(true);
  await enter(instantOf(yesterday, "10:30", clock.timeZone));
  expect(await crossed()).toBe(1);
  letGo();
  expect(await early, "it was begun before").toBe(0);
  expect(await crossed()).toBe(1);
});
