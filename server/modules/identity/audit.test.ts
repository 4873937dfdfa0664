import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";

describe("the audit", () => {
  let world: World;
  const admin = actor("administrator");
  const auditor = actor("auditor");
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const create = (organisation: string | null) =>
    world.as(admin).identity.createAccount({
      command: randomUUID(),
      userName: `a-${randomUUID().slice(0, 8)}`,
      name: "Người Thử",
      language: "vi",
      roles: ["firm"],
      organisation,
    });

  it("says who did what to whom, with before and after and why", async () => {
    const { account } = await create("firm-ky-lua");
    await world.as(admin).identity.editAccount({
      command: randomUUID(),
      account: account.id,
      seen: account.version,
      roles: ["customs_agent"],
      organisation: "agent-nhi-thanh",
      disabled: false,
      why: "moved to the agent",
    });
    const { rows } = await world.as(auditor).identity.readAudit({ limit: 10, subject: account.id });
    expect(rows).toMatchObject([
      {
        action: "account_edited",
        actor: admin.id,
        subjectName: account.userName,
        why: "moved to the agent",
        before: { roles: ["firm"], organisation: "firm-ky-lua", disabled: false },
        after: { roles: ["customs_agent"], organisation: "agent-nhi-thanh", disabled: false },
      },
      { action: "account_created" },
    ]);
  });

  it("is itself audited when it is read, and so are lists of accounts", async () => {
    const reader = actor("auditor");
    await world.as(reader).identity.readAudit({ limit: 1, action: "sign_in" });
    await world.as(admin).identity.listAccounts({ limit: 5 });
    const { rows } = await world.as(auditor).identity.readAudit({ limit: 5 });
    expect(rows[0]).toMatchObject({ action: "accounts_read", actor: admin.id });
    expect(rows[1]).toMatchObject({ action: "audit_read", actor: reader.id, after: { action: "sign_in" } });
  });

  it("is read by auditors and administrators, of an organisation its own rows only", async () => {
    await create("firm-ky-lua");
    await create("firm-tam-thanh");
    for (const other of [actor("dispatcher"), actor("board_leader"), actor("firm", "firm-ky-lua")]) {
      await expect(world.as(other).identity.readAudit({ limit: 1 })).rejects.toMatchObject({
        code: "not_allowed",
      });
    }
    await expect(world.as(null).identity.readAudit({ limit: 1 })).rejects.toMatchObject({
      code: "not_signed_in",
    });
    const own = await world.as(actor("auditor", "firm-tam-thanh")).identity.readAudit({ limit: 100 });
    expect(own.rows.length).toBeGreaterThan(0);
    expect(new Set(own.rows.map((row) => row.organisation))).toEqual(new Set(["firm-tam-thanh"]));
  });

  it("comes in pages, each row once, bounded by days", async () => {
    const first = await world.as(auditor).identity.readAudit({ limit: 2, action: "account_created" });
    const second = await world
      .as(auditor)
      .identity.readAudit({ limit: 200, action: "account_created", after: first.next ?? "" });
    const ids = [...first.rows, ...second.rows].map((row) => row.id);
    expect(new Set(ids).size).toBe(first.total);
    const past = { from: "2020-01-01", to: "2020-12-31" };
    expect((await world.as(auditor).identity.readAudit({ limit: 3, ...past })).total).toBe(0);
  });

  it.each(["UPDATE identity_audit SET why = 'x'", "DELETE FROM identity_audit", "TRUNCATE identity_audit"])(
    "refuses %s through the application's own connection",
    async (statement) => {
      await expect(sql.raw(statement).execute(world.zone.platform.database.db)).rejects.toThrow();
    },
  );
});

describe("the operator's first administrator", () => {
  it("sets the password by the link that is printed, and signs in", async () => {
    const world = await openWorld();
    const link = await world.zone.identity.createAdmin({ userName: "chief", name: "Trưởng", language: "vi" });
    const { identity } = world.as(null);
    const password = "a long enough phrase";
    expect(await identity.setPassword({ link: link.url.split("#")[1] ?? "", password })).toEqual({
      userName: "chief",
    });
    const me = await identity.signIn({ name: "chief", password });
    expect(me.actor).toMatchObject({ roles: ["administrator"], organisation: null });
    expect(me.may.every((may) => may.allowed)).toBe(true);
    await expect(
      world.zone.identity.createAdmin({ userName: "chief", name: "Hai", language: "vi" }),
    ).rejects.toThrow("User name chief: This user name is taken.");
    await expect(
      world.zone.identity.createAdmin({ userName: "Trưởng", name: "Ba", language: "vi" }),
    ).rejects.toThrow("User name Trưởng: Use a–z");
    await world.close();
  });
});
