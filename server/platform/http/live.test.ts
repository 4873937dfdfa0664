import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { makeLive } from "./live.ts";

describe("a live stream", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it("ends soon after its reader is no longer proved, and goes on while it is", async () => {
    const { database, follower } = world.zone.platform;
    const beat = 40;
    const live = makeLive(database, follower, () => true, beat);
    let proved: Actor | null = actor("dispatcher");
    const server = createServer((_request, response) => {
      void live.serve(response, actor("dispatcher"), async () => proved, null);
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/`);
    const reader = response.body?.getReader();
    if (reader === undefined) throw new Error("no stream came");
    let text = "";
    while (text.split("still here").length < 4) text += new TextDecoder().decode((await reader.read()).value);
    expect(live.count()).toBe(1);
    proved = null;
    for (let end = false; !end; ) end = (await reader.read()).done;
    expect(live.count()).toBe(0);
    await new Promise((resolve) => server.close(resolve));
  });
});
