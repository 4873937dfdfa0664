import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserOf, cookieOf } from "../../../test/world/browser.ts";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";

let world: World;
let known: string;
let password: string;
let browser: ReturnType<typeof browserOf>;
beforeAll(async () => {
  world = await openWorld();
  browser = browserOf(world);
  ({ userName: known, password } = await browser.newcomer());
});
afterAll(() => world.close());

const audited = async (action: "sign_in" | "sign_in_refused") =>
  (await world.as(actor("auditor")).identity.readAudit({ limit: 200, action })).rows;

describe("sign-in", () => {
  it("sets a cookie out of reach of scripts, and the session says who it is", async () => {
    const response = await browser.signIn(known, password);
    expect(response.statusCode).toBe(200);
    expect(String(response.headers["set-cookie"])).toMatch(
      /^moc_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/,
    );
    expect(await browser.me(cookieOf(response))).toMatchObject({
      mode: "demo",
      account: {
        userName: known,
        roles: ["customs"],
        organisation: null,
        demonstration: false,
      },
    });
  });

  it("keeps no secret that opens a session, in table or log", async () => {
    const secret = cookieOf(await browser.signIn(known, password)).split("=")[1] ?? "";
    const rows = await world.asOwner("SELECT t::text AS whole FROM identity_session t");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret, "base64url").toString("hex"));
    expect(world.logged.join("\n")).not.toContain(secret);
    expect(world.logged.join("\n")).not.toContain(password);
  });

  it("takes the e-mail address as well, in any case", async () => {
    const { password: own } = await browser.newcomer({ email: "Nguoi.Moi@example.vn" });
    expect((await browser.signIn(" nguoi.moi@EXAMPLE.vn ", own)).statusCode).toBe(200);
  });

  it("ends with sign-out on the server, not only in the browser", async () => {
    const cookie = cookieOf(await browser.signIn(known, password));
    const out = await browser.send("/session", null, { cookie, method: "DELETE" });
    expect(out.statusCode).toBe(200);
    expect(String(out.headers["set-cookie"])).toContain(
      "moc_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
    );
    expect((await browser.me(cookie)).account).toBeNull();
  });

  it("ends the session that the same browser had before", async () => {
    const before = cookieOf(await browser.signIn(known, password));
    const after = cookieOf(await browser.signIn(known, password, { cookie: before }));
    expect((await browser.me(before)).account).toBeNull();
    expect((await browser.me(after)).account).not.toBeNull();
  });

  it("from another site cannot be ended: its cookie alone changes nothing", async () => {
    const cookie = cookieOf(await browser.signIn(known, password));
    const forged = await browser.send("/session", null, { cookie, method: "DELETE", own: false });
    expect(forged.statusCode).toBe(403);
    expect((await browser.me(cookie)).account).not.toBeNull();
  });

  it("gives one answer to a wrong name, a wrong password, a locked account and one without password", async () => {
    const { account, userName, password: own } = await browser.newcomer();
    const why = "left the service";
    const standing = { roles: [], organisation: null, disabled: true, why };
    const cookie = cookieOf(await browser.signIn(userName, own));
    const fresh = await world
      .as(actor("administrator"))
      .identity.listAccounts({ limit: 1, search: userName });
    const seen = fresh.rows[0]?.version ?? 0;
    const edit = { command: randomUUID(), account: account.id, seen, ...standing };
    await world.as(actor("administrator")).identity.editAccount(edit);
    expect((await browser.me(cookie)).account, "its session has ended").toBeNull();
    const silent = await world.as(actor("administrator")).identity.createAccount({
      command: randomUUID(),
      userName: "no-password-yet",
      name: "A",
      language: "vi",
      roles: [],
      organisation: null,
    });
    expect(silent.link).not.toBeNull();
    const answers = [
      await browser.signIn(known, "wrong password 1"),
      await browser.signIn("nobody-here", "wrong password 1"),
      await browser.signIn(userName, own),
      await browser.signIn("no-password-yet", "wrong password 1"),
      await browser.signIn("nobody@example.vn", "wrong password 1"),
      await browser.signIn("' OR 1=1 --", "x"),
    ];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(401);
      const body = answer.json();
      expect({ ...body, data: { ...body.data, requestId: "" } }).toEqual({
        ...answers[0]?.json(),
        data: { fields: [], params: {}, requestId: "" },
      });
    }
  });

  it("is audited, refused or not, with the account and without the name that was typed", async () => {
    const { account, userName, password: own } = await browser.newcomer();
    await browser.signIn(userName, own);
    await browser.signIn(userName, "not the password");
    await browser.signIn("typed-by-a-stranger", "not the password");
    expect(
      (await audited("sign_in")).some((row) => row.subject === account.id && row.actor === account.id),
    ).toBe(true);
    const refused = await audited("sign_in_refused");
    expect(refused.filter((row) => row.subject === account.id)).toMatchObject([{ actor: null }]);
    expect(JSON.stringify(await world.asOwner("SELECT * FROM identity_audit"))).not.toContain(
      "typed-by-a-stranger",
    );
  });
});
