import { randomUUID } from "node:crypto";
import { generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { cookiesOf, directoryHands } from "../../../test/world/directory-hands.ts";
import { type Mischief, openDirectoryProvider } from "../../../test/world/directory-provider.ts";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { openDirectory } from "./directory.ts";

let world: World;
let provider: Awaited<ReturnType<typeof openDirectoryProvider>>;
let hands: ReturnType<typeof directoryHands>;
let account: { id: string };
const person = { sub: "an officer of the centre" };
beforeAll(async () => {
  provider = await openDirectoryProvider();
  world = await openWorld({ directory: provider.settings });
  hands = directoryHands(world, provider);
  ({ account } = await hands.entered({ by: "subject", subject: person.sub }));
});
afterEach(() => provider.misbehave({}));
afterAll(async () => {
  await world.close();
  await provider.close();
});

const counted = async () =>
  (
    await world.asOwner(
      "SELECT (SELECT count(*) FROM identity_account) AS accounts, (SELECT count(*) FROM identity_session) AS sessions",
    )
  )[0];

/** Nobody is let in: no session, no cookie that opens anything, and the screen is told why. */
async function expectRefused(answer: Awaited<ReturnType<typeof hands.back>>, code = "directory_refused") {
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe(`/?directory=${code}`);
  expect(cookiesOf(answer)).toEqual({ moc_directory: "" });
}

describe("sign-in through the directory", () => {
  it("asks with code, PKCE, state and nonce, and binds them to a cookie out of reach of scripts", async () => {
    const { sent, to, cookie } = await hands.begin();
    const asked = Object.fromEntries(new URL(to).searchParams);
    expect(asked).toMatchObject({
      response_type: "code",
      client_id: provider.settings.clientId,
      redirect_uri: "http://localhost:8080/sign-in/directory/return",
      scope: "openid email",
      code_challenge_method: "S256",
    });
    expect(String(sent.headers["set-cookie"])).toMatch(
      /^moc_directory=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/,
    );
    const secret = cookie.split("=")[1] ?? "";
    for (const part of [asked.state, asked.nonce, asked.code_challenge]) expect(part).not.toContain(secret);
    expect(new Set([asked.state, asked.nonce, asked.code_challenge]).size).toBe(3);
  });

  it("is begun where the browser comes back to, when that is the same machine by another name", async () => {
    const begin = (host: string) =>
      world.zone.app.inject({ url: "/sign-in/directory?to=%2Ftrips", headers: { host } });
    for (const host of ["127.0.0.1:8080", "[::1]:8080"]) {
      const { statusCode, headers } = await begin(host);
      expect([statusCode, headers.location]).toEqual([
        303,
        "http://localhost:8080/sign-in/directory?to=%2Ftrips",
      ]);
      expect(cookiesOf({ headers })).toEqual({});
    }
    // Any other name is no business of ours: nothing sends a browser to where it did not ask to go.
    for (const host of ["localhost:8080", "moc.example", "127.0.0.1.moc.example"])
      expect((await begin(host)).headers.location).toContain(provider.settings.issuer);
  });

  it("opens a session of one shift for whom an administrator entered, and comes back to the page", async () => {
    const answer = await hands.signIn(person, "/trips?state=called");
    expect(answer.headers.location).toBe("/trips?state=called");
    expect(String(answer.headers["set-cookie"])).toMatch(
      /moc_session=[\w-]{43};.*HttpOnly; SameSite=Lax; Max-Age=43200/,
    );
    expect(await hands.who(answer)).toBe(account.id);
  });

  it("makes no account and opens none for whom nobody entered", async () => {
    const before = await counted();
    const stranger = { sub: randomUUID(), email: "khach@example.vn", email_verified: true };
    await expectRefused(await hands.signIn(stranger), "directory_unknown");
    expect(await counted()).toEqual(before);
  });

  it("ends at the directory too, but not when the password opened the session", async () => {
    const session = cookiesOf(await hands.signIn(person)).moc_session;
    const out = await hands.browser.send("/session", null, {
      cookie: `moc_session=${session}`,
      method: "DELETE",
    });
    const next = new URL(out.json().next);
    expect(`${next.origin}${next.pathname}`).toBe(`${provider.settings.issuer}/end`);
    expect(next.searchParams.get("post_logout_redirect_uri")).toBe("http://localhost:8080/");
    const { userName, password } = await hands.browser.newcomer();
    const cookie = `moc_session=${cookiesOf(await hands.browser.signIn(userName, password)).moc_session}`;
    expect((await hands.browser.send("/session", null, { cookie, method: "DELETE" })).json().next).toBeNull();
  });

  it("is offered on the sign-in screen in three languages", async () => {
    expect((await hands.browser.me("")).directory).toEqual(provider.settings.label);
  });
});

describe("an answer that was tampered with lets nobody in:", () => {
  it("another state", async () => {
    const { to, cookie } = await hands.begin();
    const address = new URL(provider.consent(to, person));
    address.searchParams.set("state", randomUUID());
    await expectRefused(await hands.back(address.href, cookie));
  });

  it("the state twice, or none", async () => {
    for (const change of ["append", "delete"] as const) {
      const { to, cookie } = await hands.begin();
      const address = new URL(provider.consent(to, person));
      address.searchParams[change]("state", randomUUID());
      if (change === "delete") address.searchParams.delete("state");
      await expectRefused(await hands.back(address.href, cookie));
    }
  });

  it("in another browser, or in one without the cookie", async () => {
    const address = provider.consent((await hands.begin()).to, person);
    await expectRefused(await hands.back(address, (await hands.begin()).cookie));
    await expectRefused(await hands.back(address, ""));
  });

  it("the same answer again: the directory is not even asked", async () => {
    const { to, cookie } = await hands.begin();
    const address = provider.consent(to, person);
    expect(await hands.who(await hands.back(address, cookie))).not.toBeNull();
    provider.misbehave({ careless: true });
    const asked = provider.asked();
    await expectRefused(await hands.back(address, cookie));
    expect(provider.asked()).toBe(asked);
  });

  it("a code of somebody else's conversation, at a provider that looks at nothing", async () => {
    provider.misbehave({ careless: true });
    const stolen = new URL(provider.consent((await hands.begin()).to, person)).searchParams.get("code") ?? "";
    const own = await hands.begin();
    const address = new URL(provider.consent(own.to, { sub: "enemy" }));
    address.searchParams.set("code", stolen);
    await expectRefused(await hands.back(address.href, own.cookie));
  });

  it("a refusal of the provider", async () => {
    const { to, cookie } = await hands.begin();
    const address = new URL(provider.consent(to, { sub: "x" }));
    address.searchParams.delete("code");
    address.searchParams.set("error", "access_denied");
    await expectRefused(await hands.back(address.href, cookie));
  });
});

describe("an ID token that is wrong lets nobody in:", () => {
  const soon = () => Math.floor(Date.now() / 1000);
  const signedBy = async (alg: "RS256" | "ES256", claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg, kid: "one" }).sign((await generateKeyPair(alg)).privateKey);
  const secretKey = () => new TextEncoder().encode(provider.settings.clientSecret.padEnd(32, "."));
  const cases: Record<string, () => Mischief> = {
    "another nonce": () => ({ claims: { nonce: "another" } }),
    "another audience": () => ({ claims: { aud: "another-client" } }),
    "another authorised party among audiences": () => ({
      claims: { aud: [provider.settings.clientId, "other"], azp: "other" },
    }),
    "another issuer": () => ({ claims: { iss: "https://evil.example" } }),
    "an issuer's parameter of another provider": () => ({ iss: "https://evil.example" }),
    expired: () => ({ claims: { iat: soon() - 3600, exp: soon() - 600 } }),
    "no expiry": () => ({ claims: { exp: undefined } as unknown as JWTPayload }), // as: what no provider may send
    "no signature": () => ({ sign: (claims) => new UnsecuredJWT(claims).encode() }),
    "a signature of another key": () => ({ sign: (claims) => signedBy("RS256", claims) }),
    "an algorithm that the provider does not use": () => ({ sign: (claims) => signedBy("ES256", claims) }),
    "a signature by the shared secret": () => ({
      sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(secretKey()),
    }),
    "claims changed under a good signature": () => ({
      sign: async (claims) => {
        const [head, , signature] = (await provider.sign({ ...claims, sub: "somebody else" })).split(".");
        return [head, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
      },
    }),
  };
  it.each(Object.entries(cases))("%s", async (_name, mischief) => {
    provider.misbehave(mischief());
    const before = await counted();
    await expectRefused(await hands.signIn(person));
    expect(await counted()).toEqual(before);
    provider.misbehave({});
    expect((await hands.signIn(person)).headers.location).toBe("/");
  });
});

it("comes back to no foreign site, whatever page was asked for", async () => {
  const answer = await hands.signIn(person, "//evil.example");
  expect(answer.headers.location).toBe("/");
});

it("a provider that does not answer is said to be away, and the next try finds it again", async () => {
  const directory = openDirectory(provider.settings, world.zone.platform.log);
  const binding = { state: "s", nonce: "n", verifier: "v".repeat(43) };
  const begin = () => directory.begin(binding, "http://localhost:8080/back");
  provider.misbehave({ away: true });
  await expect(begin()).rejects.toMatchObject({ code: "directory_away" });
  provider.misbehave({});
  const address = provider.consent(await begin(), person);
  provider.misbehave({ away: true });
  await expect(directory.prove(binding, new URL(address))).rejects.toMatchObject({ code: "directory_away" });
  expect(world.logged.join("\n")).not.toContain(provider.settings.clientSecret);
});
