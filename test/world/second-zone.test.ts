import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, openWorld, type World } from "./open-world.ts";
import { barrier, command, declaration, declare, newPlate, position } from "./trips.ts";

const route = "duong-tren";
const firm = actor("firm", "hang-xe");
const dispatcher = actor("dispatcher", "trung-tam");
const guard = actor("border_guard", "don-bien-phong");
const customs = actor("customs", "hai-quan-bien-xa");
const health = actor("health_quarantine", "y-te");
const yard = actor("yard_operator", "bai-chung");

// On PostgreSQL both stand in one database, each in its own schema.
let world: World;
let first: World;
beforeAll(async () => {
  world = await openWorld({ pack: join(import.meta.dirname, "bien-xa") });
  first = await openWorld();
});
afterAll(async () => {
  await world.close();
  await first.close();
});

const as = (who: typeof firm) => world.as(who).gate;

test("an invented zone of one gate and two routes takes a truck across by its own rules", async () => {
  const { trip } = await as(firm).declareVehicle({ ...command(), declaration: declaration({ route }) });
  const at = { trip: trip.id, place: "bai-cho" };
  await as(barrier).signalArrival({ ...command(), ...at, origin: "barrier" });
  await as(position).signalArrival({ ...command(), ...at, origin: "position" });
  await as(dispatcher).callForward({ ...command(), route, direction: "export", count: 1 });
  await as(guard).reachGate({ ...command(), trip: trip.id });
  const { checks } = (await as(yard).enterYard({ ...command(), trip: trip.id, yard: "bai-kiem" })).trip;
  expect(checks.map(({ kind }) => kind)).toEqual(["border_guard_exit", "customs", "cold_chain"]);
  for (const [officer, check] of [
    [guard, "border_guard_exit"],
    [customs, "customs"],
    [health, "cold_chain"],
  ] as const)
    await as(officer).decideCheck({ ...command(), trip: trip.id, check, decision: "pass" });
  await as(guard).release({ ...command(), trip: trip.id });
  const { trip: across } = await as(guard).crossOut({ ...command(), trip: trip.id });
  expect(across).toMatchObject({ state: "abroad", route });
});

test("a kind of check that only this zone knows is its own force's, at its own gate, and speaks its own name", async () => {
  const goods = [{ name: "Mít", class: "fruit" as const }];
  const { trip } = await as(firm).declareVehicle({
    ...command(),
    declaration: declaration({ route, goods }),
  });
  const lineOf = (view: typeof trip) => view.may.find(({ action }) => action === "decide_check:cold_chain");
  expect(lineOf(trip)).toMatchObject({ allowed: false });
  const at = { trip: trip.id, place: "bai-cho" };
  await as(barrier).signalArrival({ ...command(), ...at, origin: "barrier" });
  await as(position).signalArrival({ ...command(), ...at, origin: "position" });
  const seenBy = async (who: typeof firm) => (await as(who).readTrip({ trip: trip.id })).trip;
  expect(lineOf(await seenBy(health))).toMatchObject({ allowed: true });
  expect(lineOf(await seenBy(customs))).toMatchObject({
    allowed: false,
    params: { who: "cold_chain", who_vi: "Kiểm tra lạnh hàng tươi" },
  });
  await expect(
    as(health).decideCheck({ ...command(), trip: trip.id, check: "plant_quarantine", decision: "pass" }),
  ).rejects.toMatchObject({ code: "not_allowed" });
  const channel = {
    ...command(),
    trip: trip.id,
    check: "customs",
    decision: "pass",
    channel: "yellow",
  } as const;
  await expect(as(customs).decideCheck(channel)).rejects.toMatchObject({ code: "channel_not_customs" });
  expect(first.zone.registry.rows(new Date()).check_kind.map(({ key }) => key)).not.toContain("cold_chain");
});

test("its drivers may ask to be left alone in the night of its own rule", async () => {
  const { trip } = await as(firm).declareVehicle({ ...command(), declaration: declaration({ route }) });
  const { url } = await as(firm).issueDriverLink({ ...command(), trip: trip.id });
  const page = await world.zone.app.inject(`${new URL(url).pathname}?lang=en`);
  expect(page.body).toContain("Write, but not 21:00–06:00");
});

