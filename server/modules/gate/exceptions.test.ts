import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, passTime, type World } from "../../../test/world/open-world.ts";
import { testCommands } from "../../../test/world/test-commands.ts";
import {
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

const priority = { ground: "relief-goods" } as const;
const hold = { ground: "identity-in-doubt" } as const;
const back = { ground: "yard-not-receiving" } as const;

async function waiting() {
  return { trip: (await holding(world)).id };
}
async function called() {
  const trip = await waiting();
  await call(world, 200);
  return trip;
}
async function withdrawn() {
  const trip = await waiting();
  await world.as(firm).gate.withdrawTrip({ ...command(), ...trip, reason: "Bán trong nước" });
  return trip;
}
async function queue() {
  return world.as(dispatcher).gate.readQueue({ route, direction: "export", limit: 200 });
}
const order = async () => (await queue()).rows.map((row) => row.trip.id);
const pass = (minutes: number) => passTime(world, minutes);

testCommands(
  () => world,
  [
    {
      name: "givePriority",
      right: dispatcher,
      wrong: firm,
      ready: async () => ({ ...(await waiting()), ...priority }),
      bad: [hold, "ground_not_found", "ground"],
      other: { ground: "cold-chain-failure" },
    },
    {
      name: "holdBack",
      right: guard,
      wrong: firm,
      ready: async () => ({ ...(await waiting()), ...hold }),
      bad: [{ ground: "no-such-ground" }, "ground_not_found", "ground"],
      other: priority,
    },
    {
      name: "sendBack",
      right: dispatcher,
      wrong: firm,
      ready: async () => ({ ...(await called()), ...back }),
      bad: [priority, "ground_not_found", "ground"],
      other: hold,
    },
    {
      name: "liftException",
      right: guard,
      wrong: firm,
      ready: async () => {
        const trip = await waiting();
        await world.as(guard).gate.holdBack({ ...command(), ...trip, ...hold });
        return { ...trip, exception: "hold" };
      },
      bad: [{ exception: "priority" }, "no_exception", "exception"],
      other: { exception: "priority" },
    },
    {
      name: "undoWithdrawal",
      right: firm,
      wrong: otherFirm,
      ready: withdrawn,
      bad: [{ trip: "no-id" }, "invalid_input", "trip"],
      other: { trip: "00000000-0000-4000-8000-00000000000f" },
    },
  ],
);

describe("a departure from the order", () => {
  test("stands at once in the queue's public history with ground, organisation and officer, and in the words of those it moved", async () => {
    const before = await order();
    const { trip: passed } = await waiting();
    const { trip } = await waiting();
    const preview = await world.as(dispatcher).gate.previewPriority({ trip });
    const ahead = (await world.as(dispatcher).gate.readTrip({ trip })).trip.ahead ?? 0;
    expect(preview).toMatchObject({ from: ahead + 1 });
    expect(preview.passes.map((one) => one.trip)).toContain(passed);
    await world.as(dispatcher).gate.givePriority({ ...command(), trip, ...priority });
    const shown = await queue();
    expect(shown.rows.find((row) => row.trip.id === trip)).toMatchObject({
      place: preview.to,
      way: "priority",
    });
    expect(shown.exceptions[0]).toMatchObject({
      trip,
      kind: "priority",
      ground: { key: "relief-goods", document: null, illustrative: true },
      organisation: "gate-centre",
    });
    const { changes, place } = await world.as(firm).gate.explainPlace({ trip: passed });
    expect(changes.at(-1)).toMatchObject({
      cause: "exception_ahead",
      to: place,
      exception: { trip, kind: "priority" },
    });
    expect(place).toBe((changes.at(-1)?.from ?? 0) + 1);
    expect(before).not.toContain(trip);
  });

  test("is ended by the organisation that gave it and by no other, and a ground is invoked by those alone whom the pack names", async () => {
    const { trip } = await waiting();
    const held = await world.as(guard).gate.holdBack({ ...command(), trip, ...hold });
    expect(held.trip.may.find((line) => line.action === "lift_exception")).toMatchObject({
      params: { exceptions: "hold" },
    });
    await expect(
      world.as(dispatcher).gate.liftException({ ...command(), trip, exception: "hold" }),
    ).rejects.toMatchObject({ code: "exception_of_other" });
    await expect(
      world.as(guard).gate.givePriority({ ...command(), trip, ground: "cold-chain-failure" }),
    ).rejects.toMatchObject({ code: "ground_not_yours" });
    const rows = (await queue()).rows.find((row) => row.trip.id === trip);
    expect(rows?.passedOver).toBe("held_back");
  });

  test("a declaration has no word for a priority", async () => {
    const claimed = { ...declaration(), priority: "relief-goods" };
    await expect(
      world.as(firm).gate.declareVehicle({ ...command(), declaration: claimed }),
    ).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("a truck that comes back", () => {
  test("from the gate stands at its old place, before those who came after it, and does not expire as a no-show", async () => {
    const { trip } = await called();
    const later = await waiting();
    await world.as(dispatcher).gate.sendBack({ ...command(), trip, ...back });
    const now = await order();
    expect(now.indexOf(trip)).toBeLessThan(now.indexOf(later.trip));
    await pass(180);
    expect((await world.as(firm).gate.readTrip({ trip })).trip.state).toBe("holding");
  });

  test("from a withdrawal within ten minutes keeps its place, later it does not, and not beside a second declaration", async () => {
    const { trip } = await withdrawn();
    const later = await waiting();
    await pass(9);
    const undone = await world.as(firm).gate.undoWithdrawal({ ...command(), trip });
    expect(undone.trip.state).toBe("holding");
    const now = await order();
    expect(now.indexOf(trip)).toBeLessThan(now.indexOf(later.trip));
    const { changes } = await world.as(firm).gate.explainPlace({ trip: later.trip });
    expect(changes.at(-1)).toMatchObject({
      cause: "exception_ahead",
      exception: { kind: "undo", ground: null },
    });

    const second = await withdrawn();
    await pass(10);
    await expect(world.as(firm).gate.undoWithdrawal({ ...command(), ...second })).rejects.toMatchObject({
      code: "undo_over",
    });

    const third = await declare(world);
    await world.as(firm).gate.withdrawTrip({ ...command(), trip: third.id, reason: "Nhầm" });
    const vehicle = { plate: third.plate, payloadClass: third.payloadClass, containers: [] };
    await declare(world, { vehicle });
    await expect(world.as(firm).gate.undoWithdrawal({ ...command(), trip: third.id })).rejects.toMatchObject({
      code: "plate_on_open_trip",
    });
  });

  test("is told alike by the read models made anew from the log", async () => {
    const rebuilt = await world.zone.gate.rebuild();
    expect(rebuilt.after).toBe(rebuilt.before);
  });
});
