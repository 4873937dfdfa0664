import type { NewOrder } from "@moc/contract/gate/steering.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { give, lift, liftAll, orderOf, stop } from "../../../test/world/orders.ts";
import {
  barrier,
  call,
  command,
  declaration,
  declare,
  dispatcher,
  firm,
  guard,
  holding,
  park,
  police,
  route,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const queue = { route, direction: "export" } as const;
const now = () => world.zone.platform.clock.now();
const inMinutes = (minutes: number) => new Date(now().getTime() + minutes * 60_000).toISOString();
const pass = (minutes: number) => world.zone.platform.clock.advance(new Date(inMinutes(minutes)));

const at = (path: string) => ({ fields: [expect.objectContaining({ path })] });
const steering = (by: Actor = dispatcher) => world.as(by).gate.readSteering({});
const mayCall = async () => (await world.as(dispatcher).gate.previewCall(queue)).mayCall;

/** Nothing stands and nobody waits. */
beforeEach(async () => {
  await liftAll(world);
  await call(world, 200).catch(() => undefined);
});

describe("a stop", () => {
  test("refuses every call in the reader's language with the order's own words, until it is lifted", async () => {
    const { id: trip } = await holding(world);
    const { id, number, year } = await give(world, orderOf(stop, { to: inMinutes(60) }));
    const texts = { vi: "Điều tiết thử", en: "A trial order", zh: "试行调度" } as const;
    for (const language of ["vi", "en", "zh"] as const) {
      const asked = world
        .as({ ...dispatcher, language })
        .gate.callForward({ ...command(), ...queue, count: 1 });
      await expect(asked).rejects.toMatchObject({
        code: "order_stops",
        message: expect.stringContaining(texts[language]),
        data: { params: { order: `${number}/${year}` } },
      });
    }
    expect(await mayCall()).toMatchObject({ allowed: false, reason: "order_stops" });
    const { may } = (await world.as(dispatcher).gate.readTrip({ trip })).trip;
    expect(may.find((line) => line.action === "call_forward")).toMatchObject({ reason: "order_stops" });
    await lift(world, id);
    expect((await call(world)).map((row) => row.id)).toEqual([trip]);
  });

  test("of one kind of goods passes those trucks over by name and calls the others; silence is no way past", async () => {
    const durian = await holding(world);
    const ore = await holding(world, { goods: [{ name: "Quặng", class: "ore" }] });
    await give(world, orderOf(stop, { goods: ["durian"] }));
    expect(await mayCall()).toMatchObject({ allowed: true });
    expect((await call(world, 5)).map((row) => row.id)).toEqual([ore.id]);
    const { rows } = await world.as(dispatcher).gate.readQueue({ ...queue, limit: 200 });
    expect(rows.map((row) => [row.trip.id, row.passedOver])).toEqual([[durian.id, "order_stop"]]);
    for (const { trip } of rows) {
      const explained = await world.as(firm).gate.explainPlace({ trip: trip.id });
      expect(explained.place).toBe(rows.find((row) => row.trip.id === trip.id)?.place);
    }
  });

  test("of one origin touches those who come from there and those who do not say", async () => {
    const inland = await holding(world, { origin: "Đắk Lắk" });
    const silent = await holding(world);
    const other = await holding(world, { origin: "Tiền Giang" });
    await give(world, orderOf(stop, { origins: ["đắk lắk"] }));
    expect((await call(world, 5)).map((row) => row.id)).toEqual([other.id]);
    const { rows } = await world.as(dispatcher).gate.readQueue({ ...queue, limit: 200 });
    expect(rows.map((row) => row.trip.id).toSorted()).toEqual([inland.id, silent.id].toSorted());
  });

  test("refuses a declaration only when it outlasts it", async () => {
    await give(world, orderOf(stop, { to: inMinutes(120) }));
    expect((await declare(world)).state).toBe("declared");
    await give(world, orderOf(stop));
    const asked = world.as(firm).gate.declareVehicle({ ...command(), declaration: declaration() });
    await expect(asked).rejects.toMatchObject({
      code: "order_stops",
      message: expect.stringContaining("Điều tiết thử"),
      data: at("declaration.route"),
    });
  });

  test("of imports keeps the guard from letting them in", async () => {
    const { id: trip } = await declare(world, { kind: "import_cn" });
    const { id } = await give(world, orderOf(stop, { direction: "import" }));
    await expect(world.as(guard).gate.crossIn({ ...command(), trip })).rejects.toMatchObject({
      code: "order_stops",
    });
    expect(await mayCall()).not.toMatchObject({ reason: "order_stops" });
    await lift(world, id);
    expect((await world.as(guard).gate.crossIn({ ...command(), trip })).trip.state).toBe("crossed_in");
  });
});

describe("at most so many per hour", () => {
  test("counts real calls: the rest keep their places until the first call is an hour old", async () => {
    await pass(61);
    for (let n = 0; n < 4; n += 1) await holding(world);
    expect(await call(world)).toHaveLength(1);
    const called = now().getTime();
    await pass(10);
    await give(world, orderOf({ kind: "max_per_hour", count: 3 }));
    const preview = await world.as(dispatcher).gate.previewCall(queue);
    expect([preview.proposed, preview.called.length]).toEqual([2, 2]);
    expect(await call(world, 9)).toHaveLength(2);
    const again = new Date(called + 3_600_000).toISOString();
    await expect(call(world)).rejects.toMatchObject({
      code: "order_limits",
      data: { params: { count: "3", again } },
    });
    expect(await mayCall()).toMatchObject({ allowed: false, reason: "order_limits" });
    await pass(50);
    expect(await call(world, 9)).toHaveLength(1);
  });
});

describe("a diversion", () => {
  test("refuses the call with the way to go, and the truck that follows it is called there", async () => {
    const { id: trip } = await holding(world);
    await give(world, orderOf({ kind: "divert", route: "1116-1117" }), police);
    await expect(call(world)).rejects.toMatchObject({
      code: "order_diverts",
      data: { params: { to: "1116-1117" } },
    });
    await world.as(firm).gate.amendDeclaration({ ...command(), trip, route: "1116-1117" });
    const there = { ...command(), route: "1116-1117", direction: "export" as const, count: 1 };
    expect((await world.as(dispatcher).gate.callForward(there)).called.map((row) => row.id)).toEqual([trip]);
  });
});

describe("a holding park", () => {
  test("an arrival counts in that park alone, unless its first signal came before", async () => {
    const early = (await declare(world)).id;
    const late = (await declare(world)).id;
    const there = { place: "non-tariff-area", origin: "barrier" } as const;
    await world.as(barrier).gate.signalArrival({ ...command(), trip: early, ...there });
    await pass(1);
    await give(world, orderOf({ kind: "hold_in_park", park }));
    await expect(
      world.as(barrier).gate.signalArrival({ ...command(), trip: late, ...there }),
    ).rejects.toMatchObject({ code: "order_holds_elsewhere", data: at("place") });
    const second = { ...command(), trip: early, place: "non-tariff-area", origin: "officer" } as const;
    expect((await world.as(dispatcher).gate.signalArrival(second)).trip.state).toBe("holding");
  });
});

describe("pre-registered only", () => {
  test("calls who was declared before the order began", async () => {
    const before = await holding(world);
    await pass(5);
    await give(world, orderOf({ kind: "pre_registered" }));
    const after = await holding(world);
    expect((await call(world, 5)).map((row) => row.id)).toEqual([before.id]);
    const { rows } = await world.as(dispatcher).gate.readQueue({ ...queue, limit: 200 });
    expect(rows.map((row) => [row.trip.id, row.passedOver])).toEqual([[after.id, "not_pre_registered"]]);
  });
});

describe("several at once", () => {
  test("the preview says whom an order touches and what would bind, and the list says what binds", async () => {
    await holding(world);
    await declare(world);
    const small = await give(world, orderOf({ kind: "max_per_hour", count: 2 }));
    const { document: _, text: __, ...asked } = orderOf({ kind: "max_per_hour", count: 5 });
    const effects = async (change: Partial<NewOrder> = {}) =>
      (await world.as(dispatcher).gate.previewOrder({ ...asked, ...change })).effects[0];
    expect(await effects()).toMatchObject({ route, waiting: 1, binds: false, stricter: [small.number] });
    expect((await effects())?.announced).toBeGreaterThan(0);
    expect(await effects({ action: stop })).toMatchObject({ binds: true, overruled: [small.number] });
    const large = await give(world, orderOf({ kind: "max_per_hour", count: 5 }));
    const { inForce } = await steering(firm);
    expect(inForce.map((order) => [order.number, order.binds, order.overruledBy])).toEqual([
      [small.number, true, []],
      [large.number, false, [small.number]],
    ]);
  });

  test("a planned order is in force from its first instant on, and a rebuild of the read models changes nothing", async () => {
    const { id: trip } = await holding(world);
    await give(world, orderOf(stop, { from: inMinutes(30), to: inMinutes(60) }));
    expect((await steering()).planned).toHaveLength(1);
    expect(await mayCall()).toMatchObject({ allowed: true });
    await pass(30);
    expect(await mayCall()).toMatchObject({ reason: "order_stops" });
    await pass(30);
    expect((await call(world)).map((row) => row.id)).toEqual([trip]);
    const { before, after } = await world.zone.gate.rebuild();
    expect(after).toBe(before);
  });
});
