import { randomUUID } from "node:crypto";
import { paperEvents } from "@moc/contract/gate/events.ts";
import type { PaperAct } from "@moc/contract/gate/paper-act.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, passTime, type World } from "../../../test/world/open-world.ts";
import { type Command, testCommands } from "../../../test/world/test-commands.ts";
import {
  command,
  customs,
  declare,
  dispatcher,
  exportOrder,
  firm,
  guard,
  health,
  holding,
  park,
  plant,
  police,
  route,
  yard,
  yardKey,
} from "../../../test/world/trips.ts";

let world: World;
/** Trucks that were declared before the system went down. */
const declared: TripView[] = [];
const declaredBefore = () => declared.pop() ?? expect.unreachable("no truck is left");
let paper: string;
let firstSlip: number;

const gate = (by: Actor | null) => world.as(by).gate;
const now = () => world.zone.platform.clock.now().getTime();
const ago = (minutes: number) => new Date(now() - minutes * 60_000).toISOString();
const pass = (minutes: number) => passTime(world, minutes);
type Entered = { slip: number; truck: string; act: PaperAct; occurredAt: string; writer?: string };
const enter = (by: Actor, entry: Entered) => gate(by).enterPaper({ ...command(), paper, ...entry });
const order = () => exportOrder(world);
const elsewhere = "1116-1117";

/** The system is down from 90 to 30 minutes ago; what happened in it is not known yet. */
beforeAll(async () => {
  world = await openWorld();
  for (let count = 0; count < 7; count += 1) declared.push(await declare(world));
  await pass(180);
  const { first } = await gate(dispatcher).reserveSlips({ ...command(), route, count: 40 });
  firstSlip = first;
  const stretch = { ...command(), route, from: ago(90), to: ago(30), reason: "Mất điện phòng máy" };
  ({ paper } = await gate(dispatcher).declarePaper(stretch));
});
afterAll(() => world.close());

let slips = 0;
const slip = () => {
  slips += 1;
  return firstSlip + slips - 1;
};

/** Stretches of the tests of a command lie one after another on a route of their own. */
let hours = 0;
const stretch = () => {
  hours += 1;
  return {
    route: elsewhere,
    from: ago(60 * 24 - hours * 10),
    to: ago(60 * 24 - hours * 10 - 5),
    reason: "Đứt cáp",
  };
};
const commands: Command[] = [
  {
    name: "declarePaper",
    right: guard,
    wrong: customs,
    ready: async () => stretch(),
    bad: [{ from: new Date(4_102_444_800_000).toISOString() }, "paper_times", "from"],
    other: { reason: "Khác" },
  },
  {
    name: "endPaper",
    right: dispatcher,
    wrong: customs,
    ready: async () => {
      const { to, ...open } = stretch();
      const { paper: id } = await gate(dispatcher).declarePaper({
        ...command(),
        ...open,
        route: "1090-1091",
      });
      return { paper: id, to };
    },
    bad: [{ to: "2020-01-01T00:00:00.000Z" }, "paper_times", "to"],
    other: { to: "2026-01-01T00:00:00.000Z" },
  },
  {
    name: "reserveSlips",
    right: yard,
    wrong: firm,
    ready: async () => ({ route: elsewhere, count: 3 }),
    bad: [{ count: 201 }, "invalid_input", "count"],
    other: { count: 4 },
  },
  {
    name: "enterPaper",
    right: guard,
    wrong: firm,
    ready: async () => {
      const { code } = declaredBefore();
      const act = { kind: "arrival", place: park };
      return { paper, slip: slip(), truck: code, act, occurredAt: ago(29 + 30) };
    },
    bad: [{ slip: 4_000_000 }, "slip_not_reserved", "slip"],
    other: { slip: 2 },
  },
];
testCommands(() => world, commands);

describe("paper mode", () => {
  test("is declared once for a time, in the past; numbers of slips are given once; a firm reads nothing of it", async () => {
    const again = { ...command(), route, from: ago(40), reason: "Lặp" };
    await expect(gate(dispatcher).declarePaper(again)).rejects.toMatchObject({ code: "paper_overlaps" });
    await expect(gate(firm).readPaper({})).rejects.toMatchObject({ code: "not_allowed" });
    const { modes } = await gate(customs).readPaper({});
    expect(modes.find(({ id }) => id === paper)).toMatchObject({
      route,
      organisation: "gate-centre",
      may: [],
    });
    const one = await gate(dispatcher).reserveSlips({ ...command(), route: elsewhere, count: 2 });
    const other = await gate(yard).reserveSlips({ ...command(), route: elsewhere, count: 1 });
    expect([one.last - one.first, other.first - one.last]).toEqual([1, 1]);
  });
});

