import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actor, openWorld, passTime, type World } from "../../../test/world/open-world.ts";
import { give, lift, liftAll, orderOf, stop } from "../../../test/world/orders.ts";
import { testCommands } from "../../../test/world/test-commands.ts";
import { call, command, dispatcher, firm, guard, holding, route, yard } from "../../../test/world/trips.ts";
import { civilDay } from "../../platform/time/clock.ts";
import { runDueTimers } from "../../platform/time/timers.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const queue = { route, direction: "export" } as const;
const gate = (by = dispatcher) => world.as(by).gate;
const now = () => world.zone.platform.clock.now();
const read = async (by = dispatcher) => (await gate(by).readAutomatic(queue)).automatic;
const on = async () =>
  (await gate().startAutomatic({ ...command(), ...queue, reason: "Đêm một người trực" })).automatic;
const off = async () => {
  if ((await read()).on) await gate().stopAutomatic({ ...command(), ...queue, reason: "Đủ người" });
};
/** Zone time goes on and whatever is due by then happens. */
const pass = (minutes: number) => passTime(world, minutes);
const tripsIn = async (state: "called" | "holding") =>
  (await gate().listTrips({ state, limit: 200 })).rows.map((row) => row.id);
const several = async (count: number) => {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) ids.push((await holding(world)).id);
  return ids;
};
const countCalls = async () =>
  (await world.asOwner("SELECT seq FROM event WHERE kind = 'gate.called'")).length;

/** Off, nobody waits, nobody is on the way, no order stands. */
beforeEach(async () => {
  await off();
  await liftAll(world);
  for (const trip of [...(await tripsIn("called")), ...(await tripsIn("holding"))])
    await gate().withdrawTrip({ ...command(), trip, reason: "Hết thử" });
});

testCommands(
  () => world,
  [
    {
      name: "startAutomatic",
      right: dispatcher,
      wrong: guard,
      ready: async () => {
        await off();
        return { ...queue, reason: "Đêm một người trực" };
      },
      bad: [{ reason: "" }, "invalid_input", "reason"],
      other: { reason: "Khác" },
    },
    {
      name: "stopAutomatic",
      right: dispatcher,
      wrong: yard,
      ready: async () => {
        if (!(await read()).on) await on();
        return { ...queue, reason: "Đủ người" };
      },
      bad: [{ route: "nowhere" }, "route_not_found", "route"],
      other: { reason: "Khác" },
    },
  ],
);

describe("a queue that calls by itself", () => {
  test("is off until the gate centre switches it on, says who did so and why, and is switched once", async () => {
    expect(await read()).toMatchObject({ on: false, nextAt: null });
    await expect(gate().stopAutomatic({ ...command(), ...queue, reason: "x" })).rejects.toMatchObject({
      code: "automatic_off",
    });
    const nobodys = actor("dispatcher");
    const start = { ...command(), ...queue, reason: "x" };
    await expect(gate(nobodys).startAutomatic(start)).rejects.toMatchObject({ code: "not_allowed" });
    const shown = await on();
    expect(shown).toMatchObject({
      on: true,
      switched: { at: now().toISOString(), organisation: "gate-centre", reason: "Đêm một người trực" },
      rule: { everyMinutes: 10, most: 12 },
      may: [{ action: "stop_automatic", allowed: true }],
    });
    await expect(on()).rejects.toMatchObject({ code: "automatic_on" });
    expect((await read(yard)).may).toMatchObject([{ action: "stop_automatic", reason: "not_allowed" }]);
    await expect(gate(firm).readAutomatic(queue)).rejects.toMatchObject({ code: "not_allowed" });
    await off();
    expect(await read()).toMatchObject({ on: false, switched: { reason: "Đủ người" }, would: 0 });
  });

  test("calls whom the dispatcher would be shown, publicly in the name of the organisation, and not while time stands still", async () => {
    const waiting = await several(3);
    const { nextAt } = await on();
    expect(await read()).toMatchObject({ would: 3, why: { allowed: true } });
    await pass(9);
    expect(await tripsIn("called")).toEqual([]);
    const { called } = await gate().previewCall(queue);
    await pass(1);
    expect(now().toISOString()).toBe(nextAt);
    expect((await tripsIn("called")).toSorted()).toEqual([...called].toSorted());
    expect(called).toEqual(waiting);
    const { lines } = await gate(firm).readStory({ trip: waiting[0] ?? "" });
    expect(lines.at(-1)).toMatchObject({
      kind: "gate.called",
      actor: { kind: "system", organisation: "gate-centre", role: null },
      data: { automatic: expect.any(String), place: 1 },
    });
    const late = await several(1);
    await pass(0);
    expect(await tripsIn("holding")).toEqual(late);
    expect((await read()).nextAt).toBe(new Date(now().getTime() + 600_000).toISOString());
  });

  test("keeps the target full and no fuller, and does not make up for looks that it missed", async () => {
    await several(20);
    await on();
    await pass(60 * 3);
    expect(await tripsIn("called")).toHaveLength(12);
    expect((await read()).would).toBe(4);
    await pass(10);
    expect(await tripsIn("called")).toHaveLength(16);
    const why = { allowed: false, reason: "target_reached", params: { way: "16", target: "16" } };
    expect(await read()).toMatchObject({ would: 0, why });
    await pass(10);
    expect(await tripsIn("called")).toHaveLength(16);
  });

  test("that was switched off in between calls nobody", async () => {
    await several(1);
    await on();
    await pass(9);
    await off();
    await pass(30);
    expect(await tripsIn("called")).toEqual([]);
  });

  test("calls nobody under an order that came in between, says which, and goes on when it is lifted", async () => {
    await several(3);
    await on();
    const { id, number, year } = await give(world, orderOf(stop));
    await pass(10);
    expect(await tripsIn("called")).toEqual([]);
    const why = { allowed: false, reason: "order_stops", params: { order: `${number}/${year}` } };
    expect(await read()).toMatchObject({ on: true, would: 0, why });
    await lift(world, id);
    await pass(60); // the calls of the tests before are out of the hour that a limit counts
    await gate().withdrawTrip({ ...command(), trip: (await tripsIn("called"))[0] ?? "", reason: "Hết thử" });
    await pass(61);
    await several(2);
    await give(world, orderOf({ kind: "max_per_hour", count: 1 }));
    const before = await countCalls();
    await pass(10);
    expect(await countCalls()).toBe(before + 1);
    expect((await read()).why).toMatchObject({ allowed: false, reason: "order_limits" });
    await pass(10);
    expect(await countCalls()).toBe(before + 1);
  });

  test("passes over whom a hold or a postponement keeps back, by name, and calls the next", async () => {
    const [held = "", postponed = "", next = ""] = await several(3);
    await on();
    await gate().holdBack({ ...command(), trip: held, ground: "identity-in-doubt" });
    await gate(firm).postpone({ ...command(), trip: postponed });
    await pass(10);
    expect(await tripsIn("called")).toEqual([next]);
    const { lines } = await gate().readStory({ trip: next });
    expect(lines.at(-1)?.data.passedOver).toEqual([
      { trip: held, reason: "held_back" },
      { trip: postponed, reason: "postponed" },
    ]);
    expect((await read()).why).toMatchObject({ allowed: false, reason: "nobody_to_call" });
  });

  test("calls nobody to a route that the other side closed in between, and goes on when it opens", async () => {
    const waiting = await several(1);
    await on();
    const says = { kind: "closure", from: null, to: null } as const;
    const { notice } = await gate().recordNotice({
      ...command(),
      notice: {
        routes: [route],
        says: { ...says, from: now().toISOString() },
        cause: "system",
        words: null,
        toldBy: "Hải quan Bằng Tường",
        contact: "hotline",
        toldAt: now().toISOString(),
        corrects: null,
      },
    });
    await pass(10);
    expect(await tripsIn("called")).toEqual([]);
    expect((await read()).why).toMatchObject({ allowed: false, reason: "route_closed_until_told" });
    await gate().withdrawNotice({ ...command(), notice: notice.id, reason: "Đã mở" });
    await pass(10);
    expect(await tripsIn("called")).toEqual(waiting);
  });
});

