import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { testCommands } from "../../../test/world/test-commands.ts";
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
import { civilDay } from "../../platform/time/clock.ts";

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

const today = () => civilDay(world.zone.platform.clock.now(), "Asia/Ho_Chi_Minh");
const nextDay = async () => {
  const { clock } = world.zone.platform;
  await clock.advance(new Date(clock.now().getTime() + 86_400_000));
};
const mandate = (change: { from?: string; to?: string | null } = {}) =>
  world
    .as(firm)
    .gate.giveMandate({ ...command(), agent: "agent-nhi-thanh", from: today(), to: null, ...change });
const mandates = async (by = firm) => (await world.as(by).gate.readMandates({})).mandates;
const revoke = (id: string, by = firm) =>
  world.as(by).gate.revokeMandate({ ...command(), mandate: id, reason: "Hết hợp đồng" });
const revokeAll = async () => {
  for (const one of await mandates()) if (one.may[0]?.allowed === true) await revoke(one.id);
};

testCommands(
  () => world,
  [
    {
      name: "giveMandate",
      right: firm,
      wrong: agent,
      ready: async () => {
        await revokeAll();
        return { agent: "agent-nhi-thanh", from: today(), to: null };
      },
      bad: [{ agent: "firm-tam-thanh" }, "agent_not_registered", "agent"],
      other: { to: "2099-01-01" },
    },
    {
      name: "revokeMandate",
      right: firm,
      wrong: agent,
      ready: async () => {
        await revokeAll();
        return { mandate: (await mandate()).mandate.id, reason: "Hết hợp đồng" };
      },
      bad: [{ reason: "" }, "invalid_input", "reason"],
      other: { reason: "Khác" },
    },
  ],
);

describe("a mandate", () => {
  const noMandate = {
    code: "no_mandate",
    status: 403,
    data: { fields: [expect.objectContaining({ path: "firm" })] },
  };

  it("lets its agent file for that firm from its first day to its last, and nobody else", async () => {
    await revokeAll();
    await expect(file(agent, "firm-ky-lua")).rejects.toMatchObject(noMandate);
    const day = civilDay(
      new Date(world.zone.platform.clock.now().getTime() + 86_400_000),
      "Asia/Ho_Chi_Minh",
    );
    const { mandate: given } = await mandate({ from: day, to: day });
    expect(given).toMatchObject({ firm: "firm-ky-lua", state: "planned" });
    await expect(file(agent, "firm-ky-lua")).rejects.toMatchObject(noMandate);
    await nextDay();
    expect((await file(agent, "firm-ky-lua")).onBehalf).toMatchObject({ by: "agent-nhi-thanh" });
    await expect(file(agent, "firm-tam-thanh")).rejects.toMatchObject(noMandate);
    await nextDay();
    await expect(file(agent, "firm-ky-lua")).rejects.toMatchObject(noMandate);
    expect((await mandates()).find((one) => one.id === given.id)?.state).toBe("over");
  });

  it("is read by firm and agent, ends at once when the firm revokes it, and what was filed stays with the agent", async () => {
    await revokeAll();
    const { mandate: given } = await mandate();
    const trip = await file(agent, "firm-ky-lua");
    expect((await mandates(agent)).find((one) => one.id === given.id)).toMatchObject({
      id: given.id,
      firm: "firm-ky-lua",
      state: "in_force",
    });
    expect((await mandates(otherFirm)).map((one) => one.id)).not.toContain(given.id);
    await expect(mandates(guard)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(revoke(given.id, otherFirm)).rejects.toMatchObject({ code: "mandate_not_found" });
    await expect(mandate()).rejects.toMatchObject({ code: "mandate_stands" });
    expect((await revoke(given.id)).mandate).toMatchObject({ state: "revoked", reason: "Hết hợp đồng" });
    await expect(file(agent, "firm-ky-lua")).rejects.toMatchObject(noMandate);
    await expect(revoke(given.id)).rejects.toMatchObject({ code: "mandate_over" });
    const amended = { ...command(), trip: trip.id, customsNumbers: ["307001234567"] };
    await world.as(agent).gate.amendDeclaration(amended);
    const at = (path: string) => ({
      code: "mandate_dates",
      data: { fields: [expect.objectContaining({ path })] },
    });
    await expect(mandate({ from: "2020-01-01" })).rejects.toMatchObject(at("from"));
    await expect(mandate({ to: "2020-01-01" })).rejects.toMatchObject(at("to"));
  });
});

describe("a customs agent", () => {
  it("files in a firm's name: both follow it, hear of it and may amend it, another firm does not", async () => {
    await mandate();
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
