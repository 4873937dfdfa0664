import { randomUUID } from "node:crypto";
import type { NewCount } from "@moc/contract/gate/count.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { customs, dispatcher, firm, guard, route as road, yard } from "../../../test/world/trips.ts";
import { civilDay } from "../../platform/time/clock.ts";
import { shiftedDay } from "./count-bulletin.ts";

let world: World;
let today: string;
beforeAll(async () => {
  world = await openWorld();
  const { clock } = world.zone.platform;
  today = civilDay(clock.now(), clock.timeZone);
});
afterAll(() => world.close());

const rail = "dong-dang-rail";
const at = (path: string) => ({ fields: [expect.objectContaining({ path })] });
/** What the station reports of yesterday's wagons. */
const wagons = (change: Partial<NewCount> = {}): NewCount => ({
  route: rail,
  day: shiftedDay(today, -1),
  direction: "export",
  passed: 25,
  source: "Ga Đồng Đăng, báo cáo ngày",
  ...change,
});
const record = async (count: NewCount, by: Actor | null = dispatcher, id: string = randomUUID()) =>
  (await world.as(by).gate.recordCount({ command: id, count })).count;
const said = { passed: 27 as number | null, source: "Ga Đồng Đăng, báo cáo sửa", reason: "Ga cộng nhầm" };
const correct = async (
  count: string,
  by: Actor | null = dispatcher,
  change: Partial<typeof said> = {},
  id: string = randomUUID(),
) => (await world.as(by).gate.correctCount({ command: id, count, ...said, ...change })).count;
const read = async (asked: { to?: string; days?: number; knownAt?: string } = {}) =>
  (await world.as(dispatcher).gate.readCounts(asked)).routes;
const dayOf = async (route: string, day: string, asked: { knownAt?: string } = {}) =>
  (await read({ to: today, ...asked }))
    .find((one) => one.route === route)
    ?.days.find((one) => one.day === day);
const countEvents = async () =>
  (await world.asOwner("SELECT seq FROM event WHERE kind LIKE 'gate.count%'")).length;
const pass = (minutes: number) =>
  world.zone.platform.clock.advance(new Date(world.zone.platform.clock.now().getTime() + minutes * 60_000));
const used = { code: "command_conflict" };

describe("recording a count", () => {
  test("a stranger, a wrong role and bad input are refused, and nothing is written", async () => {
    await expect(record(wagons(), null)).rejects.toMatchObject({ code: "not_signed_in" });
    for (const other of [customs, firm, actor("board_leader", "board")])
      await expect(record(wagons(), other)).rejects.toMatchObject({ code: "not_allowed" });
    const bad: [Partial<NewCount>, string, string][] = [
      [{ route: "khong-co" }, "route_not_found", "count.route"],
      [{ route: road }, "count_by_trips", "count.route"],
      [{ route: "na-hinh-road" }, "count_by_trips", "count.route"],
      [{ day: shiftedDay(today, 1) }, "count_day", "count.day"],
      [{ day: shiftedDay(today, -367) }, "count_day", "count.day"],
      [{ day: "2026-02-30" }, "invalid_input", "count.day"],
      [{ passed: -1 }, "invalid_input", "count.passed"],
      [{ passed: 10_000 }, "invalid_input", "count.passed"],
      [{ passed: 2.5 }, "invalid_input", "count.passed"],
      [{ source: " " }, "invalid_input", "count.source"],
    ];
    for (const [change, code, field] of bad)
      await expect(record(wagons(change))).rejects.toMatchObject({ code, data: at(field) });
    expect(await countEvents()).toBe(0);
  });

  test("a refusal names the place, or the days that can be entered, in the reader's language", async () => {
    const told = (count: NewCount, language: "vi" | "en" | "zh") =>
      world
        .as({ ...dispatcher, language })
        .gate.recordCount({ command: randomUUID(), count })
        .catch((refusal: Error) => refusal.message);
    expect(await told(wagons({ route: road }), "vi")).toContain("Hữu Nghị chuyên dụng không đếm theo ngày");
    expect(await told(wagons({ route: road }), "zh")).toContain("友谊货运");
    expect(await told(wagons({ day: shiftedDay(today, 1) }), "en")).toContain("to 22/11/2026");
  });

  test("sent twice it is recorded once, with its unit, its source and who entered it", async () => {
    const id = randomUUID();
    const before = await countEvents();
    const count = await record(wagons(), guard, id);
    expect(await record(wagons(), guard, id)).toBe(count);
    await expect(record(wagons({ passed: 26 }), guard, id)).rejects.toMatchObject(used);
    expect(await countEvents()).toBe(before + 1);
    await expect(record(wagons())).rejects.toMatchObject({ code: "count_stands", data: at("count.day") });
    const [station] = (await read()).filter((one) => one.route === rail);
    expect(station?.unit).toBe("wagon");
    const { export: out, import: into } = (await dayOf(rail, shiftedDay(today, -1))) ?? {};
    expect(out).toEqual([
      expect.objectContaining({ id: count, number: 0, passed: 25, source: "Ga Đồng Đăng, báo cáo ngày" }),
    ]);
    expect(out?.[0]?.recordedBy.organisation).toBe("border-guard");
    expect(into).toEqual([]);
  });

  test("of two at once one is recorded and the other refused", async () => {
    const day = shiftedDay(today, -2);
    const both = await Promise.allSettled([record(wagons({ day })), record(wagons({ day }), guard)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "count_stands" });
  });
});

