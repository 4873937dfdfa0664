import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { type Attempts } from "./session-store.ts";
import { pauseLeft } from "./sign-in.ts";

describe("sign-in", () => {
  let world: World;
  let password: string;
  beforeAll(async () => {
    world = await openWorld();
    const printed = await world.zone.identity.makeDemonstration();
    password = printed.find((account) => account.userName === "dieu-do")?.password ?? "";
  });
  afterAll(() => world.close());

  const signIn = (name: string, secret: string, address = "192.0.2.7") =>
    world.zone.app.inject({
      method: "POST",
      url: "/api/session",
      payload: { name, password: secret },
      remoteAddress: address,
    });
  const cookieOf = (response: { headers: Record<string, unknown> }) =>
    String(response.headers["set-cookie"]).split(";")[0] ?? "";
  const me = async (cookie: string) =>
    (await world.zone.app.inject({ method: "GET", url: "/api/me", headers: { cookie } })).json();

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

  it("ends with sign-out on the server, not only in the browser", async () => {
    const cookie = cookieOf(await signIn("dieu-do", password));
    const out = await world.zone.app.inject({
      method: "DELETE",
      url: "/api/session",
      headers: { cookie, "sec-fetch-site": "same-origin" },
    });
    expect(out.statusCode).toBe(200);
    expect((await me(cookie)).account).toBeNull();
  });

  it("gives one answer to a wrong name, a wrong password and a locked account", async () => {
    const answers = [
      await signIn("dieu-do", "wrong password 1"),
      await signIn("nobody-here", "wrong password 1"),
    ];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(401);
      const { requestId: _, ...data } = answer.json().data;
      expect({ ...answer.json(), data }).toEqual({
        ...answers[0]?.json(),
        data: { fields: [], params: {} },
      });
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