describe("an act entered from paper", () => {
  test("is refused by its slip, its truck, its time or its writer, with the field", async () => {
    const { code } = declaredBefore();
    const other = declaredBefore();
    const arrival = { kind: "arrival", place: park } as const;
    const good = { slip: slip(), truck: code, act: arrival, occurredAt: ago(60) };
    const bad: [Partial<Entered>, string, string][] = [
      [{ truck: "29X99999" }, "trip_not_found", "truck"],
      [{ occurredAt: ago(91) }, "paper_time_outside", "occurredAt"],
      [{ occurredAt: ago(29) }, "paper_time_outside", "occurredAt"],
      [{ writer: randomUUID() }, "writer_unknown", "writer"],
    ];
    for (const [change, refusal, field] of bad)
      await expect(enter(guard, { ...good, ...change })).rejects.toMatchObject({
        code: refusal,
        data: { fields: [expect.objectContaining({ path: field })] },
      });
    await expect(enter(customs, good)).rejects.toMatchObject({ code: "not_allowed" });
    await enter(guard, good);
    await expect(enter(guard, { ...good, truck: other.code })).rejects.toMatchObject({ code: "slip_used" });
  });

  test("an arrival needs the yard's book beside an officer: neither alone, nor two officers", async () => {
    const trip = declaredBefore();
    const at = { slip: slip(), truck: trip.code, act: { kind: "arrival", place: park } as const };
    await enter(guard, { ...at, occurredAt: ago(80) });
    await expect(enter(police, { ...at, occurredAt: ago(79) })).rejects.toMatchObject({
      code: "signal_not_independent",
    });
    const { trip: arrived } = await enter(yard, { ...at, occurredAt: ago(75) });
    expect(arrived.state).toBe("holding");
    expect(arrived.liveAt).toBe(new Date(now()).toISOString());
    expect(arrived.stateSince).toBe(ago(75));
    const live = { ...command(), trip: (await declare(world)).id, place: park, origin: "book" as const };
    await expect(gate(yard).signalArrival(live)).rejects.toMatchObject({ code: "not_allowed" });
    await gate(firm).withdrawTrip({ ...command(), trip: trip.id, reason: "xong" });
  });
});

