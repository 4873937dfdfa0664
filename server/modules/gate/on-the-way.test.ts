import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { testCommands } from "../../../test/world/test-commands.ts";
import {
  arrive,
  command,
  customs,
  declare,
  dispatcher,
  firm,
  guard,
  holding,
  importInYard,
  newPlate,
  passChecks,
  plant,
  police,
  route,
  yard,
  yardKey,
} from "../../../test/world/trips.ts";
import { civilDay } from "../../platform/time/clock.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.close());

const on = (trip: string) => ({ ...command(), trip });
const gate = (actor: Actor) => world.as(actor).gate;
const other = "1116-1117";
const reason = "Ùn trên đường dẫn";

testCommands(
  () => world,
  [
    {
      name: "pairTransfer",
      right: firm,
      wrong: plant,
      ready: async () => ({ trip: (await importInYard(world)).id, partner: newPlate() }),
      bad: [{ partner: { country: "CN", number: "桂A12345" } }, "transfer_needs_vn_plate", "partner.country"],
      other: { partner: newPlate() },
    },
    {
      name: "swapUnit",
      right: firm,
      wrong: customs,
      ready: async () => ({
        trip: (await holding(world)).id,
        trailer: { country: "VN", number: "12R00321" },
        reason,
      }),
      bad: [{ trailer: undefined }, "nothing_to_amend", "trailer"],
      other: { trailer: null },
    },
    {
      name: "divertTrip",
      right: police,
      wrong: firm,
      ready: async () => ({ trip: (await holding(world)).id, to: other, reason }),
      bad: [{ to: route }, "divert_same_route", "to"],
      other: { reason: "Lý do khác" },
    },
  ],
);

describe("a transfer", () => {
  test("pairs two plates in a yard, stands on the trips of both, and is confirmed by the yard", async () => {
    const vietnamese = await declare(world, { kind: "import_vn", goods: [{ name: "Vải", class: "other" }] });
    const chinese = await importInYard(world);
    const paired = await gate(firm).pairTransfer({ ...on(chinese.id), partner: vietnamese.plate });
    const pair = { from: chinese.plate, to: vietnamese.plate, yard: yardKey, confirmedAt: null };
    expect(paired.trip.transfers).toMatchObject([{ ...pair, trip: chinese.id, partner: vietnamese.id }]);
    const seen = await gate(dispatcher).readTrip({ trip: vietnamese.id });
    expect(seen.trip.transfers).toEqual(paired.trip.transfers);
    await passChecks(world, chinese);
    const confirm = (partner?: { country: "VN"; number: string }) =>
      gate(yard).transferCargo({ ...on(chinese.id), ...(partner && { partner }) });
    await expect(confirm({ country: "VN", number: "29C99999" })).rejects.toMatchObject({
      code: "transfer_paired_otherwise",
      data: { params: { plate: vietnamese.plate.number } },
    });
    const done = (await confirm()).trip;
    expect(done).toMatchObject({ state: "transferred", transferredTo: vietnamese.plate });
    expect(done.transfers).toMatchObject([{ ...pair, confirmedAt: expect.any(String) }]);
    for (const { id } of [chinese, vietnamese]) {
      const { lines } = await gate(dispatcher).readStory({ trip: id });
      const told = lines.filter((line) => /transfer/.test(line.kind));
      expect(told.map(({ kind, data }) => [kind, data.to])).toEqual([
        ["gate.transfer_paired", vietnamese.plate],
        ["gate.cargo_transferred", vietnamese.plate],
      ]);
    }
  });

  test("takes a Vietnamese truck once at a time; paired anew, the truck before is free", async () => {
    const [one, two] = [await importInYard(world), await importInYard(world)];
    const partner = newPlate();
    await gate(firm).pairTransfer({ ...on(one.id), partner });
    const again = () => gate(yard).pairTransfer({ ...on(two.id), partner });
    await expect(again()).rejects.toMatchObject({ code: "transfer_plate_taken" });
    await gate(yard).pairTransfer({ ...on(one.id), partner: newPlate() });
    expect((await again()).trip.transfers).toMatchObject([{ to: partner, partner: null }]);
  });

  test("without a pair names the Vietnamese truck when it is done", async () => {
    const { id } = await passChecks(world, await importInYard(world));
    await expect(gate(yard).transferCargo(on(id))).rejects.toMatchObject({ code: "transfer_not_paired" });
    const { trip } = await gate(yard).transferCargo({ ...on(id), partner: newPlate() });
    expect(trip.transfers).toMatchObject([{ confirmedAt: expect.any(String) }]);
  });

  test("of an export goes the other way: from the Vietnamese truck onto the Chinese one", async () => {
    const { id, plate } = await declare(world, { kind: "export_cn" });
    await gate(guard).crossIn(on(id));
    await gate(yard).enterYard({ ...on(id), yard: yardKey });
    const partner = newPlate();
    const { trip } = await gate(yard).transferCargo({ ...on(id), partner });
    expect(trip.transfers).toMatchObject([{ from: partner, to: plate }]);
    expect(trip.transferredTo).toBeNull();
  });
});

test("another trailer or box behind the same truck keeps its place", async () => {
  const before = await holding(world);
  const trailer = { country: "VN" as const, number: "12R00777" };
  const { trip } = await gate(firm).swapUnit({ ...on(before.id), trailer, reason: "Nổ lốp" });
  expect(trip).toMatchObject({ trailer, plate: before.plate, ticket: before.ticket, state: "holding" });
  const off = await gate(firm).swapUnit({ ...on(before.id), trailer: null, reason: "Cắt moóc" });
  expect(off.trip.trailer).toBeNull();
  const box = { number: "MSKU6011672", size: "40" as const };
  const twice = gate(firm).swapUnit({ ...on(before.id), containers: [box, box], reason });
  await expect(twice).rejects.toMatchObject({ code: "invalid_input" });
});

test("a diverted truck leaves its place behind, arrives anew on the other route and is counted as turned around", async () => {
  const { clock } = world.zone.platform;
  const day = civilDay(clock.now(), clock.timeZone);
  const turned = async () =>
    (await gate(dispatcher).readBulletin({ day })).bulletin.known.figures.lines.turned_around ?? 0;
  const before = await turned();
  const { id } = await holding(world);
  const { trip } = await gate(dispatcher).divertTrip({ ...on(id), to: other, reason });
  expect(trip).toMatchObject({ state: "travelling", route: other, ticket: null, place: null });
  expect(trip.diversions).toMatchObject([{ from: route, to: other, reason }]);
  expect((await turned()) - before).toBe(1);
  const queue = await gate(dispatcher).readQueue({ route, direction: "export", limit: 200 });
  expect(queue.rows.some((row) => row.trip.id === id)).toBe(false);
  const there = await arrive(world, id);
  expect(there).toMatchObject({ state: "holding", route: other, ticket: expect.any(Number) });
  // One on the road had not arrived anywhere: it is sent elsewhere, and nobody turned round.
  const onTheRoad = await declare(world);
  await gate(police).divertTrip({ ...on(onTheRoad.id), to: other, reason });
  expect((await turned()) - before).toBe(1);
});

test("the read models of transfers and diversions can be made anew from the log", async () => {
  const { before, after } = await world.zone.gate.rebuild();
  expect(after).toBe(before);
});
