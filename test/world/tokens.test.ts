import { afterAll, beforeAll, expect, it } from "vitest";
import { actor, openWorld, type World } from "./open-world.ts";
import { command, declaration, firm, holding, inYard } from "./trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const admin = actor("administrator");
const issue = (roles: ("firm" | "customs")[], organisation: string, scopes: string[]) =>
  world.as(admin).identity.issueToken({
    ...command(),
    name: "máy của đơn vị",
    roles,
    organisation,
    scopes,
    simulated: false,
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
const send = async (secret: string | null, url: string, payload: object) => {
  const headers = { authorization: `Bearer ${secret}`, "accept-language": "en" };
  const answer = await world.zone.app.inject({ method: "POST", url: `/api${url}`, headers, payload });
  return { status: answer.statusCode, body: answer.json() };
};
const tokenOf = async (id: string) =>
  (await world.as(admin).identity.listTokens({ limit: 50 })).rows.find((row) => row.id === id);

it("a firm's own program files with its token, for the firm, and its last use is shown", async () => {
  const { token, secret } = await issue(["firm"], "firm-ky-lua", ["gate:declare_vehicle"]);
  expect((await tokenOf(token.id))?.usedAt).toBeNull();
  const filed = await send(secret, "/declarations", { ...command(), declaration: declaration() });
  expect(filed).toMatchObject({
    status: 200,
    body: { trip: { declarant: "firm-ky-lua", state: "declared" } },
  });
  expect((await tokenOf(token.id))?.usedAt).toMatch(/Z$/);
  const story = await world.as(firm).gate.readStory({ trip: filed.body.trip.id });
  expect(story.lines[0]?.actor).toMatchObject({ kind: "token", organisation: "firm-ky-lua", role: "firm" });
});

it("a force's own system answers its check, and that of another force is refused", async () => {
  const { secret } = await issue(["customs"], "customs-region-6", ["gate:decide_check"]);
  const { id } = await inYard(world);
  const passed = await send(secret, `/trips/${id}/checks/customs`, { ...command(), decision: "pass" });
  expect(passed.status).toBe(200);
  expect(passed.body.trip.checks).toContainEqual(expect.objectContaining({ kind: "customs", state: "pass" }));
  const other = await send(secret, `/trips/${id}/checks/border_guard_exit`, {
    ...command(),
    decision: "pass",
  });
  expect(other.body.code).toBe("not_allowed");
});

it("what it was not issued for is refused, reading too, and so it hears nothing", async () => {
  const { token, secret } = await issue(["firm"], "firm-ky-lua", ["gate:declare_vehicle"]);
  const { id } = await holding(world);
  expect(await send(secret, `/trips/${id}/withdrawal`, { ...command(), reason: "x" })).toMatchObject({
    status: 403,
    body: {
      code: "scope_missing",
      message: expect.stringContaining("gate:withdraw_trip"),
    },
  });
  const bearer = actor("firm", "firm-ky-lua", { kind: "token", id: token.id, scopes: token.scopes });
  await expect(world.as(bearer).gate.listTrips({ limit: 1 })).rejects.toMatchObject({
    code: "scope_missing",
  });
  expect((await world.as(bearer).identity.readMe()).actor?.id).toBe(token.id);
  await expect(world.as(bearer).registry.readZone({})).rejects.toMatchObject({ code: "scope_missing" });
});
