import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { untilDone } from "./until-done.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A work that fails while the database is away. */
function desk() {
  const state = { away: false, over: false, rounds: 0, errors: 0 };
  const ask = untilDone(
    async () => {
      state.rounds += 1;
      await Promise.resolve();
      if (state.away) throw new Error("away");
    },
    {
      over: () => state.over,
      onError: () => {
        state.errors += 1;
      },
    },
  );
  return { state, ask };
}

test("a work that fails is tried again by itself until it succeeds, and the outage is told once", async () => {
  const { state, ask } = desk();
  state.away = true;
  void ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(state.errors).toBe(1);
  expect(state.rounds, "in steps that grow, not in a stream").toBeGreaterThan(10);
  expect(state.rounds).toBeLessThan(25);
  expect(vi.getTimerCount()).toBe(1);
  state.away = false;
  await vi.advanceTimersByTimeAsync(4_000);
  const done = state.rounds;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([state.rounds, vi.getTimerCount()], "done is done").toEqual([done, 0]);
  state.away = true;
  void ask();
  await vi.advanceTimersByTimeAsync(100);
  expect(state.errors, "the next outage is told again").toBe(2);
});

test("who asks during an outage is tried at once, and however many ask wait for one timer", async () => {
  const { state, ask } = desk();
  state.away = true;
  void ask();
  await vi.advanceTimersByTimeAsync(20_000);
  const before = state.rounds;
  state.away = false;
  const all = Promise.all([ask(), ask(), ask()]);
  await vi.advanceTimersByTimeAsync(0);
  await all;
  expect(state.rounds - before).toBeLessThanOrEqual(2);
  expect([vi.getTimerCount(), state.errors]).toEqual([0, 1]);
});

test("who asks while a round runs gets one after it, and who asks at its end another", async () => {
  const { state, ask } = desk();
  const first = ask();
  void ask();
  void ask();
  await first.then(ask);
  expect(state.rounds).toBe(3);
});

test("when all is over nothing more is tried and nothing told", async () => {
  const { state, ask } = desk();
  state.away = true;
  void ask();
  await vi.advanceTimersByTimeAsync(300);
  const before = state.rounds;
  state.over = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([state.rounds, state.errors, vi.getTimerCount()]).toEqual([before, 1, 0]);
  await ask();
  expect(state.rounds).toBe(before);
  const last = desk();
  last.state.away = true;
  const failing = last.ask();
  last.state.over = true;
  await failing;
  expect(last.state.errors, "a database that was closed is no outage").toBe(0);
});
