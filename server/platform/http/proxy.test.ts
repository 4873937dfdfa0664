import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";

/** What the server takes for the caller's address and its own origin, behind whatever stands before it. */
async function seen(world: World, forwarded: Record<string, string>) {
  const { app } = world.zone;
  const { statusCode } = await app.inject({
    method: "DELETE",
    url: "/api/session",
    remoteAddress: "10.0.0.9",
    headers: { cookie: "moc_session=x", ...forwarded },
  });
  return statusCode;
}

const spoofed = "198.51.100.7";
const real = "203.0.113.5";

describe("behind one proxy of our own", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ trustProxy: true });
    world.zone.app.get("/api-test/address", (request, reply) => reply.send({ address: request.ip }));
  });
  afterAll(() => world.close());
  const address = async (forwarded: string) =>
    (
      await world.zone.app.inject({
        url: "/api-test/address",
        remoteAddress: "10.0.0.9",
        headers: { "x-forwarded-for": forwarded },
      })
    ).json().address;

  it("the caller's address is what that proxy added, not what the caller claims before it", async () => {
    expect(await address(real)).toBe(real);
    expect(await address(`${spoofed}, ${real}`)).toBe(real);
    expect(await address(`127.0.0.1, ${spoofed}, ${real}`)).toBe(real);
  });

  it("our own origin is the host that the proxy was asked for", async () => {
    const asked = { "x-forwarded-proto": "https", "x-forwarded-host": "moc.example.vn" };
    expect(await seen(world, { ...asked, origin: "https://moc.example.vn" })).toBe(200);
    expect(await seen(world, { ...asked, origin: "https://evil.example" })).toBe(403);
  });
});
