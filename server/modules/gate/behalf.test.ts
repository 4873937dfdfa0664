import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import {
  barrier,
  command,
  declaration,
  dispatcher,
  firm,
  guard,
  otherFirm,
  park,
  position,
  yard,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const agent = actor("customs_agent", "agent-nhi-thanh");
const parkKeeper = actor("yard_operator", "viettel-post");
const file = async (by: typeof firm, firmKey?: string, changes = {}) =>
  (
    await world.as(by).gate.declareVehicle({
      ...command(),
      declaration: declaration(changes),
      ...(firmKey !== undefined && { firm: firmKey }),
    })
  ).trip;

describe("a customs agent", () => {
  it("files in a firm's name: both follow it, hear of it and may amend it, another firm does not", async () => {
    const trip = await file(agent, "firm-ky-lua");
    expect(trip).toMatchObject({
      declarant: "firm-ky-lua",
      onBehalf: { ground: "agent_of_firm", by: "agent-nhi-thanh" },
    });
    await world.zone.platform.follower.settled();
    for (const by of [agent, firm]) {
      const { rows } = await world.as(by).gate.listTrips({ limit: 50 });
      expect(rows.map((row) => row.id)).toContain(trip.id);
      const numbers = [`30700${by.organisation?.length}`];
      await world.as(by).gate.amendDeclaration({ ...command(), trip: trip.id, customsNumbers: numbers });
    }
    const stranger = world.as(otherFirm).gate;
    await expect(stranger.readTrip({ trip: trip.id })).rejects.toMatchObject({ code: "not_allowed" });
    expect((await stranger.listTrips({ limit: 50 })).rows).toEqual([]);
    const { lines } = await world.as(firm).gate.readStory({ trip: trip.id });
    expect(lines[0]?.actor).toMatchObject({ organisation: "agent-nhi-thanh", role: "customs_agent" });
  });

  it("files for itself without a firm, and for no firm that the register lacks", async () => {
    expect(await file(agent)).toMatchObject({ declarant: "agent-nhi-thanh", onBehalf: null });
    for (const unknown of ["firm-nowhere", "border-guard"])
      await expect(file(agent, unknown)).rejects.toMatchObject({
        code: "firm_not_registered",
        data: { fields: [{ path: "firm" }] },
      });
  });
});

describe("a truck that arrives undeclared", () => {
  it("is filed by the gate centre, recorded as such, and its driver reads so", async () => {
    const trip = await file(dispatcher, "firm-ky-lua");
    expect(trip).toMatchObject({
      declarant: "firm-ky-lua",
      onBehalf: { ground: "arrived_undeclared", by: "gate-centre" },
    });
    expect(await file(dispatcher)).toMatchObject({
      declarant: "gate-centre",
      onBehalf: { ground: "arrived_undeclared" },
    });
    const { url } = await world.as(dispatcher).gate.issueDriverLink({ ...command(), trip: trip.id });
    const page = await world.zone.app.inject(new URL(url).pathname);
    expect(page.body).toMatch(/Xe đến chưa khai báo; .+ đã khai hộ\./);
    const { rows } = await world.as(firm).gate.listTrips({ limit: 50 });
    expect(rows.map((row) => row.id)).toContain(trip.id);
  });

  it("is filed by a yard of its route, which may give the link but not the arrival", async () => {
    const trip = await file(yard, "firm-ky-lua");
    expect(trip.onBehalf).toEqual({ ground: "arrived_undeclared", by: "xuan-cuong-jsc" });
    const link = await world.as(yard).gate.issueDriverLink({ ...command(), trip: trip.id });
    expect(link.url).toContain("/d/");
    const signal = { ...command(), trip: trip.id, place: park, origin: "officer" as const };
    await expect(world.as(yard).gate.signalArrival(signal)).rejects.toMatchObject({ code: "not_allowed" });
    for (const [by, origin] of [
      [barrier, "barrier"],
      [position, "position"],
    ] as const)
      await world.as(by).gate.signalArrival({ ...command(), trip: trip.id, place: park, origin });
    expect((await world.as(firm).gate.readTrip({ trip: trip.id })).trip.state).toBe("holding");
    await expect(file(yard, undefined, { route: "1104-1105" })).rejects.toMatchObject({
      code: "not_allowed",
    });
  });
});

it("a firm files for itself alone, and who may not file may not file for others", async () => {
  await expect(file(firm, "firm-tam-thanh")).rejects.toMatchObject({ code: "firm_files_itself" });
  expect(await file(firm, "firm-ky-lua")).toMatchObject({ declarant: "firm-ky-lua", onBehalf: null });
  for (const by of [guard, actor("yard_operator"), parkKeeper])
    await expect(file(by, "firm-ky-lua", { route: "1104-1105" })).rejects.toMatchObject({
      code: "not_allowed",
    });
});

it("what was filed on behalf stands after the read models are made anew from the log", async () => {
  const trip = await file(agent, "firm-ky-lua");
  await world.zone.platform.follower.settled();
  await world.zone.gate.rebuild();
  expect((await world.as(agent).gate.readTrip({ trip: trip.id })).trip.onBehalf?.by).toBe("agent-nhi-thanh");
});
