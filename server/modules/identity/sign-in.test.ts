import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import type { Attempts } from "./session-store.ts";
import { pauseLeft } from "./sign-in.ts";

let world: World;
let password: string;
beforeAll(async () => {
  world = await openWorld();
  const printed = await world.zone.identity.makeDemonstration();
  password = printed.find((account) => account.userName === "dieu-do")?.password ?? "";
});
afterAll(() => world.close());

type Sent = { cookie?: string; address?: string; method?: "POST" | "GET" | "DELETE"; own?: boolean };
let addresses = 0;

/** A request as a browser makes it, each from an address of its own unless one is given. */
function send(
  url: string,
  payload: object | null,
  { cookie, address, method = "POST", own = true }: Sent = {},
) {
  addresses += 1;
  return world.zone.app.inject({
    method,
    url: `/api${url}`,
    ...(payload === null ? {} : { payload }),
    headers: { ...(cookie ? { cookie } : {}), ...(own ? { "sec-fetch-site": "same-origin" } : {}) },
    remoteAddress: address ?? `198.51.100.${addresses}`,
  });
}
const signIn = (name: string, secret: string, detail: Sent = {}) =>
  send("/session", { name, password: secret }, detail);
const cookieOf = (response: { headers: Record<string, unknown> }) =>
  String(response.headers["set-cookie"]).split(";")[0] ?? "";
const me = async (cookie: string) => (await send("/me", null, { cookie, method: "GET" })).json();
const audited = async (action: string) =>
  (await world.as(actor("auditor")).identity.readAudit({ limit: 200, action: action as "sign_in" })).rows;

/** A new account whose holder has set the password by the link. */
async function newcomer(detail: { email?: string } = {}) {
  const userName = `new-${randomUUID().slice(0, 8)}`;
  const { account, link } = await world.as(actor("administrator")).identity.createAccount({
    command: randomUUID(),
    userName,
    name: "Người Mới",
    language: "en",
    roles: ["customs"],
    organisation: null,
    ...detail,
  });
  const secret = link?.url.split("#")[1] ?? "";
  const chosen = "a phrase of one's own";
  const set = await send("/password-links", { link: secret, password: chosen });
  return { account, userName, link: secret, url: link?.url ?? "", password: chosen, set };
}

