import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { secretOf } from "../../../test/world/authenticator.ts";
import { browserOf, cookieOf } from "../../../test/world/browser.ts";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { codeOf, stepOf } from "./time-code.ts";

let world: World;
let browser: ReturnType<typeof browserOf>;
beforeAll(async () => {
  world = await openWorld();
  browser = browserOf(world);
});
afterAll(() => world.close());

const code = (secret: Buffer, steps = 1) => codeOf(secret, stepOf(new Date()) + steps);
const enter = (who: Person, typed?: string) =>
  browser.send("/session", { name: who.userName, password: who.password, ...(typed && { code: typed }) });
const codeSaid = (answer: { json(): { code?: string } }) => answer.json().code;

type Person = Awaited<ReturnType<typeof browser.newcomer>>;

/** Somebody whose second factor is set; its code of the step before is used up. */
async function guarded() {
  const who = await browser.newcomer();
  const cookie = cookieOf(await enter(who));
  const begun = await browser.send("/me/second-factor", { password: who.password }, { cookie });
  const secret = secretOf(begun.json().secret);
  const set = await browser.send("/me/second-factor/confirmation", { code: code(secret, 0) }, { cookie });
  return { who, cookie, secret, begun, recovery: set.json().recoveryCodes as string[] }; // as: parsed JSON
}

it("is asked for once its first code confirmed it, and each code opens once", async () => {
  const { who, secret, cookie, begun } = await guarded();
  expect(begun.json().qrSvg).toContain("<svg");
  expect((await browser.me(cookie)).account.secondFactor).toBe(true);
  const without = await enter(who);
  expect([without.statusCode, codeSaid(without)]).toEqual([401, "factor_needed"]);
  const used = await enter(who, code(secret, 0));
  expect([used.statusCode, codeSaid(used)]).toEqual([401, "factor_wrong"]);
  const now = code(secret);
  expect((await enter(who, now)).statusCode).toBe(200);
  expect(codeSaid(await enter(who, now))).toBe("factor_wrong");
});

it("that nobody confirmed is not asked for", async () => {
  const who = await browser.newcomer();
  const cookie = cookieOf(await enter(who));
  await browser.send("/me/second-factor", { password: who.password }, { cookie });
  const wrong = await browser.send("/me/second-factor/confirmation", { code: "000000" }, { cookie });
  expect(codeSaid(wrong)).toBe("factor_wrong");
  expect((await enter(who)).statusCode).toBe(200);
});

it("tells nobody without the password that there is one", async () => {
  const { who, secret } = await guarded();
  const answer = await enter({ ...who, password: "not the password" }, code(secret));
  expect(codeSaid(answer)).toBe("sign_in_failed");
});

it("ends all other sessions when it is set", async () => {
  const who = await browser.newcomer();
  const [other, own] = [cookieOf(await enter(who)), cookieOf(await enter(who))];
  const begun = await browser.send("/me/second-factor", { password: who.password }, { cookie: own });
  const first = { code: code(secretOf(begun.json().secret)) };
  await browser.send("/me/second-factor/confirmation", first, { cookie: own });
  expect([(await browser.me(other)).account, (await browser.me(own)).account?.id]).toEqual([
    null,
    who.account.id,
  ]);
});

it("gives way to a recovery code, each of which works once, however it is typed", async () => {
  const { who, recovery } = await guarded();
  expect(new Set(recovery).size).toBe(10);
  const [first = "", second = ""] = recovery;
  expect((await enter(who, ` ${first.toUpperCase()} `)).statusCode).toBe(200);
  expect(codeSaid(await enter(who, first))).toBe("factor_wrong");
  expect((await enter(who, second.replaceAll("-", ""))).statusCode).toBe(200);
});

it("is held back from guessing like a password", async () => {
  const { who, secret } = await guarded();
  const from = { address: "203.0.113.77" };
  const body = { name: who.userName, password: who.password };
  for (let n = 0; n < 5; n += 1) await browser.send("/session", { ...body, code: "000000" }, from);
  const held = await browser.send("/session", { ...body, code: code(secret) }, from);
  expect([held.statusCode, codeSaid(held)]).toEqual([429, "sign_in_paused"]);
});

it("is begun and ended by its holder alone, with the password", async () => {
  const { who, cookie, secret } = await guarded();
  const end = (body: object, by?: string) =>
    browser.send("/me/second-factor/end", body, by === undefined ? {} : { cookie: by });
  const [right, stranger] = [
    { password: who.password, code: code(secret) },
    await end({ password: "x", code: "000000" }),
  ];
  expect(codeSaid(stranger)).toBe("not_signed_in");
  expect(codeSaid(await end({ ...right, password: "not the password" }, cookie))).toBe("password_wrong");
  expect((await end({ ...right, code: "12" }, cookie)).json().data.fields).toMatchObject([
    { path: "code", code: "factor_code_format" },
  ]);
  expect(codeSaid(await end({ ...right, code: "000000" }, cookie))).toBe("factor_wrong");
  const again = await browser.send("/me/second-factor", { password: who.password }, { cookie });
  expect(codeSaid(again)).toBe("factor_set");
  expect((await end(right, cookie)).statusCode).toBe(200);
  expect((await enter(who)).statusCode).toBe(200);
  await expect(
    world
      .as(actor("administrator", null, { kind: "token", scopes: ["identity:begin_second_factor"] }))
      .identity.beginSecondFactor({ password: "x" }),
  ).rejects.toMatchObject({ code: "not_signed_in" });
});

it("is removed by an administrator for who lost it, with its reason in the audit", async () => {
  const { who, cookie } = await guarded();
  const admin = world.as(actor("administrator"));
  const input = { command: randomUUID(), account: who.account.id, why: "telephone lost" };
  expect((await admin.identity.resetSecondFactor(input)).account.secondFactor).toBe(false);
  expect((await browser.me(cookie)).account).toBeNull();
  expect((await enter(who)).statusCode).toBe(200);
  const { rows } = await world
    .as(actor("auditor"))
    .identity.readAudit({ limit: 50, subject: who.account.id });
  expect(rows.map((row) => row.action)).toEqual(
    expect.arrayContaining(["second_factor_set", "second_factor_reset"]),
  );
  await expect(admin.identity.resetSecondFactor({ ...input, command: randomUUID() })).rejects.toMatchObject({
    code: "factor_not_set",
  });
});

it("keeps no secret and no code that can be read, in table or log", async () => {
  const { begun, recovery } = await guarded();
  const rows = JSON.stringify([
    await world.asOwner("SELECT t::text AS whole FROM identity_second_factor t"),
    await world.asOwner("SELECT t::text AS whole FROM identity_recovery_code t"),
    world.logged,
  ]);
  const { secret } = begun.json();
  for (const hidden of [secret, secretOf(secret).toString("hex"), ...recovery])
    expect(rows).not.toContain(hidden);
});
