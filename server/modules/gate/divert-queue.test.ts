import { randomUUID } from "node:crypto";
import type { NewOrder } from "@moc/contract/gate/steering.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { give, liftAll, orderOf, stop } from "../../../test/world/orders.ts";
import { testCommands } from "../../../test/world/test-commands.ts";
import { call, command, dispatcher, firm, holding, police, route, yard } from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const to = "1104-1105";
const way = { route, direction: "export", to } as const;
const gate = (by = dispatcher) => world.as(by).gate;
const send = (trips: string[], by = dispatcher, extra: { order?: string; reason?: string } = {}) =>
  gate(by).divertQueue({ ...command(), ...way, trips, reason: "Lối ùn tắc", ...extra });
const order = async () => {
  const { rows } = await gate().readQueue({ route, direction: "export", limit: 50 });
  return rows.map((row) => row.trip.id);
};
const clear = async () => {
  for (const trip of await order()) await gate().withdrawTrip({ ...command(), trip, reason: "Hết thử" });
};

testCommands(
  () => world,
  [
    {
      name: "divertQueue",
      right: police,
      wrong: yard,
      ready: async () => ({ ...way, trips: [(await holding(world)).id], reason: "Lối ùn tắc" }),
      bad: [{ to: "nowhere" }, "route_not_found", "to"],
      other: { reason: "Khác" },
    },
  ],
);

test("the preview says how many of which stream go where, by when and by which order, and changes nothing", async () => {
  await holding(world);
  await holding(world, { goods: [{ name: "Quặng", class: "ore" }] });
  const { id } = await give(world, orderOf({ kind: "divert", route: to }));
  const before = await order();
  const shown = await gate().previewDiversion(way);
  expect(shown).toMatchObject({
    trips: before,
    left: [],
    order: id,
    perStream: expect.arrayContaining([
      { stream: "perishable", count: 1 },
      { stream: "general", count: 1 },
    ]),
  });
  expect(Date.parse(shown.arriveBy)).toBeGreaterThan(world.zone.platform.clock.now().getTime());
  const fruit = await gate().previewDiversion({ ...way, stream: "perishable" });
  expect(fruit.trips).toHaveLength(1);
  expect(await order()).toEqual(before);
  await expect(gate(yard).previewDiversion(way)).rejects.toMatchObject({ code: "not_allowed" });
  await expect(gate().previewDiversion({ ...way, to: route })).rejects.toMatchObject({
    code: "divert_same_route",
  });
  await liftAll(world);
  await clear();
});

test("one command sends all that still wait, names the others with the reason, and each reads why in its story", async () => {
  const called = await holding(world);
  const [first, second, stays] = [await holding(world), await holding(world), await holding(world)];
  const previewed = (await gate().previewDiversion(way)).trips;
  expect(previewed).toHaveLength(4);
  await call(world);
  const { diverted, left } = await send([called.id, first.id, second.id]);
  expect(diverted).toEqual([first.id, second.id]);
  expect(left).toMatchObject([{ trip: called.id, plate: called.plate, reason: "left_queue" }]);
  expect(await order()).toEqual([stays.id]);
  const { trip } = await gate(firm).readTrip({ trip: first.id });
  expect(trip).toMatchObject({ state: "travelling", route: to, place: null });
  const { lines } = await gate(firm).readStory({ trip: first.id });
  expect(lines.at(-1)).toMatchObject({
    kind: "gate.diverted",
    data: { from: route, to, reason: "Lối ùn tắc" },
  });
  const { changes } = await gate(firm).explainPlace({ trip: stays.id });
  expect(changes.at(-1)).toMatchObject({ cause: "left_ahead", from: 2, to: 1 });
  await clear();
});

test("nobody is sent when nobody waits any more, nor with a driver's name for a reason, and then nobody of all", async () => {
  await expect(send([randomUUID()])).rejects.toMatchObject({ code: "nobody_to_divert" });
  const trucks = [(await holding(world)).id, (await holding(world)).id];
  await expect(send(trucks, dispatcher, { reason: "Nguyễn Văn Thử xin" })).rejects.toMatchObject({
    code: "text_names_person",
  });
  expect(await order()).toEqual(trucks);
});

test("the preview of an order names those with which trucks would be sent to and fro or in a ring, or to a route that is stopped", async () => {
  const ends = new Date(world.zone.platform.clock.now().getTime() + 3_600_000).toISOString();
  const away = await give(world, orderOf({ kind: "divert", route: to }, { to: ends }), police);
  const warned = async (wanted: NewOrder) => {
    const { document: _, text: __, ...asked } = wanted;
    return (await gate().previewOrder(asked)).effects.map(({ inVain }) => inVain);
  };
  const back = orderOf({ kind: "divert", route }, { routes: [to] });
  expect(await warned(back)).toEqual([[away.number]]);
  expect(await warned(orderOf(stop, { routes: [to] }))).toEqual([[away.number]]);
  expect(await warned({ ...back, from: ends })).toEqual([[]]);
  expect(await warned({ ...back, direction: "import" })).toEqual([[]]);
  await liftAll(world);
  expect(await warned(back)).toEqual([[]]);
  const ring = [
    await give(world, orderOf({ kind: "divert", route: to }), police),
    await give(world, orderOf({ kind: "divert", route: "1090-1091" }, { routes: [to] }), police),
  ];
  const closing = orderOf({ kind: "divert", route }, { routes: ["1090-1091"] });
  expect((await warned(closing))[0]?.toSorted()).toEqual(ring.map(({ number }) => number));
  await liftAll(world);
  const shut = await give(world, orderOf(stop));
  expect(await warned(back)).toEqual([[shut.number]]);
  await liftAll(world);
});

test("the read models made anew from the log know the same diversions", async () => {
  const { before, after } = await world.zone.gate.rebuild();
  expect(after).toBe(before);
});