describe("sign-in", () => {
  it("sets a cookie out of reach of scripts, and the session says who it is", async () => {
    const response = await signIn("dieu-do", password);
    expect(response.statusCode).toBe(200);
    expect(String(response.headers["set-cookie"])).toMatch(
      /^moc_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/,
    );
    expect(await me(cookieOf(response))).toMatchObject({
      mode: "demo",
      account: {
        userName: "dieu-do",
        roles: ["dispatcher"],
        organisation: "gate-centre",
        demonstration: true,
      },
    });
  });

  it("keeps no secret that opens a session, in table or log", async () => {
    const secret = cookieOf(await signIn("dieu-do", password)).split("=")[1] ?? "";
    const rows = await world.asOwner("SELECT t::text AS whole FROM identity_session t");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret, "base64url").toString("hex"));
    expect(world.logged.join("\n")).not.toContain(secret);
    expect(world.logged.join("\n")).not.toContain(password);
  });

  it("takes the e-mail address as well, in any case", async () => {
    const { password: own } = await newcomer({ email: "Nguoi.Moi@example.vn" });
    expect((await signIn(" nguoi.moi@EXAMPLE.vn ", own)).statusCode).toBe(200);
  });

  it("ends with sign-out on the server, not only in the browser", async () => {
    const cookie = cookieOf(await signIn("dieu-do", password));
    const out = await send("/session", null, { cookie, method: "DELETE" });
    expect(out.statusCode).toBe(200);
    expect(String(out.headers["set-cookie"])).toContain(
      "moc_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0",
    );
    expect((await me(cookie)).account).toBeNull();
  });

  it("ends the session that the same browser had before", async () => {
    const before = cookieOf(await signIn("dieu-do", password));
    const after = cookieOf(await signIn("dieu-do", password, { cookie: before }));
    expect((await me(before)).account).toBeNull();
    expect((await me(after)).account).not.toBeNull();
  });

  it("from another site cannot be ended: its cookie alone changes nothing", async () => {
    const cookie = cookieOf(await signIn("dieu-do", password));
    const forged = await send("/session", null, { cookie, method: "DELETE", own: false });
    expect(forged.statusCode).toBe(403);
    expect((await me(cookie)).account).not.toBeNull();
  });

  it("gives one answer to a wrong name, a wrong password, a locked account and one without password", async () => {
    const { account, userName, password: own } = await newcomer();
    const why = "left the service";
    const standing = { roles: [], organisation: null, disabled: true, why };
    const cookie = cookieOf(await signIn(userName, own));
    const fresh = await world
      .as(actor("administrator"))
      .identity.listAccounts({ limit: 1, search: userName });
    const seen = fresh.rows[0]?.version ?? 0;
    const edit = { command: randomUUID(), account: account.id, seen, ...standing };
    await world.as(actor("administrator")).identity.editAccount(edit);
    expect((await me(cookie)).account, "its session has ended").toBeNull();
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
      await signIn("dieu-do", "wrong password 1"),
      await signIn("nobody-here", "wrong password 1"),
      await signIn(userName, own),
      await signIn("no-password-yet", "wrong password 1"),
      await signIn("nobody@example.vn", "wrong password 1"),
      await signIn("' OR 1=1 --", "x"),
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
    const { account, userName, password: own } = await newcomer();
    await signIn(userName, own);
    await signIn(userName, "not the password");
    await signIn("typed-by-a-stranger", "not the password");
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

describe("guessing", () => {
  const guess = (name: string, address: string) => signIn(name, "a wrong guess", { address });

  it("is paused after five failures from one address, even with the right password, and not from another", async () => {
    const { userName, password: own } = await newcomer();
    for (let round = 0; round < 5; round += 1) {
      expect((await guess(userName, "203.0.113.5")).statusCode).toBe(401);
    }
    const paused = await signIn(userName, own, { address: "203.0.113.5" });
    expect(paused.statusCode).toBe(429);
    expect(paused.json().code).toBe("sign_in_paused");
    expect(Number(paused.json().data.params.seconds)).toBeGreaterThan(0);
    expect((await signIn(userName, own, { address: "203.0.113.6" })).statusCode).toBe(200);
  });

  it("of names that do not exist is paused alike, so that a pause tells nothing", async () => {
    for (let round = 0; round < 5; round += 1) await guess("no-such-name", "203.0.113.7");
    expect((await guess("no-such-name", "203.0.113.7")).statusCode).toBe(429);
  });

  it("many at once passes no more than one after the other", async () => {
    const { userName } = await newcomer();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn(userName, "a wrong guess", { address: "203.0.113.8" })),
    );
    expect(answers.filter((answer) => answer.statusCode === 401)).toHaveLength(5);
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(7);
  });

  it("leaves no name and no address in the table of attempts", async () => {
    await guess("remembered-name", "203.0.113.9");
    const rows = JSON.stringify(await world.asOwner("SELECT t::text AS whole FROM identity_attempt t"));
    for (const text of ["remembered-name", "203.0.113.9"]) {
      expect(rows).not.toContain(text);
      expect(rows).not.toContain(Buffer.from(text).toString("hex"));
    }
  });
});