test("its two sides bear the names of its own pack, and its drivers read the other side's clock", async () => {
  const { trip } = await as(firm).declareVehicle({ ...command(), declaration: declaration({ route }) });
  const at = { trip: trip.id, place: "bai-cho" };
  await as(barrier).signalArrival({ ...command(), ...at, origin: "barrier" });
  await as(position).signalArrival({ ...command(), ...at, origin: "position" });
  const now = world.zone.platform.clock.now().getTime();
  const says = {
    kind: "closure" as const,
    from: new Date(now + 3_600_000).toISOString(),
    to: new Date(now + 7_200_000).toISOString(),
  };
  const told = { words: null, toldBy: "Xa Đô", contact: "hotline", corrects: null } as const;
  const notice = {
    routes: [route],
    says,
    cause: "system" as const,
    toldAt: new Date(now).toISOString(),
    ...told,
  };
  await as(dispatcher).recordNotice({ ...command(), notice });
  const { url } = await as(firm).issueDriverLink({ ...command(), trip: trip.id });
  const page = async (language: string) =>
    (await world.zone.app.inject(`${new URL(url).pathname}?lang=${language}`)).body;
  const english = await page("en");
  expect(english).toContain("The Muangxan side closes");
  const [, here = "", across = ""] = /≈ (\d\d:\d\d).*?Xado time (\d\d:\d\d)/.exec(english) ?? [];
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  expect((minutes(here) - minutes(across) + 1440) % 1440).toBe(30);
  expect(await page("zh")).toContain("芒方于");
  const intake = await world.zone.app.inject("/intake?lang=vi");
  expect(intake.body).toContain("(giờ Biên Đô)");
  expect(`${english}${intake.body}`).not.toMatch(/Beijing|Bắc Kinh|Hà Nội|Chin(a|ese)|Trung Quốc/);
});

test("its API names both sides to everybody, and its refusals and files by the same names", async () => {
  const sides = await world.as(null).registry.readSides();
  expect(sides).toMatchObject({
    timeZone: "Asia/Vientiane",
    here: { time: { en: "Biendo" } },
    across: { country: { vi: "Mường Xa" }, timeZone: "Asia/Yangon" },
  });
  expect(await first.as(null).registry.readSides()).toMatchObject({ across: { time: { zh: "北京" } } });
  const { trip } = await as(firm).declareVehicle({
    ...command(),
    declaration: declaration({ route, kind: "import_cn" }),
  });
  await as(guard).crossIn({ ...command(), trip: trip.id });
  await as(yard).enterYard({ ...command(), trip: trip.id, yard: "bai-kiem" });
  const pair = { ...command(), trip: trip.id, partner: newPlate("CN") };
  await expect(as(yard).pairTransfer(pair)).rejects.toMatchObject({
    code: "transfer_needs_vn_plate",
    message: "Hàng sang tải lên xe Biên Xa: ghi biển số Biên Xa.",
  });
  const { content } = await as(dispatcher).exportTrips({ language: "vi" });
  const file = Buffer.from(content, "base64").toString();
  expect(file).toContain("Nhập khẩu bằng xe Mường Xa");
});

test("its border, its people and its day are its own", async () => {
  const { clock } = world.zone.platform;
  expect(clock.timeZone).toBe("Asia/Vientiane");
  await world.zone.platform.follower.settled();
  const border = await as(dispatcher).readOperations({});
  expect(border.routes.map(({ key }) => key)).toEqual(["duong-tren", "duong-duoi"]);
  expect(border.figures).toMatchObject({ exportPassages: 1 });
  const seats = await world.zone.identity.makeDemonstration();
  expect(seats.find(({ role }) => role === "customs")?.organisation).toBe("hai-quan-bien-xa");
  expect(seats.find(({ role }) => role === "board_leader")?.organisation).toBeNull();
});

test("neither zone knows the other's places, trips or people", async () => {
  const theirs = await declare(first);
  const search = { search: theirs.plate.number, limit: 10 };
  expect((await first.as(dispatcher).gate.listTrips(search)).total).toBe(1);
  expect((await as(dispatcher).listTrips(search)).total).toBe(0);
  await expect(as(dispatcher).readTrip({ trip: theirs.id })).rejects.toMatchObject({
    code: "trip_not_found",
  });
  const input = { ...command(), declaration: declaration() };
  await expect(as(firm).declareVehicle(input)).rejects.toMatchObject({ code: "route_not_found" });
});
