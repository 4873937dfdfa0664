import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { atRest, restAfter } from "./at-rest.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => vi.useRealTimers());

it("of a selection that runs past many rows the first is told at once and the one on which it rests, none in between", () => {
  const told: string[] = [];
  const rest = atRest((row: string) => told.push(row));
  for (const row of ["1", "2", "3", "4"]) {
    rest.see(row);
    vi.advanceTimersByTime(restAfter - 1);
  }
  expect(told).toEqual(["1"]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(["1", "4"]);
});

it("single steps are told at once, and nothing is told after the end", () => {
  const told: string[] = [];
  const rest = atRest((row: string) => told.push(row));
  for (const row of ["1", "2", "3"]) {
    rest.see(row);
    vi.advanceTimersByTime(restAfter);
  }
  rest.see("4");
  rest.see("5");
  rest.end();
  vi.advanceTimersByTime(restAfter);
  expect(told).toEqual(["1", "2", "3", "4"]);
});
