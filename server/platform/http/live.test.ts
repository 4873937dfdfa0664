import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
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

  it("ends when the database is away as it looks, so that its reader comes back and is not counted twice", async () => {
    const { database, follower } = world.zone.platform;
    await follower.settled();
    const away = { ...database, db: undefined as never }; // as: whatever is asked of it fails
    const live = makeLive(away, follower, () => true, 10);
    const unproved = new Stuck(Number.POSITIVE_INFINITY);
    const lost = () => Promise.reject(new Error("away"));
    await expect(live.serve(unproved.response, actor("dispatcher"), lost, null)).rejects.toThrow("away");
    const behind = new Stuck(Number.POSITIVE_INFINITY);
    await expect(
      live.serve(behind.response, actor("dispatcher"), async () => actor("dispatcher"), 0),
    ).rejects.toThrow();
    expect([live.count(), unproved.response.writableEnded, behind.response.writableEnded]).toEqual([
      0,
      true,
      true,
    ]);
  });

  it("drops a reader that takes nothing, and goes on from its last id without loss or repetition", async () => {
    const { database, follower } = world.zone.platform;
    const live = makeLive(database, follower, () => true, 60_000, 50);
    await follower.settled();
    const head = follower.position();
    expect(head).toBeGreaterThan(100); // the pack's rows
    const stuck = new Stuck(1);
    await live.serve(stuck.response, actor("dispatcher"), async () => actor("dispatcher"), 0);
    expect(live.count()).toBe(0);
    const last = stuck.ids().at(-1) ?? 0;
    expect(last).toBeLessThan(head);
    const again = new Stuck(Number.POSITIVE_INFINITY);
    const serving = live.serve(again.response, actor("dispatcher"), async () => actor("dispatcher"), last);
    await expect.poll(() => again.ids().at(-1)).toBe(head);
    live.close();
    await serving;
    expect([...stuck.ids(), ...again.ids()]).toEqual(Array.from({ length: head }, (_, n) => n + 1));
  });

  it("reads what is new once for a hundred readers", async () => {
    const { database, follower } = world.zone.platform;
    let reads = 0;
    const counted = {
      ...database,
      db: new Proxy(database.db, { get: (db, key) => ((reads += 1), Reflect.get(db, key)) }),
    };
    const live = makeLive(counted, follower, () => true, 60_000);
    const readers = Array.from({ length: 100 }, () => new Stuck(Number.POSITIVE_INFINITY));
    const start = follower.position();
    const serving = readers.map((reader) =>
      live.serve(reader.response, actor("dispatcher"), async () => actor("dispatcher"), start),
    );
    const { rows } = await world.as(actor("administrator")).identity.setRetention({
      command: crypto.randomUUID(),
      class: "driver",
      days: 400,
      validFrom: "2026-01-01",
      ground: "a rule of the test",
    });
    expect(rows.length).toBeGreaterThan(0);
    for (const reader of readers) await expect.poll(() => reader.ids()).toEqual([start + 1]);
    expect(reads, "all from memory").toBe(0);
    live.close();
    await Promise.all(serving);
  });
});

/** A response of which the reader takes so many writes, then none. */
class Stuck {
  readonly texts: string[] = [];
  readonly response: ServerResponse;
  constructor(takes: number) {
    const sink = new Writable({
      highWaterMark: 1,
      write: (chunk: Buffer, _encoding, done) => {
        if (this.texts.length >= takes) return; // never done
        this.texts.push(chunk.toString());
        done();
      },
    });
    this.response = Object.assign(sink, { writeHead: () => undefined }) as unknown as ServerResponse;
  }
  ids(): number[] {
    return [...this.texts.join("").matchAll(/^id: (\d+)\nevent: log$/gm)].map((match) => Number(match[1]));
  }
}