describe("a password", () => {
  it("is set once by the link, which then is used up, expired and invented links alike", async () => {
    const { set, userName, link, url, password: own } = await newcomer();
    expect(url).toMatch(/^http:\/\/localhost:\d+\/set-password#[\w-]{32}$/);
    expect(set.json()).toEqual({ userName });
    expect((await signIn(userName, own)).statusCode).toBe(200);
    const late = await world.as(actor("administrator")).identity.createAccount({
      command: randomUUID(),
      userName: `late-${randomUUID().slice(0, 8)}`,
      name: "A",
      language: "vi",
      roles: [],
      organisation: null,
    });
    await world.asOwner("UPDATE identity_password_link SET ends_at = now() WHERE account = $1", [
      late.account.id,
    ]);
    for (const dead of [link, late.link?.url.split("#")[1], "invented"]) {
      const again = await send("/password-links", { link: dead, password: "another phrase" });
      expect(again.statusCode).toBe(410);
      expect(again.json().code).toBe("link_invalid");
    }
  });

  it("is refused when short or of few signs, in the reader's language", async () => {
    for (const [weak, code, message] of [
      ["short", "password_length", "A password has 12 to 128 characters."],
      [
        "aaaaaaaaaaaaaa",
        "password_guessable",
        "This password is too easy to guess. Use at least five different characters.",
      ],
      ["x1".repeat(70), "password_length", "A password has 12 to 128 characters."],
    ]) {
      const answer = await send("/password-links?lang=en", { link: "x", password: weak });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().data.fields).toContainEqual({ path: "password", code, message });
    }
  });

  it("changed by its holder ends all other sessions, and the old one opens nothing more", async () => {
    const { userName, password: own } = await newcomer();
    const here = cookieOf(await signIn(userName, own));
    const there = cookieOf(await signIn(userName, own));
    const changed = "a second phrase";
    const wrong = await send(
      "/me/password",
      { current: "not this one", password: changed },
      { cookie: here },
    );
    expect(wrong.json()).toMatchObject({ code: "password_wrong", data: { fields: [{ path: "current" }] } });
    expect(
      (await send("/me/password", { current: own, password: changed }, { cookie: here })).statusCode,
    ).toBe(200);
    expect((await me(here)).account).not.toBeNull();
    expect((await me(there)).account).toBeNull();
    expect((await signIn(userName, own)).statusCode).toBe(401);
    expect((await signIn(userName, changed)).statusCode).toBe(200);
  });

  it("reset by an administrator ends password and sessions at once", async () => {
    const { account, userName, password: own } = await newcomer();
    const cookie = cookieOf(await signIn(userName, own));
    const input = { command: randomUUID(), account: account.id, why: "phone lost" };
    const { link } = await world.as(actor("administrator")).identity.resetPassword(input);
    expect(link?.url).toContain("/set-password#");
    expect((await me(cookie)).account).toBeNull();
    expect((await signIn(userName, own)).statusCode).toBe(401);
  });
});

describe("a session", () => {
  it("ends twelve hours after its last use and seven days after sign-in", async () => {
    const cookie = cookieOf(await signIn("dieu-do", password));
    await world.asOwner("UPDATE identity_session SET seen_at = now() - interval '11 hours 50 minutes'");
    expect((await me(cookie)).account).not.toBeNull();
    const [row] = (await world.asOwner("SELECT max(seen_at) AS seen FROM identity_session")) as {
      seen: Date;
    }[];
    expect(Date.now() - (row?.seen.getTime() ?? 0)).toBeLessThan(60_000);
    await world.asOwner("UPDATE identity_session SET seen_at = now() - interval '12 hours 1 minute'");
    expect((await me(cookie)).account).toBeNull();
    const other = cookieOf(await signIn("dieu-do", password));
    await world.asOwner("UPDATE identity_session SET ends_at = now()");
    expect((await me(other)).account).toBeNull();
  });

  it("takes its roles from the account as it is now", async () => {
    const { account, userName, password: own } = await newcomer();
    const cookie = cookieOf(await signIn(userName, own));
    expect((await me(cookie)).actor.roles).toEqual(["customs"]);
    await world.asOwner("UPDATE identity_account SET roles = '{auditor}' WHERE id = $1", [account.id]);
    expect((await me(cookie)).actor.roles).toEqual(["auditor"]);
  });
});

describe("the pause after failed sign-ins", () => {
  const now = new Date("2026-11-22T00:00:00.000Z");
  const after = (failures: number, secondsAgo: number): Attempts => ({
    failures,
    last_at: new Date(now.getTime() - secondsAgo * 1000),
  });

  it("begins after the free failures, doubles, and is never longer than 15 minutes", () => {
    expect(pauseLeft(undefined, 5, now)).toBe(0);
    expect(pauseLeft(after(4, 0), 5, now)).toBe(0);
    expect(pauseLeft(after(5, 0), 5, now)).toBe(15);
    expect(pauseLeft(after(7, 0), 5, now)).toBe(60);
    expect(pauseLeft(after(500, 0), 5, now)).toBe(900);
    expect(pauseLeft(after(5, 14), 5, now)).toBe(1);
    expect(pauseLeft(after(5, 15), 5, now)).toBe(0);
  });
});
