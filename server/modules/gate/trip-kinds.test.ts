import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { give, lift, orderOf, stop } from "../../../test/world/orders.ts";
import {
  command,
  customs,
  declare,
  dispatcher,
  firm,
  guard,
  handedOver,
  importInYard,
  inYard,
  otherFirm,
  passChecks,
  takeHome,
  toBeLoaded,
  yard,
  yardKey,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const partner = { country: "VN" as const, number: "12C08120" };
const electronics = [{ name: "Linh kiện", class: "electronics" as const, weightKg: 7_000 }];
const fruit = [{ name: "Táo", class: "fruit" as const, weightKg: 9_000 }];
const on = (trip: string) => ({ ...command(), trip });
const gate = (actor: Actor) => world.as(actor).gate;
const figures = async () => {
  await world.zone.platform.follower.settled();
  return (await gate(dispatcher).readOperations({})).figures;
};

async function abroad(): Promise<string> {
  const trip = await inYard(world);
  await passChecks(world, trip);
  await gate(dispatcher).release(on(trip.id));
  await gate(guard).crossOut(on(trip.id));
  return trip.id;
}

test("an import by VN truck goes out empty, comes back with the goods and needs no transfer", async () => {
  const { id } = await declare(world, { kind: "import_vn", goods: electronics });
  const out = (await gate(guard).crossOut(on(id))).trip;
  expect(out).toMatchObject({ state: "abroad", returnBy: expect.any(String) });
  expect(await figures()).toMatchObject({ abroad: 1, importPassages: 0, kmZero: { out: 1, in: 0 } });
  await gate(guard).crossIn(on(id));
  expect(await figures()).toMatchObject({ abroad: 0, importPassages: 1, kmZero: { out: 1, in: 1 } });
  await passChecks(world, (await gate(yard).enterYard({ ...on(id), yard: yardKey })).trip);
  await expect(gate(yard).transferCargo({ ...on(id), partner })).rejects.toMatchObject({
    code: "not_for_kind",
  });
  await gate(dispatcher).release(on(id));
  expect((await gate(yard).leave(on(id))).trip.state).toBe("closed");
});

test("a CN truck that enters empty is loaded before its checks end, and is home when it crosses", async () => {
  const { id } = await declare(world, { kind: "export_cn", goods: fruit });
  await gate(guard).crossIn(on(id));
  const standing = (await gate(yard).enterYard({ ...on(id), yard: yardKey })).trip;
  const early = await passChecks(world, standing);
  expect(early.state).toBe("in_yard");
  await expect(gate(dispatcher).release(on(id))).rejects.toMatchObject({ code: "cargo_not_loaded" });
  const loaded = (await gate(yard).transferCargo({ ...on(id), partner })).trip;
  expect(loaded).toMatchObject({ state: "checks_done", transferredTo: null });
  await gate(dispatcher).release(on(id));
  const before = await figures();
  const gone = (await gate(guard).crossOut(on(id))).trip;
  expect(gone).toMatchObject({ state: "closed", yard: null, returnBy: null });
  const now = await figures();
  expect(now.exportPassages - before.exportPassages).toBe(1);
  expect(now.kmZero.out - before.kmZero.out).toBe(1);
  expect([now.arrivals, now.abroad]).toEqual([before.arrivals, before.abroad]);
});

test("an export comes back loaded as an import leg of the same trip, checked anew and counted as an import", async () => {
  const id = await abroad();
  await expect(gate(guard).crossIn(on(id))).rejects.toMatchObject({ code: "return_not_declared" });
  const told = (await gate(firm).declareReturn({ ...on(id), goods: electronics })).trip;
  expect(told).toMatchObject({ state: "abroad", back: { goods: electronics }, direction: "export" });
  const before = await figures();
  const home = (await gate(guard).crossIn(on(id))).trip;
  expect(home).toMatchObject({ state: "crossed_in", direction: "import", goods: electronics });
  expect(home.checks.map((check) => [check.kind, check.state])).toEqual([
    ["border_guard_entry", "pending"],
    ["customs", "pending"],
    ["health_quarantine", "pending"],
  ]);
  const now = await figures();
  expect(now.importPassages - before.importPassages).toBe(1);
  expect(now.kmZero.in - before.kmZero.in).toBe(1);
  expect(now.abroad - before.abroad).toBe(-1);
  await passChecks(world, (await gate(yard).enterYard({ ...on(id), yard: yardKey })).trip);
  await gate(dispatcher).release(on(id));
  const { trip } = await gate(yard).leave(on(id));
  expect(trip).toMatchObject({ id, state: "closed" });
});

test("a loaded return is steered as the import that it is: a stop of exports lets it home, one of imports does not", async () => {
  const id = await abroad();
  await gate(firm).declareReturn({ ...on(id), goods: electronics });
  const outward = await give(world, orderOf(stop));
  const inward = await give(world, orderOf(stop, { direction: "import" }));
  await expect(gate(guard).crossIn(on(id))).rejects.toMatchObject({ code: "order_stops" });
  await lift(world, inward.id);
  expect((await gate(guard).crossIn(on(id))).trip.state).toBe("crossed_in");
  await lift(world, outward.id);
});

test("a return load is declared by its own firm, with goods, once per command, until the truck is back", async () => {
  const id = await abroad();
  const declared = { ...on(id), goods: fruit };
  type Input = Parameters<ReturnType<typeof gate>["declareReturn"]>[0];
  const send = (actor: Actor | null, input: Input = declared) => world.as(actor).gate.declareReturn(input);
  await expect(send(null)).rejects.toMatchObject({ code: "not_signed_in" });
  await expect(send(otherFirm)).rejects.toMatchObject({ code: "not_allowed" });
  await expect(send(customs)).rejects.toMatchObject({ code: "not_allowed" });
  await expect(send(firm, { ...declared, goods: [] })).rejects.toMatchObject({
    code: "invalid_input",
    data: { fields: [expect.objectContaining({ path: "goods" })] },
  });
  const bus = [{ name: "Xe khách", class: "new_vehicle" as const }];
  await expect(send(firm, { ...declared, goods: bus })).rejects.toMatchObject({
    code: "new_vehicle_own_kind",
    data: { fields: [expect.objectContaining({ path: "goods.0.class" })] },
  });
  const first = await send(firm);
  expect(await send(firm)).toEqual(first);
  await expect(send(firm, { ...declared, goods: electronics })).rejects.toMatchObject({
    code: "command_conflict",
  });
  await gate(guard).confirmReturn(on(id));
  await expect(send(firm, { ...on(id), goods: fruit })).rejects.toMatchObject({ code: "step_past" });
});

test("a Chinese truck that handed its goods over is loaded for home: one trip, two loads, each counted the way it went", async () => {
  const before = await figures();
  const loading = await toBeLoaded(world, fruit);
  const { id } = loading;
  expect(loading).toMatchObject({ kind: "import_cn", state: "in_yard", direction: "export", goods: fruit });
  // Who checks on entry has seen it come in.
  expect(loading.checks.map((check) => [check.kind, check.state])).toEqual([
    ["border_guard_exit", "pending"],
    ["customs", "pending"],
    ["health_quarantine", "pending"],
    ["plant_quarantine", "pending"],
  ]);
  expect(loading.returnBy).not.toBeNull();
  await passChecks(world, loading);
  await expect(gate(dispatcher).release(on(id))).rejects.toMatchObject({ code: "cargo_not_loaded" });
  await expect(gate(guard).leave(on(id))).rejects.toMatchObject({ code: "not_for_kind" });
  await gate(yard).transferCargo({ ...on(id), partner });
  await gate(dispatcher).release(on(id));
  const gone = (await gate(guard).crossOut(on(id))).trip;
  expect(gone).toMatchObject({ id, state: "closed", yard: null, returnBy: null });
  const { transfers } = (await gate(dispatcher).readTrip({ trip: id })).trip;
  expect(transfers.map(({ from, to }) => [from.country, to.country])).toEqual([
    ["CN", "VN"],
    ["VN", "CN"],
  ]);
  expect(transfers.every((one) => one.confirmedAt !== null)).toBe(true);
  const now = await figures();
  expect([now.importPassages - before.importPassages, now.exportPassages - before.exportPassages]).toEqual([
    1, 1,
  ]);
  expect([now.kmZero.in - before.kmZero.in, now.kmZero.out - before.kmZero.out]).toEqual([1, 1]);
  expect(now.arrivals).toBe(before.arrivals);
});

test("what a Chinese truck takes home is steered as the export that it is, and loaded where it has room already", async () => {
  const { id } = await handedOver(world);
  await gate(firm).declareReturn({ ...on(id), goods: fruit });
  const inward = await give(world, orderOf(stop, { direction: "import" }));
  const outward = await give(world, orderOf(stop));
  const load = () => gate(yard).enterYard({ ...on(id), yard: yardKey, slot: "H-1" });
  await expect(load()).rejects.toMatchObject({ code: "order_stops" });
  await lift(world, outward.id);
  expect((await load()).trip).toMatchObject({ state: "in_yard", slot: "H-1" });
  await lift(world, inward.id);
});

test("a load for home is declared by its own firm, once, after the goods were handed over and before the loading", async () => {
  const { id } = await handedOver(world);
  const declared = { ...on(id), goods: fruit };
  type Input = Parameters<ReturnType<typeof gate>["declareReturn"]>[0];
  const send = (actor: Actor | null, input: Input = declared) => world.as(actor).gate.declareReturn(input);
  await expect(gate(yard).enterYard({ ...on(id), yard: yardKey })).rejects.toMatchObject({
    code: "return_not_declared",
  });
  await expect(send(null)).rejects.toMatchObject({ code: "not_signed_in" });
  await expect(send(otherFirm)).rejects.toMatchObject({ code: "not_allowed" });
  await expect(send(yard)).rejects.toMatchObject({ code: "not_allowed" });
  await expect(send(firm, { ...declared, goods: [] })).rejects.toMatchObject({
    code: "invalid_input",
    data: { fields: [expect.objectContaining({ path: "goods" })] },
  });
  const first = await send(firm);
  expect(await send(firm)).toEqual(first);
  const anew = await send(firm, { ...on(id), goods: electronics });
  expect(anew.trip.back).toMatchObject({ goods: electronics });
  await gate(yard).enterYard({ ...on(id), yard: yardKey });
  await expect(send(firm, { ...on(id), goods: fruit })).rejects.toMatchObject({ code: "not_for_kind" });

  const { id: inland } = await passChecks(world, await importInYard(world));
  await expect(send(firm, { ...on(inland), goods: fruit })).rejects.toMatchObject({ code: "step_ahead" });
  await gate(customs).allowInland(on(inland));
  await gate(dispatcher).release(on(inland));
  await expect(send(firm, { ...on(inland), goods: fruit })).rejects.toMatchObject({
    code: "cargo_not_handed_over",
  });
});

test("the log makes trips with a leg home, their transfers and their counts anew", async () => {
  await takeHome(world, await toBeLoaded(world, fruit));
  await world.zone.platform.follower.settled();
  const { before, after } = await world.zone.gate.rebuild();
  expect(after).toBe(before);
});