describe("a market", () => {
  test("is counted in vehicles, and a day on which nobody came is nought, not unknown", async () => {
    await record(wagons({ route: "ba-son", passed: 0, source: "Tổ quản lý chợ" }));
    const market = (await read()).find((one) => one.route === "ba-son");
    expect([market?.unit, market?.days.length]).toEqual(["vehicle", 14]);
    expect(market?.days[1]?.export.at(-1)?.passed).toBe(0);
    expect(market?.days[0]).toEqual({ day: today, export: [], import: [] });
  });
});

describe("a correction", () => {
  test("is a record of its own that names the one before; at both moments what was known then is read", async () => {
    const day = shiftedDay(today, -3);
    const first = await record(wagons({ day, direction: "import", passed: 33 }));
    const before = world.zone.platform.clock.now().toISOString();
    await pass(5);
    for (const [by, code] of [
      [null, "not_signed_in"],
      [customs, "not_allowed"],
    ] as const)
      await expect(correct(first, by)).rejects.toMatchObject({ code });
    const bad: [Partial<typeof said>, string][] = [
      [{ passed: -1 }, "passed"],
      [{ reason: "" }, "reason"],
      [{ source: "" }, "source"],
    ];
    for (const [change, field] of bad)
      await expect(correct(first, dispatcher, change)).rejects.toMatchObject({
        code: "invalid_input",
        data: at(field),
      });
    await expect(correct(randomUUID())).rejects.toMatchObject({
      code: "count_not_found",
      data: at("count"),
    });
    const id = randomUUID();
    const second = await correct(first, dispatcher, {}, id);
    expect(await correct(first, dispatcher, {}, id)).toBe(second);
    await expect(correct(first, dispatcher, { passed: 5 }, id)).rejects.toMatchObject(used);
    await expect(correct(first)).rejects.toMatchObject({ code: "stale_state" });
    const now = (await dayOf(rail, day))?.import;
    expect(now?.map(({ number, passed }) => [number, passed])).toEqual([
      [0, 33],
      [1, 27],
    ]);
    expect(now?.[1]).toMatchObject({
      id: second,
      reason: "Ga cộng nhầm",
      source: "Ga Đồng Đăng, báo cáo sửa",
    });
    const then = (await dayOf(rail, day, { knownAt: before }))?.import;
    expect(then?.map(({ passed }) => passed)).toEqual([33]);
  });

  test("can say that a figure is not known after all, and a rebuild from the log changes nothing", async () => {
    const day = shiftedDay(today, -4);
    const wrong = await record(wagons({ day }));
    await correct(wrong, guard, { passed: null, reason: "Nhập nhầm ngày" });
    expect((await dayOf(rail, day))?.export.at(-1)?.passed).toBeNull();
    const { before, after } = await world.zone.gate.rebuild();
    expect(after).toBe(before);
  });
});

describe("the operations screen", () => {
  const countedOn = async (route: string, asOf?: string) => {
    await world.zone.platform.follower.settled();
    const { routes, figures } = await world.as(dispatcher).gate.readOperations({ asOf });
    return { counted: routes.find((one) => one.key === route)?.counted, figures };
  };

  test("shows the last day of which a count is known, none where none was entered, and adds it to no figure", async () => {
    const before = await countedOn(rail);
    expect(before.counted?.export).toMatchObject({ day: shiftedDay(today, -1), passed: 25 });
    const count = await record(wagons({ day: today, passed: 21 }));
    const { counted, figures } = await countedOn(rail);
    expect(counted?.export).toMatchObject({ day: today, passed: 21, source: "Ga Đồng Đăng, báo cáo ngày" });
    expect(counted?.import).toMatchObject({ day: shiftedDay(today, -3), passed: 27 });
    expect(figures).toEqual(before.figures);
    await correct(count, dispatcher, { passed: null });
    expect((await countedOn(rail)).counted?.export).toMatchObject({ day: shiftedDay(today, -1) });
    expect((await countedOn(rail, shiftedDay(today, -5))).counted).toEqual({
      unit: "wagon",
      export: null,
      import: null,
    });
    expect((await countedOn(road)).counted).toBeNull();
  });

  test("and the bulletin keeps the Board's lines, whatever was counted beside them", async () => {
    const { bulletin } = await world.as(dispatcher).gate.readBulletin({ day: today });
    expect(bulletin.known.figures.lines.vehicles).toBe(0);
  });
});

test("whoever sees the figure on the schematic opens its records, a firm and a stranger do not; who may not enter is told who may", async () => {
  const [station] = (await world.as(yard).gate.readCounts({ days: 2 })).routes;
  expect(station?.days[1]?.export.at(-1)?.passed).toBe(25);
  await expect(world.as(null).gate.readCounts({})).rejects.toMatchObject({ code: "not_signed_in" });
  await expect(world.as(firm).gate.readCounts({})).rejects.toMatchObject({ code: "not_allowed" });
  const { may } = await world.as(customs).gate.readCounts({});
  expect(may).toEqual([
    {
      action: "record_count",
      allowed: false,
      reason: "not_allowed",
      params: { who: "dispatcher,border_guard" },
    },
  ]);
});
