import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import {
  command,
  declaration,
  declare,
  dispatcher,
  firm,
  guard,
  inYard,
  passChecks,
} from "../../../test/world/trips.ts";
import { civilDay } from "../../platform/time/clock.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const on = (trip: string) => ({ ...command(), trip });
const gate = (actor: Actor) => world.as(actor).gate;
const hoursFromNow = (at: string | null) =>
  (Date.parse(at ?? "") - world.zone.platform.clock.now().getTime()) / 3_600_000;
const electronics = [{ name: "Linh kiện", class: "electronics" as const }];

async function out(twoWay: boolean): Promise<string> {
  const trip = await inYard(world, twoWay ? { twoWay } : {});
  await passChecks(world, trip);
  await gate(dispatcher).release(on(trip.id));
  await gate(guard).crossOut(on(trip.id));
  return trip.id;
}
async function cameIn(twoWay: boolean): Promise<string> {
  const kind = "import_cn" as const;
  const { id } = await declare(world, { kind, goods: electronics, ...(twoWay && { twoWay }) });
  await gate(guard).crossIn(on(id));
  return id;
}
const read = async (trip: string) => (await gate(dispatcher).readTrip({ trip })).trip;
const operations = async () => {
  await world.zone.platform.follower.settled();
  return gate(dispatcher).readOperations({});
};

describe("while the pilot is in force", () => {
  test("a two-way truck has 36 hours on the other side, every other one 24, from either side of the border", async () => {
    const trips = [await out(true), await out(false), await cameIn(true), await cameIn(false)];
    const views = await Promise.all(trips.map(read));
    expect(views.map((trip) => [trip.twoWay, hoursFromNow(trip.returnBy)])).toEqual([
      [true, 36],
      [false, 24],
      [true, 36],
      [false, 24],
    ]);
    const { clock } = world.zone.platform;
    const day = civilDay(clock.now(), clock.timeZone);
    const { bulletin } = await gate(dispatcher).readBulletin({ day });
    expect(bulletin.known.figures.lines.two_way).toBe(2);
  });

  test("a new vehicle stays: nobody waits for it to go home", async () => {
    const { id } = await declare(world, { kind: "import_new_vehicle" });
    expect((await gate(guard).crossIn(on(id))).trip.returnBy).toBeNull();
  });

  test("a mixed load, and a route outside the pilot, are refused with the field", async () => {
    const mixed = [...electronics, { name: "Táo", class: "fruit" as const }];
    const send = (changes: object) =>
      gate(firm).declareVehicle({
        ...command(),
        declaration: { ...declaration({ goods: electronics }), twoWay: true, ...changes },
      });
    const fault = (path: string) => ({ data: { fields: [expect.objectContaining({ path })] } });
    const load = { code: "invalid_input", ...fault("declaration.goods.1.class") };
    await expect(send({ goods: mixed })).rejects.toMatchObject(load);
    const elsewhere = { code: "two_way_not_in_force", ...fault("declaration.twoWay") };
    await expect(send({ route: "1116-1117" })).rejects.toMatchObject(elsewhere);
  });
});

test("who is past its hours is told by route and side, until it is home", async () => {
  expect((await operations()).overstays).toEqual([]);
  const { clock } = world.zone.platform;
  await clock.advance(new Date(clock.now().getTime() + 25 * 3_600_000));
  const late = await operations();
  const row = { route: "1119-1120", vehicles: 1, twoWay: 0, longestMinutes: 60 };
  expect(late.overstays.toSorted((a, b) => (a.side < b.side ? -1 : 1))).toMatchObject([
    { ...row, side: "abroad" },
    { ...row, side: "inside" },
  ]);
  const kinds = late.alerts.map((alert) => alert.kind);
  expect(kinds).toEqual(expect.arrayContaining(["abroad_overdue", "inside_overdue"]));
  await clock.advance(new Date(clock.now().getTime() + 12 * 3_600_000));
  const later = (await operations()).overstays;
  expect(later.map(({ vehicles, twoWay }) => [vehicles, twoWay])).toEqual([
    [2, 1],
    [2, 1],
  ]);
  for (const trip of later.find((one) => one.side === "abroad")?.trips ?? []) {
    await gate(guard).confirmReturn(on(trip));
  }
  expect((await operations()).overstays.map((one) => one.side)).toEqual(["inside"]);
});
