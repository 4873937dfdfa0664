import { systemActor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../../test/world/test-database.ts";
import { appendEvents } from "./append.ts";
import { followLog, type LogFollower } from "./follow.ts";
import type { SealedEvent } from "./seal.ts";
import { runSubscribers } from "./subscribe.ts";

const subject = "00000000-0000-4000-8000-00000000000b";
let world: TestDatabase;
let follower: LogFollower;
const heard: SealedEvent[] = [];
const fail = (error: unknown) => {
  throw error;
};

beforeAll(async () => {
  world = await openTestDatabase();
  follower = await followLog(world.database, fail);
  follower.listen((events) => heard.push(...events));
});
afterAll(async () => {
  await follower.stop();
  await world.close();
});

const append = (n: string) =>
  world.database.transaction((tx) =>
    appendEvents(tx, systemActor, null, new Date(), [{ kind: "test.happened", subject, data: { n } }]),
  );
const names = () => heard.map((event) => (event.data as { n: string }).n); // as: written above

// One connection commits in the order in which it writes: the race exists on PostgreSQL alone.
it.runIf(process.env.MOC_TEST_ENGINE === "postgres")(
  "a row that commits late with a lower sequence is neither skipped nor sealed before its turn",
  async () => {
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let written: () => void = () => undefined;
    const wrote = new Promise<void>((resolve) => {
      written = resolve;
    });
    const late = world.database.transaction(async (tx) => {
      await appendEvents(tx, systemActor, null, new Date(), [
        { kind: "test.happened", subject, data: { n: "late" } },
      ]);
      written();
      await held;
    });
    await wrote;
    await append("early");
    let told = false;
    const settled = follower.settled().then(() => {
      told = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(names()).toEqual([]);
    expect(told, "what was committed is not settled while a running transaction holds it back").toBe(false);
    finish();
    await late;
    await settled;
    expect(names()).toEqual(["late", "early"]);
    expect(heard.map((event) => event.position)).toEqual([1, 2]);
  },
);

it("an outage is told once, however many rounds fail in it, and what was committed meanwhile is told after it", async () => {
  const away = { now: false, rounds: 0 };
  const database = {
    ...world.database,
    transaction: (async (work) => {
      away.rounds += 1;
      if (away.now) throw new Error("away");
      return world.database.transaction(work);
    }) as typeof world.database.transaction, // as: what it wraps is generic
  };
  const errors: unknown[] = [];
  const other = await followLog(database, (error) => errors.push(error), { seals: true, every: 5 });
  const told: SealedEvent[] = [];
  other.listen((events) => told.push(...events));
  for (const outage of [1, 2]) {
    away.now = true;
    const before = away.rounds;
    await expect.poll(() => away.rounds).toBeGreaterThan(before + 5);
    expect(errors).toHaveLength(outage);
    await append(`in outage ${outage}`);
    away.now = false;
    await expect.poll(() => told.length).toBe(outage);
  }
  await other.stop();
});

it("a subscriber handles each event once, in order, and one that failed half-way is tried again by itself", async () => {
  await follower.settled();
  const before = follower.position();
  for (const n of ["a", "b", "c"]) await append(n);
  await follower.settled();
  const done: string[] = [];
  let falls = 1;
  const errors: unknown[] = [];
  const running = runSubscribers(
    world.database,
    follower,
    [
      {
        name: "test",
        handles: (kind) => kind === "test.happened",
        handle: async (_tx, event) => {
          const { n } = event.data as { n: string }; // as: written above
          if (n === "b" && falls > 0) {
            falls -= 1;
            throw new Error("fell over");
          }
          if (event.position > before) done.push(n);
        },
      },
    ],
    (error) => errors.push(error),
  );
  // Its first transaction was rolled back, and with it the cursor.
  await expect.poll(() => done).toEqual(["a", "a", "b", "c"]);
  expect(errors).toHaveLength(1);
  await append("d");
  await follower.settled();
  await running.idle();
  expect(done.slice(1)).toEqual(["a", "b", "c", "d"]);
  expect(running.lag.get("test")).toBe(0);
  await running.stop();
});
