import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { verifyLog } from "../../platform/events/verify.ts";
import { openPerson, sealPerson } from "./seal-person.ts";

const secrets = {
  name: "Lương Thị Xuân-Mai Đặc-Biệt",
  paper: "QX8812345",
  phone: "+84912345678",
  email: "xuanmai.dacbiet@example.vn",
  note: "ghi chú riêng tư về người này",
};

describe("a person", () => {
  let world: World;
  const admin = actor("administrator");
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const save = () =>
    world.zone.platform.database.transaction((tx) => world.zone.identity.savePerson(tx, "driver", secrets));
  const read = (person: string, why = "overstay at the gate") =>
    world.as(admin).identity.readPerson({ person, why });
  const erase = (person: string, why = "asked by letter", command = randomUUID()) =>
    world.as(admin).identity.erasePerson({ command, person, ground: "request", why });

  /** Every column of every table as text, with the hidden bytes as latin letters too; and all that was logged. */
  async function everything(): Promise<string> {
    const schema = world.zone.platform.database.schema;
    const tables = (await world.asOwner(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 ORDER BY 1",
      [schema],
    )) as { name: string }[];
    expect(tables.length).toBeGreaterThan(12);
    const texts: string[] = [...world.logged];
    for (const { name } of tables) {
      const rows = (await world.asOwner(`SELECT t.*, t::text AS whole FROM "${name}" t`)) as Record<
        string,
        unknown
      >[];
      for (const row of rows) {
        for (const value of Object.values(row)) {
          texts.push(Buffer.isBuffer(value) ? value.toString("utf8") : (JSON.stringify(value) ?? ""));
        }
      }
    }
    return texts.join("\n");
  }

  it("stands in no table and no log, even before it is erased", async () => {
    await save();
    const all = await everything();
    for (const secret of Object.values(secrets)) expect(all).not.toContain(secret);
  });

  it("is read by an administrator for a purpose that is kept in the audit", async () => {
    const id = await save();
    expect((await read(id)).data).toEqual(secrets);
    const audit = await world.as(actor("auditor")).identity.readAudit({ limit: 10, subject: id });
    expect(audit.rows).toMatchObject([
      { action: "person_read", actor: admin.id, why: "overstay at the gate" },
    ]);
    await expect(
      world.as(actor("dispatcher")).identity.readPerson({ person: id, why: "x" }),
    ).rejects.toMatchObject({
      code: "not_allowed",
    });
    await expect(read(randomUUID())).rejects.toMatchObject({ code: "person_not_found", status: 404 });
  });

  it("is read through the door by staff with an audit row each, by its own driver's link without", async () => {
    const [one, two] = [await save(), await save()];
    const { identity, platform } = world.zone;
    const officer = actor("border_guard");
    const link = actor("firm", null, { kind: "link", roles: [] });
    const [forStaff, forDriver] = await platform.database.transaction(async (tx) => [
      await identity.readPersons(tx, officer, [one, two, randomUUID()], "check desk"),
      await identity.readPersons(tx, link, [one], "own page"),
    ]);
    expect([...(forStaff ?? [])].map(([id, data]) => [id, data?.name]).toSorted()).toEqual(
      [one, two].toSorted().map((id) => [id, secrets.name]),
    );
    expect(forDriver?.get(one)).toEqual(secrets);
    const rows = await world.asOwner("SELECT actor FROM identity_audit WHERE subject = ANY ($1)", [
      [one, two],
    ]);
    expect(rows).toEqual([{ actor: officer.id }, { actor: officer.id }]);
  });

  it("is read once for the audit while a page stays open, and anew for another purpose, person or quarter of an hour", async () => {
    const [one, two] = [await save(), await save()];
    const { identity, platform } = world.zone;
    const officer = actor("border_guard");
    const open = (ids: string[], why: string, by = officer) =>
      platform.database.transaction((tx) => identity.readPersons(tx, by, ids, why));
    const rows = async () =>
      (await world.asOwner("SELECT 1 FROM identity_audit WHERE subject = ANY ($1)", [[one, two]])).length;
    for (let n = 0; n < 3; n += 1) expect((await open([one], "trip page")).get(one)).toEqual(secrets);
    expect(await rows()).toBe(1);
    await open([one, two], "trip page");
    await open([one], "check desk");
    await open([one], "trip page", actor("customs"));
    expect(await rows()).toBe(4);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 16 * 60_000 });
    await open([one], "trip page");
    vi.useRealTimers();
    expect(await rows()).toBe(5);
  });

  it("once erased is gone from every table and the log, and the chain still verifies", async () => {
    const { account } = await world.as(admin).identity.createAccount({
      command: randomUUID(),
      userName: "xuanmai.dacbiet",
      name: secrets.name,
      email: secrets.email,
      language: "vi",
      roles: ["customs"],
      organisation: null,
    });
    const driver = await save();
    await read(driver);
    await erase(driver);
    const command = randomUUID();
    const { person } = await erase(account.person, "asked by letter", command);
    expect(person).toMatchObject({ data: null, keepUntil: null });
    expect(person.erasedAt).not.toBeNull();
    expect((await erase(account.person, "asked by letter", command)).person.erasedAt).toBe(person.erasedAt);
    await expect(erase(account.person)).rejects.toMatchObject({ code: "person_erased", status: 410 });

    const all = await everything();
    for (const secret of [...Object.values(secrets), "xuanmai"]) expect(all).not.toContain(secret);
    const sealed = await world.asOwner(
      "SELECT id FROM identity_person WHERE id = ANY ($1) AND (sealed IS NOT NULL OR wrapped_key IS NOT NULL)",
      [[driver, account.person]],
    );
    expect(sealed).toEqual([]);
    const listed = await world.as(admin).identity.listAccounts({ limit: 200 });
    expect(listed.rows.find((row) => row.id === account.id)).toMatchObject({
      userName: `erased-${account.id}`,
      name: null,
      email: null,
      disabled: true,
    });
    await world.zone.platform.follower.settled();
    expect(await verifyLog(world.zone.platform.database.db, [])).toMatchObject({ ok: true });
  });

  it("is named by no reason that is kept", async () => {
    const id = await save();
    for (const why of ["về Lương Thị Xuân-Mai Đặc-Biệt", "GIẤY QX8812345", "gọi +84912345678"]) {
      await expect(erase(id, why)).rejects.toMatchObject({
        code: "why_names_person",
        data: { fields: [{ path: "why" }] },
      });
      await expect(read(id, why)).rejects.toMatchObject({ code: "why_names_person" });
    }
  });

  it("is kept as long as the rule in force says, and erased in the night after", async () => {
    const id = await save();
    const field = actor("dispatcher", null, { kind: "token", scopes: ["demo:clock"], simulated: true });
    const clock = world.zone.platform.clock;
    const nextNight = async (days: number) => {
      const to = new Date(clock.now().getTime() + days * 24 * 3600_000).toISOString();
      await world.as(field).platform.advanceClock({ to });
    };
    expect((await read(id)).keepUntil).toBeNull();
    await nextNight(40);
    expect((await read(id)).data).not.toBeNull();
    const rule = { command: randomUUID(), class: "driver" as const, days: 41, validFrom: "2026-01-01" };
    await world.as(admin).identity.setRetention({ ...rule, ground: "decision 7" });
    await nextNight(0.5);
    expect((await read(id)).data).not.toBeNull();
    await nextNight(1);
    expect(await read(id)).toMatchObject({ data: null });
    const audit = await world
      .as(actor("auditor"))
      .identity.readAudit({ limit: 1, subject: id, action: "person_erased" });
    expect(audit.rows).toMatchObject([{ after: { ground: "retention", days: 41 } }]);
  });

  it("does not wait a night longer because the server was down when the erasure fell due", async () => {
    const timer = "timer WHERE kind = 'identity.retention'";
    await world.asOwner(`UPDATE ${timer.replace(" WHERE", " SET due_at = '2026-01-01' WHERE")}`);
    await world.zone.identity.scheduleRetention(); // as at every start
    expect(await world.asOwner(`SELECT due_at FROM ${timer}`)).toEqual([{ due_at: new Date("2026-01-01") }]);
  });
});

describe("the seal of a person", () => {
  const wrap = Buffer.alloc(32, 7);
  const id = "0d8f7d4e-3a52-4a6e-9f9a-0c8a1f6f5a01";

  it("gives back exactly what was sealed, whatever the signs", () => {
    const texts = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(texts, texts, (name, note) => {
        expect(openPerson(wrap, id, sealPerson(wrap, id, { name, note }))).toEqual({ name, note });
      }),
    );
  });

  it("does not open with a changed byte, another person's id, or another secret", () => {
    const sealed = sealPerson(wrap, id, { name: "A" });
    const other = sealPerson(wrap, id, { name: "A" });
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom("sealed" as const, "wrappedKey" as const), (at, part) => {
        const bytes = Buffer.from(sealed[part]);
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ 1;
        expect(() => openPerson(wrap, id, { ...sealed, [part]: bytes })).toThrow();
      }),
    );
    expect(() => openPerson(wrap, randomUUID(), sealed)).toThrow();
    expect(() => openPerson(Buffer.alloc(32, 8), id, sealed)).toThrow();
    expect(() => openPerson(wrap, id, { ...sealed, wrappedKey: other.wrappedKey })).toThrow();
  });
});
