import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { customs, declare, firm, otherFirm, yard } from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test("a firm hears what happens to its own trucks and nothing of others', a driver's link of its own truck alone", async () => {
  const own = await declare(world);
  const { follower } = world.zone.platform;
  const heard: string[] = [];
  follower.listen((events) => heard.push(...events.map((event) => event.subject)));
  await declare(world);
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  const { hears } = world.zone.gate.room;
  const event = {
    position: 1,
    seq: 1,
    kind: "gate.check_decided",
    subject: own.id,
    actorId: customs.id,
    actorKind: "account",
    actorRole: "customs",
    organisation: "customs-region-6",
    simulated: false,
    occurredAt: new Date(0),
    recordedAt: new Date(0),
    data: {},
    dataText: "{}",
  };
  const link = { ...firm, kind: "link" as const, roles: [], trip: own.id };
  expect([firm, customs, yard, link].map((actor) => hears(actor, event))).toEqual([true, true, true, true]);
  expect(hears(otherFirm, event)).toBe(false);
  expect(hears({ ...link, trip: "another" }, event)).toBe(false);
});
