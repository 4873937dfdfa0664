import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { testCommands } from "../../../test/world/test-commands.ts";
import {
  arrive,
  call,
  command,
  declaration,
  declare,
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

const queue = { route, direction: "export" } as const;

/** First instants of the windows of the truck's stream, soonest first. */
async function windows(): Promise<string[]> {
  const read = await world.as(firm).gate.readSlots(queue);
  return read.windows.filter((one) => one.stream === "perishable").map((one) => one.from);
}
/** A window that nobody else of this file books. */
let used = 2;
async function freshWindow(): Promise<string> {
  used += 1;
  return (await windows()).at(-used) ?? "";
}
const book = (trip: string, from: string, by = firm) =>
  world.as(by).gate.bookSlot({ ...command(), trip, from });
const declareFor = async (by: typeof firm, slot?: string) => {
  const filed = { ...command(), declaration: declaration(), ...(slot && { slot }) };
  return (await world.as(by).gate.declareVehicle(filed)).trip;
};
async function passTo(instant: string) {
  await world.zone.platform.clock.advance(new Date(instant));
  await world.zone.engines.runTimers();
}
const read = async (trip: string) => (await world.as(dispatcher).gate.readTrip({ trip })).trip;

describe("a truck with a slot", () => {
  test("that comes in its window goes before the live queue, turn about; who misses it waits live; who comes early gains nothing", async () => {
    const [first = "", second = ""] = await windows();
    const [inTime, missing, early] = [
      await declareFor(firm, first),
      await declareFor(firm, first),
      await declareFor(otherFirm, second),
    ];
    expect(inTime.booking).toMatchObject({ from: first, state: "booked" });
    const live = [await holding(world), await holding(world)];
    expect((await arrive(world, early.id)).booking?.state).toBe("early");
    await passTo(first);
    expect((await arrive(world, inTime.id)).booking?.state).toBe("open");
    const order = async () =>
      (await world.as(dispatcher).gate.readQueue({ ...queue, limit: 50 })).rows.map((row) => [
        row.trip.id,
        row.way,
      ]);
    const waiting = await order();
    expect(waiting.filter(([id]) => id !== early.id)).toEqual([
      [inTime.id, "slot"],
      [live[0]?.id, "live"],
      [live[1]?.id, "live"],
    ]);
    const { changes } = await world.as(firm).gate.explainPlace({ trip: live[0]?.id ?? "" });
    expect(changes.at(-1)).toMatchObject({ cause: "slot_ahead", count: 1 });
    expect((await read(early.id)).may.find((line) => line.action === "call_forward")).toMatchObject({
      reason: "before_slot",
    });
    await passTo(second);
    const late = await arrive(world, missing.id);
    expect(late.booking?.state).toBe("missed");
    const opened = await read(early.id);
    expect([opened.booking?.state, (opened.ticket ?? 0) > (inTime.ticket ?? 0)]).toEqual(["open", true]);
    expect((await order()).map(([id]) => id)).toEqual([
      inTime.id,
      live[0]?.id,
      early.id,
      live[1]?.id,
      missing.id,
    ]);
    expect((await call(world, 3)).map((trip) => trip.id)).toEqual([inTime.id, live[0]?.id, early.id]);
    expect((await order()).map(([id]) => id)).toEqual([live[1]?.id, missing.id]);
  });
});

testCommands(
  () => world,
  [
    {
      name: "bookSlot",
      right: firm,
      wrong: guard,
      ready: async () => ({ trip: (await declare(world)).id, from: await freshWindow() }),
      bad: [{ from: "2020-01-01T00:00:00.000Z" }, "slot_not_published", "from"],
      other: { from: "2020-01-01T00:00:00.000Z" },
    },
    {
      name: "cancelSlot",
      right: firm,
      wrong: otherFirm,
      ready: async () => ({ trip: (await declareFor(firm, await freshWindow())).id }),
      bad: [{ trip: randomUUID() }, "trip_not_found"],
      other: { trip: randomUUID() },
    },
  ],
);

describe("abuse of slots", () => {
  test("hoarding is refused: one declarant has its share of a window, one truck one trip and one slot", async () => {
    const from = await freshWindow();
    await declareFor(firm, from);
    await declareFor(firm, from);
    await expect(declareFor(firm, from)).rejects.toMatchObject({ code: "slots_hoarded" });
    expect((await declareFor(otherFirm, from)).booking?.from).toBe(from);
    const shown = (await world.as(guard).gate.readSlots(queue)).windows.find(
      (one) => one.from === from && one.stream === "perishable",
    );
    expect(shown).toMatchObject({ capacity: 6, taken: 3 });
  });

  test("handing over is refused: truck, route and stream stay, a new driver does not matter", async () => {
    const trip = await declareFor(firm, await freshWindow());
    const amend = (part: object) =>
      world.as(firm).gate.amendDeclaration({ ...command(), trip: trip.id, ...part });
    const vehicle = declaration().vehicle;
    await expect(amend({ vehicle })).rejects.toMatchObject({ code: "slot_bound" });
    const sameTruck = { ...vehicle, plate: trip.plate, vin: "LZZ5CCSD0RA123456" };
    await expect(amend({ vehicle: sameTruck })).rejects.toMatchObject({ code: "slot_bound" });
    await expect(amend({ route: "1116-1117" })).rejects.toMatchObject({ code: "slot_bound" });
    await expect(amend({ goods: [{ name: "Quặng", class: "ore" }] })).rejects.toMatchObject({
      code: "slot_bound",
    });
    await amend({ driver: { name: "Lê Văn Hai", paper: "001122334455" } });
    await world.as(firm).gate.cancelSlot({ ...command(), trip: trip.id });
    await amend({ vehicle });
  });

  test("endless moving is refused, and two bookings cannot wait for each other: a move is one step or nothing", async () => {
    const [one, other, third] = [await freshWindow(), await freshWindow(), await freshWindow()];
    const mine = await declareFor(firm, one);
    const theirs = await declareFor(otherFirm, other);
    await Promise.all([book(mine.id, other), book(theirs.id, one, otherFirm)]);
    expect([(await read(mine.id)).booking?.from, (await read(theirs.id)).booking?.from]).toEqual([
      other,
      one,
    ]);
    await book(mine.id, third);
    await expect(book(mine.id, one)).rejects.toMatchObject({ code: "slot_bookings_spent" });
    expect((await read(mine.id)).booking?.from).toBe(third);
  });

  test("a window that was withdrawn is kept while the withdrawal can be undone, and given on afterwards", async () => {
    const from = await freshWindow();
    const trips = [await declareFor(firm, from), await declareFor(firm, from)];
    const gone = { trip: trips[0]?.id ?? "" };
    await world.as(firm).gate.withdrawTrip({ ...command(), ...gone, reason: "Đổi kế hoạch" });
    await expect(declareFor(firm, from)).rejects.toMatchObject({ code: "slots_hoarded" });
    expect((await world.as(firm).gate.undoWithdrawal({ ...command(), ...gone })).trip.booking?.from).toBe(
      from,
    );
    await world.as(firm).gate.withdrawTrip({ ...command(), ...gone, reason: "Đổi kế hoạch" });
    const { clock } = world.zone.platform;
    await passTo(new Date(clock.now().getTime() + 11 * 60_000).toISOString());
    expect((await declareFor(firm, from)).booking?.from).toBe(from);
  });

  test("a filing whose window is refused is not filed, and nobody books after the arrival", async () => {
    const refused = { ...declaration(), goods: [] };
    const from = await freshWindow();
    await expect(
      world.as(firm).gate.declareVehicle({ ...command(), declaration: refused, slot: from }),
    ).rejects.toMatchObject({ code: "slot_not_published" });
    await world.as(firm).gate.declareVehicle({ ...command(), declaration: refused });
    const here = await holding(world);
    await expect(book(here.id, from)).rejects.toMatchObject({ code: "step_past" });
  });

  test("a stranger who declared a truck first does not block it: the gate centre withdraws that, and its owner files", async () => {
    const strange = await declareFor(otherFirm);
    const vehicle = { ...declaration().vehicle, plate: strange.plate };
    await expect(declare(world, { vehicle })).rejects.toMatchObject({ code: "plate_on_open_trip" });
    await world
      .as(dispatcher)
      .gate.withdrawTrip({ ...command(), trip: strange.id, reason: "Giấy tờ xe không phải của người khai" });
    expect((await declare(world, { vehicle })).plate).toEqual(strange.plate);
    await expect(
      world.as(otherFirm).gate.undoWithdrawal({ ...command(), trip: strange.id }),
    ).rejects.toMatchObject({ code: "plate_on_open_trip" });
  });

  test("the read models made anew from the log know the same slots", async () => {
    const rebuilt = await world.zone.gate.rebuild();
    expect(rebuilt.after).toBe(rebuilt.before);
  });
});
