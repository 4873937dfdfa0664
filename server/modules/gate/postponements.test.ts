import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, passTime, type World } from "../../../test/world/open-world.ts";
import { testCommands } from "../../../test/world/test-commands.ts";
import {
  arrive,
  call,
  command,
  dispatcher,
  firm,
  guard,
  holding,
  otherFirm,
  route,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const nowhere = { trip: randomUUID() };
const waiting = async () => ({ trip: (await holding(world)).id });
const postpone = (trip: { trip: string }, by = firm) => world.as(by).gate.postpone({ ...command(), ...trip });
const pass = (minutes: number) => passTime(world, minutes);
async function order(): Promise<[string, string | null][]> {
  const queue = await world.as(dispatcher).gate.readQueue({ route, direction: "export", limit: 50 });
  return queue.rows.map((row) => [row.trip.id, row.passedOver]);
}

testCommands(
  () => world,
  [
    {
      name: "postpone",
      right: firm,
      wrong: otherFirm,
      ready: waiting,
      bad: [nowhere, "trip_not_found"],
      other: nowhere,
    },
    {
      name: "resume",
      right: firm,
      wrong: guard,
      ready: async () => {
        const trip = await waiting();
        await postpone(trip);
        return trip;
      },
      bad: [nowhere, "trip_not_found"],
      other: nowhere,
    },
  ],
);

test("a driver who postpones keeps his place, is passed over by name, and is callable again when his time is up", async () => {
  await pass(61); // what the tests before left postponed
  const [first, next] = [await waiting(), await waiting()];
  await call(world, 200);
  const [early, later] = [await waiting(), await waiting()];
  const link = { ...firm, id: randomUUID(), kind: "link" as const, roles: [], trip: early.trip };
  const postponed = await postpone(early, link);
  expect(postponed.trip.may.find((line) => line.action === "resume")).toMatchObject({ allowed: true });
  expect(await order()).toEqual([
    [early.trip, "postponed"],
    [later.trip, null],
  ]);
  // Called and not ready: back to the place that it had, which is before both; nobody waits for it.
  await postpone(first);
  expect((await order())[0]).toEqual([first.trip, "postponed"]);
  expect((await call(world, 1)).map((trip) => trip.id)).toEqual([later.trip]);
  const { changes } = await world.as(firm).gate.explainPlace(early);
  expect(changes.map(({ cause }) => cause)).toContain("exception_ahead");
  await pass(61);
  expect(await order()).toEqual([
    [first.trip, null],
    [early.trip, null],
  ]);
  expect((await world.as(firm).gate.readTrip(next)).trip.state).toBe("called");
});

test("endless postponement is refused after the dated number of times, and a resumed truck is not resumed again", async () => {
  const trip = await waiting();
  await postpone(trip);
  await world.as(firm).gate.resume({ ...command(), ...trip });
  await expect(world.as(firm).gate.resume({ ...command(), ...trip })).rejects.toMatchObject({
    code: "not_postponed",
  });
  await postpone(trip);
  await expect(postpone(trip)).rejects.toMatchObject({
    code: "postponed_enough",
    data: { params: { n: "2" } },
  });
});

test("a truck whose time ran out while it was withdrawn is callable again once that is undone", async () => {
  const trip = await waiting();
  await postpone(trip);
  await pass(55);
  await world.as(firm).gate.withdrawTrip({ ...command(), ...trip, reason: "Nhầm xe" });
  await pass(6);
  await world.as(firm).gate.undoWithdrawal({ ...command(), ...trip });
  await pass(1);
  expect(new Map(await order()).get(trip.trip)).toBeNull();
});

test("a truck that is sent to another route does not stay postponed there", async () => {
  const trip = await waiting();
  await postpone(trip);
  const sent = { ...command(), ...trip, to: "1116-1117", reason: "Ùn trên đường dẫn" };
  await world.as(dispatcher).gate.divertTrip(sent);
  await pass(61);
  expect((await arrive(world, trip.trip)).state).toBe("holding");
  const there = await world.as(dispatcher).gate.readQueue({ route: sent.to, direction: "export", limit: 9 });
  expect(there.rows.find((row) => row.trip.id === trip.trip)?.passedOver).toBeNull();
});

test("the read models made anew from the log know the same postponements", async () => {
  const rebuilt = await world.zone.gate.rebuild();
  expect(rebuilt.after).toBe(rebuilt.before);
});
