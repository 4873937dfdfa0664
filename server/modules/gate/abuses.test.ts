import { randomUUID } from "node:crypto";
import type { GoodsLine } from "@moc/contract/gate/goods.ts";
import { civilDay } from "@moc/server/platform/time/clock.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actor, openWorld, passTime, type World } from "../../../test/world/open-world.ts";
import {
  arrive,
  call,
  command,
  customs,
  declaration,
  declare,
  dispatcher,
  exportOrder,
  firm,
  guard,
  holding,
  otherFirm,
  route,
  yard,
  yardKey,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const durian: GoodsLine = { name: "Sầu riêng", class: "durian", weightKg: 18_000 };
const light: GoodsLine = { ...durian, weightKg: 1_000 };
const ore: GoodsLine = { name: "Quặng", class: "ore", weightKg: 20_000 };
const field = (path: string) => ({ fields: [expect.objectContaining({ path })] });
const order = () => exportOrder(world);
const amend = (trip: string, goods: GoodsLine[]) =>
  world.as(firm).gate.amendDeclaration({ ...command(), trip, goods });
const pass = (minutes: number) => passTime(world, minutes);
const clear = async () => {
  for (const trip of await order())
    await world.as(dispatcher).gate.withdrawTrip({ ...command(), trip, reason: "Hết thử" });
};

describe("declared empty, loaded later", () => {
  test("goods that are named or added after the dated limit cost the place, for everybody to read; within it they do not", async () => {
    const unknown = await holding(world, { goods: [] });
    const half = await holding(world, { goods: [light] });
    const whole = await holding(world, { goods: [durian] });
    const soon = await holding(world, { goods: [light] });
    await pass(120);
    await amend(soon.id, [durian]);
    expect(await order()).toEqual([unknown, half, whole, soon].map(({ id }) => id));
    await pass(1);
    await amend(whole.id, [{ ...durian, name: "Sầu riêng Ri6" }]);
    await amend(unknown.id, [durian]);
    await amend(half.id, [durian]);
    expect(await order()).toEqual([whole, soon, unknown, half].map(({ id }) => id));
    const { lines } = await world.as(firm).gate.readStory({ trip: half.id });
    const requeued = lines.find((line) => line.kind === "gate.requeued");
    expect(requeued?.data).toMatchObject({ cause: "loaded_later", stream: "perishable" });
    const { changes } = await world.as(firm).gate.explainPlace({ trip: half.id });
    expect(changes.at(-1)).toMatchObject({ to: 4 });
    const { after, before } = await world.zone.gate.rebuild();
    expect(after).toBe(before);
    await clear();
  });

  test("the turn of one stream is not taken with the goods of another", async () => {
    const trip = await holding(world, { goods: [ore] });
    await call(world);
    await expect(amend(trip.id, [durian])).rejects.toMatchObject({
      code: "stream_after_call",
      data: field("goods"),
    });
    await amend(trip.id, [{ ...ore, weightKg: 21_000 }]);
  });
});

describe("a force out of step with the queue", () => {
  const decide = (trip: string, by = customs) =>
    world.as(by).gate.decideCheck({ ...command(), trip, check: "customs", decision: "pass" });
  const alerts = async () => {
    await world.zone.platform.follower.settled();
    const { alerts: all } = await world.as(dispatcher).gate.readOperations({});
    return all.filter((one) => one.kind === "out_of_step");
  };

  test("moves no truck that the queue has not called, whatever it has passed before", async () => {
    const first = await holding(world);
    const favoured = await holding(world);
    await decide(favoured.id);
    expect(await order()).toEqual([first.id, favoured.id]);
    await expect(world.as(guard).gate.reachGate({ ...command(), trip: favoured.id })).rejects.toMatchObject({
      code: "step_ahead",
    });
    await expect(
      world.as(yard).gate.enterYard({ ...command(), trip: favoured.id, yard: yardKey }),
    ).rejects.toMatchObject({ code: "step_ahead" });
    await clear();
  });

  test("is shown with the trucks that it leaves behind once three called later were passed, until they are its turn", async () => {
    const trucks: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const { id } = await holding(world);
      await call(world);
      await world.as(guard).gate.reachGate({ ...command(), trip: id });
      await world.as(yard).gate.enterYard({ ...command(), trip: id, yard: yardKey });
      await pass(1);
      trucks.push(id);
    }
    const [left = "", ...later] = trucks;
    for (const id of later.slice(1)) await decide(id);
    expect(await alerts()).toEqual([]);
    await decide(later[0] ?? "");
    expect(await alerts()).toMatchObject([
      { route, direction: "export", params: { check: "customs", count: "1", passed: "3" }, trips: [left] },
    ]);
    await decide(left);
    expect(await alerts()).toEqual([]);
  });
});

describe("a stranger's plate", () => {
  const { vehicle } = declaration();
  const file = (by = firm, of = vehicle) =>
    world.as(by).gate.declareVehicle({ ...command(), declaration: declaration({ vehicle: of }) });
  const drop = async (trip: string, by = firm) =>
    world.as(by).gate.withdrawTrip({ ...command(), trip, reason: "Thôi" });

  test("is not kept from its owner again and again: a truck that twice never came is filed by who sees it", async () => {
    await drop((await file()).trip.id);
    await drop((await file()).trip.id);
    await expect(file()).rejects.toMatchObject({
      code: "plate_never_came",
      data: field("declaration.vehicle.plate"),
    });
    const own = await declare(world);
    await expect(
      world.as(firm).gate.amendDeclaration({ ...command(), trip: own.id, vehicle }),
    ).rejects.toMatchObject({ code: "plate_never_came" });
    await drop((await file(otherFirm)).trip.id, otherFirm);
    const { trip } = await world.as(dispatcher).gate.declareVehicle({
      ...command(),
      declaration: declaration({ vehicle }),
      firm: "firm-ky-lua",
    });
    expect(trip.state).toBe("declared");
    await drop(trip.id);
    await pass(8 * 24 * 60);
    await drop((await file()).trip.id);
  });

  test("nor many of them: who declares too many trucks that never come declares only those that it has brought", async () => {
    await pass(8 * 24 * 60); // what the test before has filed counts no more
    const brought = await declare(world);
    await arrive(world, brought.id);
    await world.as(dispatcher).gate.withdrawTrip({ ...command(), trip: brought.id, reason: "Hết thử" });
    const statement = {
      kind: "filing_rule",
      key: "filing-export",
      direction: "export",
      withinDays: 7,
      perPlate: 2,
      perFiler: 2,
    } as const;
    await world.as(actor("administrator")).registry.editRow({
      command: randomUUID(),
      statement,
      validFrom: civilDay(world.zone.platform.clock.now(), "Asia/Ho_Chi_Minh"),
      validTo: null,
      citation: "thử",
      reason: "thử",
    });
    const fresh = () => declaration().vehicle;
    await drop((await file(firm, fresh())).trip.id);
    await drop((await file(firm, fresh())).trip.id);
    await expect(file(firm, fresh())).rejects.toMatchObject({
      code: "filings_never_came",
      data: field("declaration.vehicle.plate"),
    });
    await file(firm, { ...fresh(), plate: brought.plate });
    await file(otherFirm, fresh());
  });
});
