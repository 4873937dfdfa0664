import { expect, test } from "vitest";
import type { Listener } from "./follow.ts";
import { keepKnown } from "./keep-known.ts";
import type { SealedEvent } from "./seal.ts";

/** Readings that end when they are told to, and a log that tells of kinds of events. */
function desk() {
  const readings: { end: (value: string) => void; fail: (error: Error) => void }[] = [];
  const listeners: Listener[] = [];
  const errors: unknown[] = [];
  const follower = { listen: (one: Listener) => (listeners.push(one), () => undefined) };
  const log = { error: (told: unknown) => errors.push(told) };
  const opened = keepKnown(
    { follower, log },
    (kind) => kind === "gate.order_given",
    () => {
      return new Promise<string>((end, fail) => readings.push({ end, fail }));
    },
  );
  const tell = (kind: string) => {
    for (const listener of listeners) listener([{ kind } as SealedEvent]); // as: nothing else of it is looked at
  };
  return { readings, errors, opened, tell };
}

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
  await new Promise(setImmediate);
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
  readings[1]?.fail(new Error("away"));
  await new Promise(setImmediate);
  expect([known.now(), errors.length]).toEqual(["first", 1]);
});