describe("between a look and its call", () => {
  test("a process that dies leaves nobody called and the look still due", async () => {
    const waiting = await several(2);
    await on();
    await world.asOwner(`
      CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'gone'; END $$`);
    await world.asOwner(`
      CREATE TRIGGER die BEFORE INSERT ON event FOR EACH ROW WHEN (NEW.kind = 'gate.called') EXECUTE FUNCTION die()`);
    const before = await countCalls();
    await pass(10);
    expect([await countCalls(), await tripsIn("called")]).toEqual([before, []]);
    await world.asOwner("DROP TRIGGER die ON event");
    await world.asOwner("DROP FUNCTION die");
    await pass(0);
    expect((await tripsIn("called")).toSorted()).toEqual(waiting.toSorted());
    expect(await countCalls()).toBe(before + 2);
  });

  test("two processes that look at once, and a dispatcher beside them, call each truck once", async () => {
    const waiting = await several(18);
    await on();
    const { database, clock } = world.zone.platform;
    await clock.advance(new Date(now().getTime() + 600_000));
    const handlers = new Map(Object.entries(world.zone.gate.room.timers));
    const failed: unknown[] = [];
    const before = await countCalls();
    const look = () => runDueTimers(database, handlers, now(), (error) => failed.push(error));
    const [, , byHand] = await Promise.all([look(), look(), call(world, 2)]);
    expect(failed).toEqual([]);
    const called = await tripsIn("called");
    expect(await countCalls()).toBe(before + called.length);
    // Whoever came first: twelve of one look, two by hand, and the second look finds its timer taken.
    expect([called.length, byHand.length]).toEqual([14, 2]);
    expect(waiting).toEqual(expect.arrayContaining(called));
  });
});

test("the read models made anew from the log know the same switches", async () => {
  await on();
  const empty = { route: "1090-1091", direction: "export" as const, reason: "Chưa có xe nào" };
  await gate().startAutomatic({ ...command(), ...empty }); // nobody has joined this queue
  const { before, after } = await world.zone.gate.rebuild();
  expect(after).toBe(before);
  expect(await read()).toMatchObject({ on: true, switched: { reason: "Đêm một người trực" } });
  await gate().stopAutomatic({ ...command(), ...empty });
});

test("without a rule of the day it calls nobody and says so, and another is not switched on", async () => {
  await several(1);
  await on();
  const validTo = civilDay(now(), "Asia/Ho_Chi_Minh");
  const ended = { kind: "automatic_rule", key: "automatic-export", validTo, reason: "hết thí điểm" } as const;
  await world.as(actor("administrator")).registry.endRow({ command: randomUUID(), ...ended });
  await pass(10);
  expect(await tripsIn("called")).toEqual([]);
  const missing = {
    reason: "rule_missing",
    params: { what: "automatic_rule", file: "automatic-rules.yaml" },
  };
  expect(await read()).toMatchObject({ on: true, rule: null, why: missing });
  expect((await read()).nextAt).toMatch(/T17:00:00.000Z$/); // midnight in Hanoi
  await off();
  await expect(on()).rejects.toMatchObject({ code: "rule_missing" });
  expect((await read()).may).toMatchObject([{ action: "start_automatic", allowed: false }]);
});
