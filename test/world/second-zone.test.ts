import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, openWorld, type World } from "./open-world.ts";
import { barrier, command, declaration, declare, position } from "./trips.ts";

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
