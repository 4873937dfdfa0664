import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserOf, cookieOf } from "../../../test/world/browser.ts";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { checkPassword, hashPassword, passwordCost } from "./password.ts";

let world: World;
let browser: ReturnType<typeof browserOf>;
beforeAll(async () => {
  world = await openWorld();
  browser = browserOf(world);
});
afterAll(() => world.close());

describe("a password", () => {
  it("is hashed outside of tests at the full cost, each time with another salt, and found again", async () => {
    const hash = await hashPassword("mật khẩu đủ dài", passwordCost);
    expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    const cheap = { N: 1024, r: 8, p: 1 };
    expect(await hashPassword("x", cheap)).not.toBe(await hashPassword("x", cheap));
    expect(await checkPassword("mật khẩu đủ dài".normalize("NFD"), hash, cheap)).toBe(true);
    expect(await checkPassword("mật khẩu đủ dài ", hash, cheap)).toBe(false);
    expect(await checkPassword("mật khẩu đủ dài", null, cheap)).toBe(false);
  });

  it("is set once by the link, which then is used up, expired and invented links alike", async () => {
    const { set, userName, link, url, password: own } = await browser.newcomer();
    expect(url).toMatch(/^http:\/\/localhost:\d+\/set-password#[\w-]{32}$/);
    expect(set.json()).toEqual({ userName });
    expect((await browser.signIn(userName, own)).statusCode).toBe(200);
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
      const again = await browser.send("/password-links", { link: dead, password: "another phrase" });
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
      const answer = await browser.send("/password-links?lang=en", { link: "x", password: weak });
      expect(answer.statusCode).toBe(422);
      expect(answer.json().data.fields).toContainEqual({ path: "password", code, message });
    }
  });

  it("changed by its holder ends all other sessions, and the old one opens nothing more", async () => {
    const { userName, password: own } = await browser.newcomer();
    const here = cookieOf(await browser.signIn(userName, own));
    const there = cookieOf(await browser.signIn(userName, own));
    const changed = "a second phrase";
    const wrong = await browser.send(
      "/me/password",
      { current: "not this one", password: changed },
      { cookie: here },
    );
    expect(wrong.json()).toMatchObject({ code: "password_wrong", data: { fields: [{ path: "current" }] } });
    expect(
      (await browser.send("/me/password", { current: own, password: changed }, { cookie: here })).statusCode,
    ).toBe(200);
    expect((await browser.me(here)).account).not.toBeNull();
    expect((await browser.me(there)).account).toBeNull();
    expect((await browser.signIn(userName, own)).statusCode).toBe(401);
    expect((await browser.signIn(userName, changed)).statusCode).toBe(200);
  });

  it("reset by an administrator ends password and sessions at once", async () => {
    const { account, userName, password: own } = await browser.newcomer();
    const cookie = cookieOf(await browser.signIn(userName, own));
    const input = { command: randomUUID(), account: account.id, why: "phone lost" };
    const { link } = await world.as(actor("administrator")).identity.resetPassword(input);
    expect(link?.url).toContain("/set-password#");
    expect((await browser.me(cookie)).account).toBeNull();
    expect((await browser.signIn(userName, own)).statusCode).toBe(401);
  });
});

describe("a session", () => {
  it("ends twelve hours after its last use and seven days after sign-in", async () => {
    const holder = await browser.newcomer();
    const cookie = cookieOf(await browser.signIn(holder.userName, holder.password));
    await world.asOwner("UPDATE identity_session SET seen_at = now() - interval '11 hours 50 minutes'");
    expect((await browser.me(cookie)).account).not.toBeNull();
    const [row] = (await world.asOwner("SELECT max(seen_at) AS seen FROM identity_session")) as {
      seen: Date;
    }[];
    expect(Date.now() - (row?.seen.getTime() ?? 0)).toBeLessThan(60_000);
    await world.asOwner("UPDATE identity_session SET seen_at = now() - interval '12 hours 1 minute'");
    expect((await browser.me(cookie)).account).toBeNull();
    const other = cookieOf(await browser.signIn(holder.userName, holder.password));
    await world.asOwner("UPDATE identity_session SET ends_at = now() - interval '1 second'");
    expect((await browser.me(other)).account).toBeNull();
  });

  it("takes its roles from the account as it is now", async () => {
    const { account, userName, password: own } = await browser.newcomer();
    const cookie = cookieOf(await browser.signIn(userName, own));
    expect((await browser.me(cookie)).actor.roles).toEqual(["customs"]);
    await world.asOwner("UPDATE identity_account SET roles = '{auditor}' WHERE id = $1", [account.id]);
    expect((await browser.me(cookie)).actor.roles).toEqual(["auditor"]);
  });
});
