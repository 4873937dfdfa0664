import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserOf } from "../../../test/world/browser.ts";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { pauseLeft } from "./attempts.ts";
import type { Attempts } from "./session-store.ts";

let world: World;
let browser: ReturnType<typeof browserOf>;
beforeAll(async () => {
  world = await openWorld();
  browser = browserOf(world);
});
afterAll(() => world.close());

describe("guessing", () => {
  const guess = (name: string, address: string) => browser.signIn(name, "a wrong guess", { address });

  it("is paused after five failures from one address, even with the right password, and not from another", async () => {
    const { userName, password: own } = await browser.newcomer();
    for (let round = 0; round < 5; round += 1) {
      expect((await guess(userName, "203.0.113.5")).statusCode).toBe(401);
    }
    const paused = await browser.signIn(userName, own, { address: "203.0.113.5" });
    expect(paused.statusCode).toBe(429);
    expect(paused.json().code).toBe("sign_in_paused");
    expect(Number(paused.json().data.params.seconds)).toBeGreaterThan(0);
    expect((await browser.signIn(userName, own, { address: "203.0.113.6" })).statusCode).toBe(200);
  });

  it("of names that do not exist is paused alike, so that a pause tells nothing", async () => {
    for (let round = 0; round < 5; round += 1) await guess("no-such-name", "203.0.113.7");
    expect((await guess("no-such-name", "203.0.113.7")).statusCode).toBe(429);
  });

  it("many at once passes no more than one after the other", async () => {
    const { userName } = await browser.newcomer();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => browser.signIn(userName, "a wrong guess", { address: "203.0.113.8" })),
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