describe("an hour on paper, entered later", () => {
  let truck: { id: string; code: string };
  let before: string[];

  test("gives the place of the moment of entry, whatever time stands on the slip", async () => {
    const live = await holding(world);
    truck = declaredBefore();
    const at = { slip: slip(), truck: truck.code, act: { kind: "arrival", place: park } as const };
    await pass(5);
    await enter(guard, { ...at, occurredAt: ago(85) });
    await enter(yard, { ...at, occurredAt: ago(90) });
    before = await order();
    expect(before).toEqual([live.id, truck.id]);
    const { changes } = await gate(firm).explainPlace({ trip: truck.id });
    expect(changes.at(-1)).toMatchObject({ to: 2, at: new Date(now()).toISOString(), slip: at.slip });
  });

  test("a call on paper out of turn is refused and names who is next; a public priority makes it possible", async () => {
    const at = { slip: firstSlip + slips - 1, truck: truck.code, occurredAt: ago(70) };
    await expect(enter(dispatcher, { ...at, act: { kind: "call" } })).rejects.toMatchObject({
      code: "paper_out_of_turn",
      data: { fields: [expect.objectContaining({ path: "truck" })] },
    });
    await expect(enter(guard, { ...at, act: { kind: "call" } })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await gate(dispatcher).givePriority({ ...command(), trip: truck.id, ground: "relief-goods" });
    const { trip } = await enter(dispatcher, { ...at, act: { kind: "call" } });
    expect(trip.state).toBe("called");
    expect(await order()).toEqual(before.slice(0, 1));
  });

  test("the other acts follow in the order of the tables, each by who may do it, at the time on the slip", async () => {
    const number = firstSlip + slips - 1;
    const line = (by: Actor, act: PaperAct, minutes: number) =>
      enter(by, { slip: number, truck: truck.code, act, occurredAt: ago(minutes) });
    await expect(line(guard, { kind: "cross_out" }, 40)).rejects.toMatchObject({ code: "step_ahead" });
    await line(guard, { kind: "reach_gate" }, 65);
    await expect(line(yard, { kind: "enter_yard", yard: yardKey }, 66)).rejects.toMatchObject({
      code: "paper_time_before",
    });
    await line(yard, { kind: "enter_yard", yard: yardKey }, 60);
    const { checks } = (await gate(dispatcher).readTrip({ trip: truck.id })).trip;
    const officers: Partial<Record<string, Actor>> = {
      customs,
      health_quarantine: health,
      plant_quarantine: plant,
    };
    for (const [index, { kind: check }] of checks.entries())
      await line(officers[check] ?? guard, { kind: "check", check, decision: "pass" }, 55 - index);
    await line(guard, { kind: "release" }, 46);
    const { trip } = await line(guard, { kind: "cross_out" }, 45);
    expect([trip.state, trip.stateSince]).toEqual(["abroad", ago(45)]);
    expect(Date.parse(trip.returnBy ?? "")).toBeGreaterThan(now());
  });

  test("the story, the public page and the bulletin say that it was entered from paper", async () => {
    const { lines } = await gate(dispatcher).readStory({ trip: truck.id });
    const crossed = lines.find(({ kind }) => kind === "gate.crossed_out");
    expect(crossed).toMatchObject({ occurredAt: ago(45), recordedAt: new Date(now()).toISOString() });
    expect(crossed?.data.paper).toMatchObject({ paper, slip: firstSlip + slips - 1 });
    expect(lines.find(({ kind }) => kind === "gate.checks_done")).toMatchObject({
      data: { paper: { paper } },
    });
    const page = await world.zone.app.inject(`/q/${route}?lang=en`);
    expect(page.body).toMatch(/On paper .*entered later from paper/s);
    const { paper: told } = await gate(yard).readQueue({ route, direction: "export", limit: 1 });
    expect(told.map(({ id }) => id)).toEqual([paper]);
    const day = new Date(now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const { bulletin } = await gate(dispatcher).readBulletin({ day });
    expect(bulletin.known).toMatchObject({ paper: 1 });
    expect(bulletin.known.figures.lines.exports).toBe(1);
    const { entries } = await gate(dispatcher).readPaper({});
    expect(entries[0]).toMatchObject({ act: "cross_out", trip: truck.id, paper });
  });

  test("the log alone gives the same trips, queues and histories", async () => {
    const { before: stored, after } = await world.zone.gate.rebuild();
    expect(after).toBe(stored);
    const rows = (await world.asOwner(
      "SELECT kind, data FROM event WHERE kind LIKE 'gate.paper%' OR kind LIKE 'gate.slips%' ORDER BY seq",
    )) as { kind: keyof typeof paperEvents; data: unknown }[]; // as: rows of this very query
    for (const { kind, data } of rows) paperEvents[kind].parse(data);
    expect(new Set(rows.map(({ kind }) => kind)).size).toBe(3);
  });

  test("the end of a stretch lies after all that was entered from it", async () => {
    const open = { ...command(), route, from: ago(25), reason: "Lại mất điện" };
    const { paper: id } = await gate(dispatcher).declarePaper(open);
    const { code } = declaredBefore();
    const entry = { slip: slip(), truck: code, act: { kind: "arrival", place: park } as const };
    await gate(guard).enterPaper({ ...command(), paper: id, ...entry, occurredAt: ago(10) });
    const end = (minutes: number) => gate(dispatcher).endPaper({ ...command(), paper: id, to: ago(minutes) });
    await expect(end(12)).rejects.toMatchObject({ code: "paper_entered_later" });
    await end(9);
    await expect(end(8)).rejects.toMatchObject({ code: "paper_over" });
  });
});

describe("who was called before the system went down", () => {
  test("is not struck off while what he did may stand on paper, and is afterwards", async () => {
    const input = { ...command(), route, direction: "export" as const, count: 1 };
    const { called } = await gate(dispatcher).callForward(input);
    const id = called[0]?.id ?? "";
    const stateNow = async () => (await gate(dispatcher).readTrip({ trip: id })).trip.state;
    const rows = await world.asOwner("SELECT show_by FROM gate_trip WHERE id = $1", [id]);
    const [row] = rows as { show_by: Date }[]; // as: the row of this very query
    const left = Math.ceil(((row?.show_by.getTime() ?? 0) - now()) / 60_000);
    const open = { ...command(), route, from: ago(5), reason: "Mất đường truyền" };
    const { paper: stretchNow } = await gate(dispatcher).declarePaper(open);
    await pass(left + 1);
    expect(await stateNow()).toBe("called");
    await gate(dispatcher).endPaper({ ...command(), paper: stretchNow, to: ago(0) });
    await pass(100);
    expect(await stateNow()).toBe("called");
    await pass(60);
    expect(await stateNow()).toBe("expired");
  });
});
