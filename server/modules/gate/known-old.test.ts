import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openWorld, passTime, type World } from "../../../test/world/open-world.ts";
import { command, declaration, dispatcher, firm, holding, route } from "../../../test/world/trips.ts";

// What is kept in memory lacks a change that the log has told of, and reading it fails.
const old = {
  current: () => Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" })),
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterEach(() => {
  world.zone.platform.memory.delete(old);
});
afterAll(() => world.close());

const begin = () => world.zone.platform.memory.add(old);
const end = () => world.zone.platform.memory.delete(old);
const passedOver = async (trip: string) => {
  const { rows } = await world.as(dispatcher).gate.readQueue({ route, direction: "export", limit: 200 });
  return rows.find((row) => row.trip.id === trip)?.passedOver;
};

test("a command is refused as while the database is away, is done when it is sent again, and screens go on", async () => {
  const input = { ...command(), declaration: declaration() };
  begin();
  await expect(world.as(firm).gate.declareVehicle(input)).rejects.toMatchObject({
    code: "database_away",
    status: 503,
  });
  const search = input.declaration.vehicle.plate.number;
  expect((await world.as(firm).gate.listTrips({ search, limit: 10 })).total).toBe(0);
  end();
  expect((await world.as(firm).gate.declareVehicle(input)).trip.state).toBe("declared");
});

test("a timer stays due until it is known again", async () => {
  const { id: trip } = await holding(world);
  await world.as(firm).gate.postpone({ ...command(), trip });
  begin();
  await passTime(world, 61);
  expect(await passedOver(trip)).toBe("postponed");
  end();
  await world.zone.engines.runTimers();
  expect(await passedOver(trip)).toBe(null);
});

test("what a driver presses on his page is refused, too, and his page is shown", async () => {
  const { id: trip } = await holding(world);
  const { url } = await world.as(firm).gate.issueDriverLink({ command: randomUUID(), trip });
  const { app } = world.zone;
  const path = new URL(url).pathname;
  const press = async () => (await app.inject({ method: "POST", url: `${path}/postpone` })).statusCode;
  begin();
  expect(await press()).toBe(503);
  expect((await app.inject(path)).statusCode).toBe(200);
  end();
  expect(await press()).toBe(303);
  expect(await passedOver(trip)).toBe("postponed");
});
