import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import {
  command,
  customs,
  declare,
  dispatcher,
  firm,
  guard,
  inYard,
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

const kindsOf = async (trip: string) =>
  (await world.asOwner("SELECT kind FROM event WHERE subject = $1 ORDER BY seq", [trip])).map(
    (row) => (row as { kind: string }).kind, // as: selected above
  );

test("one command answered by a remembered trip, another by the stored one: both see the truck as it stands", async () => {
  const { id: trip } = await passChecks(world, await inYard(world));
  // Written by somebody whom this process does not hear: what it remembers is not the present any more.
  await world.asOwner(
    "UPDATE gate_trip SET trip = jsonb_set(trip, '{state}', '\"in_yard\"'), state = 'in_yard' WHERE id = $1",
    [trip],
  );
  const refused = world.as(dispatcher).gate.release({ ...command(), trip });
  await expect(refused).rejects.toMatchObject({ code: "step_ahead" });
  await world.asOwner(
    "UPDATE gate_trip SET trip = jsonb_set(trip, '{state}', '\"checks_done\"'), state = 'checks_done' WHERE id = $1",
    [trip],
  );
  const released = await world.as(dispatcher).gate.release({ ...command(), trip });
  const crossed = await world.as(guard).gate.crossOut({ ...command(), trip });
  expect([released.trip.state, crossed.trip.state]).toEqual(["released", "abroad"]);
  expect((await kindsOf(trip)).slice(-2)).toEqual(["gate.released", "gate.crossed_out"]);
  expect((await world.as(guard).gate.readTrip({ trip })).trip.state).toBe("abroad");
});

test("the same release by two officers at once is done once, and the second hears why not", async () => {
  const { id: trip } = await passChecks(world, await inYard(world));
  const both = await Promise.allSettled(
    [dispatcher, guard].map((officer) => world.as(officer).gate.release({ ...command(), trip })),
  );
  expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "step_past" });
  expect((await kindsOf(trip)).filter((kind) => kind === "gate.released")).toHaveLength(1);
});

test("a decision repeated after it was taken back stays the one that was given", async () => {
  const { id: trip, checks } = await inYard(world);
  expect(checks.some((check) => check.kind === "customs")).toBe(true);
  const pass = { ...command(), trip, check: "customs" as const, decision: "pass" as const };
  await world.as(customs).gate.decideCheck(pass);
  const back = {
    ...command(),
    trip,
    check: "customs" as const,
    decision: "withdraw" as const,
    reason: "nhầm lô",
  };
  await world.as(customs).gate.decideCheck(back);
  const again = await world.as(customs).gate.decideCheck(pass);
  expect(again.trip.checks.find((check) => check.kind === "customs")?.state).toBe("withdrawn");
});

test("what passages and checks change stands in every column as the log tells it", async () => {
  const goods = [{ name: "Linh kiện", class: "electronics" as const, weightKg: 7_000 }];
  const on = (trip: string) => ({ ...command(), trip });
  const { gate: guards } = world.as(guard);
  const { id: home } = await passChecks(world, await inYard(world));
  await world.as(dispatcher).gate.release(on(home));
  await guards.crossOut(on(home));
  await world.as(firm).gate.declareReturn({ ...on(home), goods });
  const held = await inYard(world);
  const { id: empty } = held;
  const hold = { check: "customs" as const, decision: "hold" as const, reason: "chờ chứng từ" };
  await world.as(customs).gate.decideCheck({ ...on(empty), ...hold });
  await passChecks(world, held);
  await world.as(dispatcher).gate.release(on(empty));
  await guards.crossOut(on(empty));
  await guards.confirmReturn(on(empty));
  await guards.leave(on(empty));
  const { id: fetched } = await declare(world, { kind: "import_vn", goods });
  await guards.crossOut(on(fetched));
  for (const trip of [home, fetched]) {
    await guards.crossIn(on(trip));
    const inside = await world.as(yard).gate.enterYard({ ...on(trip), yard: yardKey });
    await passChecks(world, inside.trip);
    await world.as(dispatcher).gate.release(on(trip));
    await world.as(yard).gate.leave(on(trip));
  }
  await takeHome(world, await toBeLoaded(world, goods));
  const { before, after } = await world.zone.gate.rebuild();
  expect(after).toBe(before);
});
