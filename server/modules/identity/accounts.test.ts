import { randomUUID } from "node:crypto";
import { identityEvents } from "@moc/contract/identity/events.ts";
import type { Role } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";

describe("accounts", () => {
  let world: World;
  const admin = actor("administrator");
  const firmAdmin = actor("administrator", "firm-ky-lua", { roles: ["administrator", "firm"] });
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const create = (
    organisation: string | null,
    roles: Role[],
    by = admin,
    userName = `u-${randomUUID().slice(0, 8)}`,
  ) =>
    world.as(by).identity.createAccount({
      command: randomUUID(),
      userName,
      name: "Hoàng Thị Mẫu",
      language: "vi",
      roles,
      organisation,
    });
  const edit = (account: { id: string; version: number }, change: object, by = admin) =>
    world.as(by).identity.editAccount({
      command: randomUUID(),
      account: account.id,
      seen: account.version,
      roles: ["firm"],
      organisation: "firm-ky-lua",
      disabled: false,
      why: "test",
      ...change,
    });

  it("show an organisation's administrator only its own organisation's", async () => {
    const mine = (await create("firm-ky-lua", ["firm"])).account;
    const other = (await create("firm-tam-thanh", ["firm"])).account;
    const seen = await world.as(firmAdmin).identity.listAccounts({ limit: 200 });
    expect(seen.rows.map((row) => row.id)).toContain(mine.id);
    expect(new Set(seen.rows.map((row) => row.organisation))).toEqual(new Set(["firm-ky-lua"]));
    expect(seen.total).toBe(seen.rows.length);
    await expect(
      world.as(firmAdmin).identity.listAccounts({ limit: 50, organisation: "firm-tam-thanh" }),
    ).rejects.toMatchObject({ code: "not_allowed" });
    await expect(edit(other, {}, firmAdmin)).rejects.toMatchObject({
      code: "account_not_found",
      status: 404,
    });
    await expect(edit(mine, { organisation: "firm-tam-thanh" }, firmAdmin)).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(
      world.as(firmAdmin).identity.resetPassword({ command: randomUUID(), account: other.id, why: "x" }),
    ).rejects.toMatchObject({ code: "account_not_found" });
  });

  it("are given by an organisation's administrator only the roles that it holds", async () => {
    await expect(create("firm-ky-lua", ["firm", "customs"], firmAdmin)).rejects.toMatchObject({
      code: "role_not_held",
      data: { fields: [{ path: "roles", code: "role_not_held" }], params: { role: "customs" } },
    });
    const { account } = await create("firm-ky-lua", ["firm"], firmAdmin);
    await expect(edit(account, { roles: ["firm", "dispatcher"] }, firmAdmin)).rejects.toMatchObject({
      code: "role_not_held",
    });
    expect((await edit(account, { roles: ["firm", "administrator"] }, firmAdmin)).account.roles).toEqual([
      "firm",
      "administrator",
    ]);
  });

  it("of a person above cannot be taken over by an organisation's administrator's reset", async () => {
    const { account } = await create("firm-ky-lua", ["firm", "customs_agent"]);
    await expect(
      world.as(firmAdmin).identity.resetPassword({ command: randomUUID(), account: account.id, why: "x" }),
    ).rejects.toMatchObject({ code: "role_not_held", data: { params: { role: "customs_agent" } } });
  });

  it("have user names and e-mail addresses of their own", async () => {
    await create(null, ["customs"], admin, "taken");
    await expect(create(null, ["customs"], admin, "taken")).rejects.toMatchObject({
      code: "user_name_taken",
      data: { fields: [{ path: "userName", code: "user_name_taken" }] },
    });
    const withMail = (email: string) =>
      world.as(admin).identity.createAccount({
        command: randomUUID(),
        userName: `m-${randomUUID().slice(0, 8)}`,
        name: "Người Thử",
        email,
        language: "vi",
        roles: ["customs"],
        organisation: null,
      });
    expect((await withMail("Thu@Example.vn")).account.email).toBe("thu@example.vn");
    await expect(withMail("thu@example.VN")).rejects.toMatchObject({ code: "email_taken" });
  });

  it("act for organisations of the register only", async () => {
    await expect(create("no-such-firm", ["firm"])).rejects.toMatchObject({
      code: "organisation_unknown",
      status: 422,
      data: { fields: [{ path: "organisation" }], params: { organisation: "no-such-firm" } },
    });
  });

  it("are not changed on an old picture, nor by their own holder", async () => {
    const { account } = await create("firm-ky-lua", ["firm"]);
    const changed = await edit(account, { disabled: true });
    expect(changed.account).toMatchObject({ disabled: true, version: account.version + 1 });
    await expect(edit(account, {})).rejects.toMatchObject({ code: "stale_state", status: 409 });
    const own = actor("administrator", null, { id: account.id });
    await expect(edit(changed.account, {}, own)).rejects.toMatchObject({ code: "own_account" });
  });

  it("always leave the zone an administrator", async () => {
    const one = (await create(null, ["administrator"])).account;
    const two = (await create(null, ["administrator"])).account;
    await edit(one, { roles: ["auditor"], organisation: null });
    await expect(edit(two, { roles: ["auditor"], organisation: null })).rejects.toMatchObject({
      code: "last_administrator",
    });
    await expect(
      edit(two, { roles: ["administrator"], organisation: null, disabled: true }),
    ).rejects.toMatchObject({
      code: "last_administrator",
    });
    await expect(
      world.as(admin).identity.erasePerson({
        command: randomUUID(),
        person: two.person,
        ground: "request",
        why: "asked",
      }),
    ).rejects.toMatchObject({ code: "last_administrator" });
  });

  it("come in pages by user name, searched by a part of it that may hold any sign", async () => {
    for (const tail of ["a", "b", "c"]) await create(null, ["plant_quarantine"], admin, `page.x-${tail}`);
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = await world
        .as(admin)
        .identity.listAccounts({ limit: 1, search: "page.x", ...(after ? { after } : {}) });
      expect(page.total).toBe(3);
      names.push(...page.rows.map((row) => row.userName));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(names).toEqual(["page.x-a", "page.x-b", "page.x-c"]);
    for (const search of ["%", "_", "\\", "'; DROP TABLE identity_account; --"]) {
      expect((await world.as(admin).identity.listAccounts({ limit: 5, search })).rows).toEqual([]);
    }
    expect(
      (await world.as(admin).identity.listAccounts({ limit: 5, search: "plant_quarantine" })).total,
    ).toBe(3);
  });

  it("fold from the log to what the table holds", async () => {
    const events = (await world.asOwner(
      "SELECT kind, data FROM event WHERE kind LIKE 'identity.%' ORDER BY seq",
    )) as {
      kind: keyof typeof identityEvents;
      data: Record<string, unknown>;
    }[];
    const folded = new Map<unknown, object>();
    for (const { kind, data } of events) {
      expect(z.safeParse(identityEvents[kind], data).success, kind).toBe(true);
      if (!kind.startsWith("identity.account_")) continue;
      const { roles, organisation, disabled = false } = data;
      folded.set(data.account, { roles, organisation, disabled });
    }
    const rows = (await world.asOwner("SELECT id, roles, organisation, disabled FROM identity_account")) as {
      id: string;
    }[];
    expect(rows.length).toBeGreaterThan(8);
    for (const { id, ...state } of rows) expect(folded.get(id)).toEqual(state);
  });
});
