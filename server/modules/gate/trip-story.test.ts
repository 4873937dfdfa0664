import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import {
  call,
  command,
  customs,
  dispatcher,
  firm,
  guard,
  importInYard,
  inYard,
  passChecks,
  route,
  yard,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

describe("one truck", () => {
  test("crosses outward from its declaration to its leaving, and its story tells all of it", async () => {
    const { id, ...trip } = await inYard(world);
    expect(trip.state).toBe("in_yard");
    expect((await passChecks(world, { id, ...trip })).state).toBe("checks_done");
    await world.as(dispatcher).gate.release({ ...command(), trip: id });
    const out = await world.as(guard).gate.crossOut({ ...command(), trip: id });
    expect(out.trip).toMatchObject({ state: "abroad", feeStep: "not_installed", yard: null });
    expect(out.trip.returnBy).not.toBeNull();
    await world.as(guard).gate.confirmReturn({ ...command(), trip: id });
    const closed = await world.as(guard).gate.leave({ ...command(), trip: id });
    expect(closed.trip.state).toBe("closed");
    // Other zones of the same cluster may hold the sealer up for as long as their transactions run.
    const sealed = async () => (await world.as(firm).gate.readStory({ trip: id })).sealed;
    await expect.poll(sealed).toBe(true);
    const story = await world.as(firm).gate.readStory({ trip: id });
    expect(story.lines.map((line) => line.state).filter((state) => state !== null)).toEqual([
      "declared",
      "holding",
      "called",
      "at_gate",
      "in_yard",
      "checks_done",
      "released",
      "abroad",
      "returned",
      "closed",
    ]);
    const { changes } = await world.as(firm).gate.explainPlace({ trip: id });
    expect(changes.map((change) => change.cause)).toEqual(["joined", "called"]);
  });

  test("comes in, hands over its goods and leaves", async () => {
    const trip = await importInYard(world);
    await passChecks(world, trip);
    const to = { country: "VN" as const, number: "12C-081.20" };
    const moved = await world.as(yard).gate.transferCargo({ ...command(), trip: trip.id, partner: to });
    expect(moved.trip).toMatchObject({ state: "transferred", transferredTo: { number: "12C08120" } });
    await world.as(guard).gate.release({ ...command(), trip: trip.id });
    const left = await world.as(yard).gate.leave({ ...command(), trip: trip.id });
    expect(left.trip).toMatchObject({ state: "closed", yard: null });
  });

  test("goes back to the yard when a force takes its pass back", async () => {
    const trip = await inYard(world);
    await passChecks(world, trip);
    const back = { ...command(), trip: trip.id, check: "customs" as const, decision: "withdraw" as const };
    const withdrawn = await world.as(customs).gate.decideCheck({ ...back, reason: "Sai mã HS" });
    expect(withdrawn.trip.state).toBe("in_yard");
    await expect(world.as(dispatcher).gate.release({ ...command(), trip: trip.id })).rejects.toMatchObject({
      code: "checks_missing",
      message: "Còn chờ: Hải quan.",
      data: { params: { checks: "customs" } },
    });
  });
});

test("every response says what the caller may do next and why not", async () => {
  const trip = await inYard(world);
  const { may } = (await world.as(customs).gate.readTrip({ trip: trip.id })).trip;
  expect(may.filter((line) => line.allowed).map((line) => line.action)).toEqual(["decide_check:customs"]);
  for (const reader of [customs, dispatcher, firm]) {
    const read = (await world.as(reader).gate.readTrip({ trip: trip.id })).trip;
    expect(read.may.find((line) => line.action === "release")).toMatchObject({
      reason: "checks_missing",
      params: { checks: "border_guard_exit,customs,health_quarantine,plant_quarantine" },
    });
  }
});

test("the queue and the border show what happened", async () => {
  const queue = await world.as(dispatcher).gate.readQueue({ route, direction: "export", limit: 50 });
  expect(queue).toMatchObject({ waiting: 0, mayCall: { allowed: false, reason: "nobody_to_call" } });
  await expect(call(world)).rejects.toMatchObject({ code: "nobody_to_call" });
  const operations = await world.as(dispatcher).gate.readOperations({});
  expect(operations.figures).toMatchObject({ exportPassages: 1, importPassages: 1, exportFruit: 1 });
  expect(operations.routes.length).toBeGreaterThan(5);
});

test("a decision taken on an older picture holds unless what it was taken on has changed", async () => {
  const trip = await inYard(world);
  const seen = trip.version;
  const pass = { trip: trip.id, decision: "pass" as const, seen };
  await world.as(guard).gate.decideCheck({ ...command(), ...pass, check: "border_guard_exit" });
  // Another force was faster; that does not concern customs.
  await world.as(customs).gate.decideCheck({ ...command(), ...pass, check: "customs" });
  await world.as(firm).gate.amendDeclaration({ ...command(), trip: trip.id, customsNumbers: ["307"] });
  const withdrawal = { trip: trip.id, check: "customs", decision: "withdraw", reason: "Sai mã HS" } as const;
  await expect(
    world.as(customs).gate.decideCheck({ ...command(), ...withdrawal, seen }),
  ).rejects.toMatchObject({ code: "stale_state" });
  const { version } = (await world.as(customs).gate.readTrip({ trip: trip.id })).trip;
  await world.as(customs).gate.decideCheck({ ...command(), ...withdrawal, seen: version });
});
