import { randomUUID } from "node:crypto";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";

let world: World;
const admin = actor("administrator");
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const hours = (count: number) => new Date(Date.now() + count * 3600_000).toISOString();
const issue = (detail: object = {}, by: Actor = admin, command = randomUUID()) =>
  world.as(by).identity.issueToken({
    command,
    name: "weighbridge 2",
    roles: ["customs"],
    organisation: null,
    scopes: ["arrival_signal:barrier"],
    simulated: false,
    expiresAt: hours(24),
    ...detail,
  });
const who = async (authorization: string): Promise<Actor | null> =>
  (await world.zone.app.inject({ method: "GET", url: "/api/me", headers: { authorization } })).json().actor;

describe("a token", () => {
  it("opens the API with its roles, organisation and scopes; its secret is shown once and kept nowhere", async () => {
    const command = randomUUID();
    const expiresAt = hours(48);
    const { token, secret } = await issue({ expiresAt }, admin, command);
    expect(secret).toMatch(/^moc_[0-9a-f-]{36}_[\w-]{43}$/);
    expect(await who(`Bearer ${secret}`)).toMatchObject({
      id: token.id,
      kind: "token",
      roles: ["customs"],
      scopes: ["arrival_signal:barrier"],
      simulated: false,
    });
    expect(await issue({ expiresAt }, admin, command)).toEqual({
      token: { ...token, usedAt: expect.any(String) },
      secret: null,
    });
    const part = secret?.slice(-43) ?? "";
    const rows = JSON.stringify([
      await world.asOwner("SELECT t::text AS whole FROM identity_token t"),
      await world.asOwner("SELECT t::text AS whole FROM command t"),
      await world.asOwner("SELECT t::text AS whole FROM event t"),
      await world.asOwner("SELECT t::text AS whole FROM identity_audit t"),
      world.logged,
    ]);
    expect(rows).not.toContain(part);
    expect(rows).not.toContain(Buffer.from(part, "base64url").toString("hex"));
  });

  it("with one sign changed, of another token, or of another scheme proves nobody", async () => {
    const { secret } = await issue();
    const other = await issue();
    const good = secret ?? "";
    const flipped = good.slice(0, -2) + (good.at(-2) === "A" ? "B" : "A") + good.slice(-1);
    const mixed = `moc_${other.token.id}_${good.slice(-43)}`;
    for (const bad of [
      flipped,
      mixed,
      good.slice(0, -1),
      `${good}A`,
      "moc_",
      "",
      "moc_x_y",
      `${good} ${good}`,
    ]) {
      if (bad !== `${good} ${good}`) expect(await who(`Bearer ${bad}`), bad).toBeNull();
    }
    expect(await who(`Basic ${good}`)).toBeNull();
    expect(await who(`Link ${good}`)).toBeNull();
    expect(await who(`Bearer ${"A".repeat(100_00)}`)).toBeNull();
  });

  it("ends when it is revoked and when its time is over", async () => {
    const { token, secret } = await issue();
    const input = { command: randomUUID(), token: token.id, why: "device stolen" };
    const { token: ended } = await world.as(admin).identity.revokeToken(input);
    expect(ended.revokedAt).not.toBeNull();
    expect(ended.may).toEqual([{ action: "revokeToken", allowed: false, reason: "ended" }]);
    expect(await who(`Bearer ${secret}`)).toBeNull();
    const late = await issue();
    await world.asOwner("UPDATE identity_token SET ends_at = now() WHERE id = $1", [late.token.id]);
    expect(await who(`Bearer ${late.secret}`)).toBeNull();
  });

  it("ends within 400 days and not in the past", async () => {
    await expect(issue({ expiresAt: hours(-1) })).rejects.toMatchObject({
      code: "expiry_past",
      data: { fields: [{ path: "expiresAt" }] },
    });
    await expect(issue({ expiresAt: hours(401 * 24) })).rejects.toMatchObject({ code: "expiry_too_far" });
  });

  it("is seen and revoked by its own organisation's administrator only", async () => {
    const firmAdmin = actor("administrator", "firm-ky-lua", { roles: ["administrator", "firm"] });
    const mine = await issue({ organisation: "firm-ky-lua", roles: ["firm"] }, firmAdmin);
    const other = await issue({ organisation: "firm-tam-thanh", roles: ["firm"] });
    const seen = await world.as(firmAdmin).identity.listTokens({ limit: 200 });
    expect(seen.rows.map((row) => row.id)).toEqual([mine.token.id]);
    expect(seen.total).toBe(1);
    await expect(issue({ organisation: "firm-tam-thanh", roles: [] }, firmAdmin)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(issue({ organisation: "firm-ky-lua", roles: ["customs"] }, firmAdmin)).rejects.toMatchObject(
      {
        code: "role_not_held",
      },
    );
    await expect(
      world.as(firmAdmin).identity.revokeToken({ command: randomUUID(), token: other.token.id, why: "x" }),
    ).rejects.toMatchObject({ code: "token_not_found" });
  });

  it("comes in pages, newest first, each once; an invented cursor is refused", async () => {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await world.as(admin).identity.listTokens({ limit: 2, ...(after ? { after } : {}) });
      ids.push(...page.rows.map((row) => row.id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const all = (await world.as(admin).identity.listTokens({ limit: 200 })).rows;
    expect(ids).toEqual(all.map((row) => row.id));
    expect(all.map((row) => row.createdAt)).toEqual(
      all
        .map((row) => row.createdAt)
        .toSorted()
        .toReversed(),
    );
    await expect(world.as(admin).identity.listTokens({ limit: 2, after: "bm8" })).rejects.toMatchObject({
      code: "invalid_input",
      data: { fields: [{ path: "after" }] },
    });
  });
});

describe("the simulated field's token", () => {
  it("issues simulated tokens, whose events are marked, and nothing else", async () => {
    const { secret } = await world.zone.identity.makeFieldToken();
    const field = await who(`Bearer ${secret}`);
    if (field === null) throw new Error("the field's token does not hold");
    expect(field).toMatchObject({ simulated: true, scopes: ["demo:clock", "demo:tokens"], roles: [] });
    const made = await issue(
      { simulated: true, roles: ["border_guard"], organisation: "border-guard" },
      field,
    );
    expect(await who(`Bearer ${made.secret}`)).toMatchObject({ simulated: true, roles: ["border_guard"] });
    const [event] = await world.asOwner("SELECT simulated FROM event WHERE subject = $1", [made.token.id]);
    expect(event).toEqual({ simulated: true });
    for (const [detail, code] of [
      [{ simulated: false }, "not_allowed"],
      [{ simulated: true, scopes: ["demo:tokens"] }, "not_allowed"],
      [{ simulated: true, roles: ["administrator"] }, "role_not_held"],
      [{ simulated: true, roles: ["auditor"] }, "role_not_held"],
    ] as const) {
      await expect(issue(detail, field)).rejects.toMatchObject({ code });
    }
    await expect(world.as(field).identity.listAccounts({ limit: 1 })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(
      issue({ simulated: true }, actor("dispatcher", null, { kind: "token", simulated: true })),
    ).rejects.toMatchObject({
      code: "not_allowed",
    });
  });
});

describe("a new start of the simulated field", () => {
  it("ends the tokens of the one before, simulated ones only", async () => {
    const { secret } = await world.zone.identity.makeFieldToken();
    const field = await who(`Bearer ${secret}`);
    const crew = await issue({ simulated: true }, field ?? admin);
    const device = await issue();
    const next = await world.zone.identity.makeFieldToken();
    expect(await who(`Bearer ${secret}`)).toBeNull();
    expect(await who(`Bearer ${crew.secret}`)).toBeNull();
    expect(await who(`Bearer ${device.secret}`)).not.toBeNull();
    expect(await who(`Bearer ${next.secret}`)).not.toBeNull();
    const listed = async (state: "valid" | "ended") =>
      (await world.as(admin).identity.listTokens({ state, limit: 200 })).rows.map(({ id }) => id);
    const [valid, ended] = [await listed("valid"), await listed("ended")];
    expect([valid.includes(crew.token.id), ended.includes(crew.token.id)]).toEqual([false, true]);
    expect([valid.includes(device.token.id), ended.includes(device.token.id)]).toEqual([true, false]);
  });
});

describe("a driver's link", () => {
  const trip = randomUUID();
  const make = (endsAt: Date) => {
    const { identity, platform } = world.zone;
    return platform.database.transaction((tx) =>
      identity.makeLink(tx, actor("firm"), { trip, organisation: "firm-ky-lua", simulated: true, endsAt }),
    );
  };
  const secretOf = (id: string) => world.zone.identity.linkUrl(id).split("/d/")[1] ?? "";

  it("opens one trip until its end in zone time, and its secret stands in no table", async () => {
    const now = world.zone.platform.clock.now().getTime();
    const id = await make(new Date(now + 3600_000));
    const secret = secretOf(id);
    expect(secret).toMatch(/^[\w-]{22}$/);
    expect(await who(`Link ${secret}`)).toMatchObject({ kind: "link", trip, roles: [], simulated: true });
    expect((await world.zone.identity.actorOfLink(secret))?.trip).toBe(trip);
    const rows = JSON.stringify(await world.asOwner("SELECT t::text AS whole FROM identity_driver_link t"));
    expect(rows).not.toContain(secret);
    expect(rows).not.toContain(Buffer.from(secret, "base64url").toString("hex"));
    const field = actor("dispatcher", null, { kind: "token", scopes: ["demo:clock"], simulated: true });
    await world.as(field).platform.advanceClock({ to: new Date(now + 3600_000).toISOString() });
    expect(await who(`Link ${secret}`)).toBeNull();
  });

  it("ends when the trip's links are revoked, and neither one that was over nor another trip's does", async () => {
    const ends = new Date(world.zone.platform.clock.now().getTime() + 3600_000);
    const [one, two] = [secretOf(await make(ends)), secretOf(await make(ends))];
    expect(one).not.toBe(two);
    const { identity, platform } = world.zone;
    const end = (of: string) =>
      platform.database.transaction((tx) => identity.revokeLinks(tx, actor("firm"), of));
    expect(await end(randomUUID())).toEqual([]);
    expect(await who(`Link ${one}`)).not.toBeNull();
    expect(await identity.endedLink(one)).toBeNull();
    const ended = await end(trip);
    expect(ended).toHaveLength(2);
    expect(await end(trip)).toEqual([]);
    expect(ended).toContain((await identity.endedLink(one))?.id);
    for (const secret of [one, two]) expect(await who(`Link ${secret}`)).toBeNull();
  });

  it("administers nothing", async () => {
    const id = await make(new Date(world.zone.platform.clock.now().getTime() + 3600_000));
    const link = await world.zone.identity.actorOfLink(secretOf(id));
    await expect(world.as(link).identity.listAccounts({ limit: 1 })).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(world.as(link).identity.readAudit({ limit: 1 })).rejects.toMatchObject({
      code: "not_allowed",
    });
  });
});
