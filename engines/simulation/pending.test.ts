import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { int, real } from "./cells.ts";
import { createPending, growPending, IS_HEAP, type Pending, pop, push } from "./pending.ts";

/** The same set, as one sorted list. */
class SortedList {
  #events: { subject: number; time: number }[] = [];

  push(subject: number, time: number): void {
    let index = this.#events.length;
    while (index > 0 && (this.#events[index - 1]?.time ?? 0) > time) index--;
    this.#events.splice(index, 0, { subject, time });
  }

  pop(): { subject: number; time: number } | undefined {
    return this.#events.shift();
  }
}

/** Holds `size` events for `pops` steps: each event taken comes back after `delay`. */
function hold(pending: Pending, size: number, pops: number, delay: (step: number) => number): void {
  const list = new SortedList();
  const add = (subject: number, time: number) => {
    push(pending, subject, time);
    list.push(subject, time);
  };
  for (let subject = 0; subject < size; subject++) add(subject, delay(subject));
  for (let step = 0; step < pops; step++) {
    const subject = pop(pending);
    const expected = list.pop();
    if (subject !== expected?.subject)
      expect({ step, subject }).toEqual({ step, subject: expected?.subject });
    add(subject, real(pending.at, subject) + delay(step));
  }
  for (let left = 0; left < size; left++) expect(pop(pending)).toBe(list.pop()?.subject);
  expect(pop(pending)).toBe(-1);
}

describe("the set of pending events", () => {
  it("gives the events of any schedule by time, equal times in the order of arrival", () => {
    const delays = fc.array(
      fc.oneof(fc.constantFrom(0, 1, 1, 5, 1_440), fc.double({ min: 0, max: 500, noNaN: true })),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(delays, fc.integer({ min: 1, max: 300 }), (table, size) => {
        hold(createPending(size, 1e7), size, 1_500, (step) => table[step % table.length] ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  it("gives nothing when it is empty", () => {
    expect(pop(createPending(4, 100))).toBe(-1);
  });

  it("measures its buckets again when the pace changes a thousandfold", () => {
    const pending = createPending(2_000, 1e4);
    hold(pending, 1_000, 30_000, (step) => (step < 12_000 ? 1 : 0.001) * (1 + ((step * 31) % 97)));
    expect(int(pending.scalar, IS_HEAP)).toBe(0);
  });

  it("keeps the order of thousands of events at the same time", () => {
    hold(createPending(5_000, 1e6), 5_000, 20_000, (step) => (step % 3) * 10);
  });

  it("becomes a heap when events cluster so that no width helps, and keeps the order", () => {
    const pending = createPending(4_000, 1e7);
    // Dense bursts far apart: the mean gap says nothing about the gaps within a burst.
    const delay = (step: number) => 2_000 + ((step * 7_919) % 3_000) * 1e-6;
    hold(pending, 3_000, 60_000, delay);
    expect(int(pending.scalar, IS_HEAP)).toBe(1);
  });

  it("takes more subjects while it is a heap", () => {
    const pending = createPending(3_000, 1e7);
    hold(pending, 3_000, 60_000, (step) => 2_000 + ((step * 7_919) % 3_000) * 1e-6);
    expect(int(pending.scalar, IS_HEAP)).toBe(1);
    growPending(pending, 6_000);
    const now = 5e6;
    push(pending, 5_999, now + 2);
    push(pending, 1, now + 1);
    push(pending, 5_998, now + 1);
    expect([pop(pending), pop(pending), pop(pending), pop(pending)]).toEqual([1, 5_998, 5_999, -1]);
  });

  it("jumps over empty years to the next event", () => {
    const pending = createPending(2, 1e7);
    push(pending, 0, 9_999_999);
    push(pending, 1, 3);
    expect([pop(pending), pop(pending)]).toEqual([1, 0]);
  });
});
