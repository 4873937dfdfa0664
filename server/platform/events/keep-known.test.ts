import { afterEach, expect, test, vi } from "vitest";
import type { Listener } from "./follow.ts";
import { allCurrent, keepKnown, type Memory } from "./keep-known.ts";
import type { SealedEvent } from "./seal.ts";

/** Readings that end when they are told to, and a log that tells of kinds of events. */
function desk() {
  const readings: { end: (value: string) => void; fail: (error: Error) => void }[] = [];
  const listeners: Listener[] = [];
  const errors: unknown[] = [];
  const state = { over: false };
  const memory: Memory = new Set();
  const follower = {
    listen: (one: Listener) => (listeners.push(one), () => undefined),
    over: () => state.over,
  };
  const log = { error: (told: unknown) => errors.push(told) };
  const opened = keepKnown(
    { follower, log, memory },
    (kind) => kind === "gate.order_given",
    () => {
      return new Promise<string>((end, fail) => readings.push({ end, fail }));
    },
  );
  const tell = (kind: string) => {
    for (const listener of listeners) listener([{ kind } as SealedEvent]); // as: nothing else of it is looked at
  };
  return { readings, errors, opened, tell, state, memory };
}

const settle = () => new Promise(setImmediate);
const away = new Error("away");
const waits = () => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
afterEach(() => {
  vi.useRealTimers();
});

test("it is read before it is given out", async () => {
  const { readings, opened } = desk();
  readings[0]?.end("first");
  expect((await opened).now()).toBe("first");
});

test("a reading that was begun earlier and ends later does not bring back what it saw", async () => {
  const { readings, opened, tell } = desk();
  readings[0]?.end("first");
  const known = await opened;
  tell("gate.order_given");
  const own = known.reload();
  readings[2]?.end("with the second order");
  await own;
  readings[1]?.end("without it");
  await settle();
  expect(known.now()).toBe("with the second order");
  const third = known.reload();
  readings[3]?.end("third");
  await third;
  expect(known.now()).toBe("third");
});

test("it is read anew when the log tells of what concerns it alone, and a failure keeps what was known", async () => {
  const { readings, errors, opened, tell } = desk();
  readings[0]?.end("first");
  const known = await opened;
  tell("gate.declared");
  expect(readings).toHaveLength(1);
  tell("gate.order_given");
  readings[1]?.fail(away);
  await settle();
  expect([known.now(), errors.length]).toEqual(["first", 1]);
});

test("what could not be read is read again by itself until it is known, and the outage is logged once", async () => {
  waits();
  const { readings, errors, opened, tell } = desk();
  readings[0]?.end("first");
  const known = await opened;
  tell("gate.order_given");
  for (let n = 1; n <= 5; n += 1) {
    readings[n]?.fail(away);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(vi.getTimerCount(), "one wait at a time").toBeLessThanOrEqual(1);
  }
  expect([readings.length, errors.length]).toEqual([7, 1]);
  readings[6]?.end("with the order");
  await settle();
  expect(known.now()).toBe("with the order");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(readings).toHaveLength(7);
});

test("a reading that failed is not made up for when a later one has seen more, nor when the process ends", async () => {
  waits();
  const { readings, opened, tell, state } = desk();
  readings[0]?.end("first");
  const known = await opened;
  tell("gate.order_given");
  readings[1]?.fail(away);
  await settle();
  const own = known.reload();
  readings[2]?.end("second");
  await own;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([readings.length, known.now()]).toEqual([3, "second"]);
  tell("gate.order_given");
  readings[3]?.fail(away);
  await settle();
  state.over = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(readings).toHaveLength(4);
});

test("nobody decides by what is known to be old: he waits for the reading under way, and is refused where it fails", async () => {
  waits();
  const { readings, opened, tell, memory } = desk();
  readings[0]?.end("first");
  const known = await opened;
  await allCurrent(memory);
  expect(readings, "what is not known to have changed is not read").toHaveLength(1);
  tell("gate.order_given");
  const waiting = [allCurrent(memory), allCurrent(memory)];
  expect(readings, "one reading for all").toHaveLength(2);
  readings[1]?.fail(away);
  for (const one of waiting) await expect(one).rejects.toThrow("away");
  const next = allCurrent(memory);
  readings[2]?.end("with the order");
  await next;
  expect(known.now()).toBe("with the order");
});

test("a change of this process whose reading fails is known to be missing", async () => {
  waits();
  const { readings, opened, memory } = desk();
  readings[0]?.end("first");
  const known = await opened;
  const own = known.reload();
  readings[1]?.fail(away);
  await expect(own).rejects.toThrow("away");
  const deciding = allCurrent(memory);
  readings[2]?.end("second");
  await deciding;
  expect(known.now()).toBe("second");
});

test("such a change is made up for even if nobody asks", async () => {
  waits();
  const { readings, opened } = desk();
  readings[0]?.end("first");
  const known = await opened;
  const own = known.reload();
  readings[1]?.fail(away);
  await expect(own).rejects.toThrow("away");
  expect(readings).toHaveLength(3);
  readings[2]?.end("second");
  await settle();
  expect(known.now()).toBe("second");
});

test("a reading that was begun before the log told of a change does not do for it", async () => {
  const { readings, opened, tell, memory } = desk();
  readings[0]?.end("first");
  const known = await opened;
  const own = known.reload();
  tell("gate.order_given");
  const deciding = allCurrent(memory);
  readings[1]?.end("without the order");
  await own;
  expect(readings).toHaveLength(3);
  readings[2]?.end("with the order");
  await deciding;
  expect(known.now()).toBe("with the order");
});
