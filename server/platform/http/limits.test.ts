import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserOf, cookieOf } from "../../../test/world/browser.ts";
import { openWorld, type World } from "../../../test/world/open-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const limit = 1_200;

async function statusesOf(count: number, headers: Record<string, string>, remoteAddress: string) {
  const statuses: number[] = [];
  for (let sent = 0; sent < count; sent += 1) {
    const answer = await world.zone.app.inject({ method: "GET", url: "/api/me", headers, remoteAddress });
    statuses.push(answer.statusCode);
  }
  return statuses;
}

describe("a flood of requests", () => {
  it("of strangers is refused by its address, says for how long, and leaves other addresses alone", async () => {
    const statuses = await statusesOf(limit, {}, "203.0.113.20");
    expect(statuses.includes(429)).toBe(false);
    const answer = await world.zone.app.inject({ url: "/api/me", remoteAddress: "203.0.113.20" });
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.json().data.params.seconds)).toBeGreaterThan(0);
    expect(await statusesOf(1, {}, "203.0.113.21")).not.toContain(429);
    // Without a proxy of our own nobody is believed to be somebody else.
    expect(await statusesOf(1, { "x-forwarded-for": "203.0.113.23" }, "203.0.113.20")).toEqual([429]);
  });

  it("is not let through for a made-up header of authorization", async () => {
    const made = { authorization: "Bearer made-up" };
    const statuses = await statusesOf(limit + 1, made, "203.0.113.22");
    expect(statuses.at(-1)).toBe(429);
  });

  it("of one account does not stop its colleague behind the same address", async () => {
    const browser = browserOf(world);
    const [one, other] = [await browser.newcomer(), await browser.newcomer()];
    const address = "203.0.113.23";
    const sessionOf = async (who: typeof one) =>
      cookieOf(await browser.signIn(who.userName, who.password, { address }));
    const flooding = await statusesOf(limit + 1, { cookie: await sessionOf(one) }, address);
    expect(flooding.at(-1)).toBe(429);
    expect(await statusesOf(1, { cookie: await sessionOf(other) }, address)).toEqual([200]);
  });

  it("of live streams of one account is refused, its colleague's is not, and an ended one makes room", async () => {
    const browser = browserOf(world);
    const [one, other] = [await browser.newcomer(), await browser.newcomer()];
    const sessionOf = async (who: typeof one) => cookieOf(await browser.signIn(who.userName, who.password));
    const url = `${await world.zone.app.listen({ port: 0, host: "127.0.0.1" })}/api/live`;
    const open = async (cookie: string) => {
      const ending = new AbortController();
      const { status } = await fetch(url, { headers: { cookie }, signal: ending.signal });
      return { status, end: () => ending.abort() };
    };
    const mine = await sessionOf(one);
    const streams = await Promise.all(Array.from({ length: 20 }, () => open(mine)));
    expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await open(mine)).status).toBe(429);
    const theirs = await open(await sessionOf(other));
    expect(theirs.status).toBe(200);
    streams[0]?.end();
    await expect.poll(async () => (await open(mine)).status).toBe(200);
    for (const stream of [...streams, theirs]) stream.end();
  });
});
