import fc from "fast-check";
import { expect, it } from "vitest";
import { makeAgenda } from "./agenda.ts";

it("gives entries in the order of their moment, equal moments in the order of planning", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), async (moments) => {
      const agenda = makeAgenda();
      const taken: [number, number][] = [];
      for (const [n, moment] of moments.entries())
        agenda.plan(moment, async () => void taken.push([moment, n]));
      for (let entry = agenda.take(20); entry !== undefined; entry = agenda.take(20)) await entry.act();
      const wanted = moments
        .map((moment, n): [number, number] => [moment, n])
        .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
      expect(taken).toEqual(wanted);
    }),
  );
});

it("keeps what is not yet due", () => {
  const agenda = makeAgenda();
  agenda.plan(10, async () => undefined);
  expect(agenda.take(9)).toBeUndefined();
  expect(agenda.next()).toBe(10);
  expect(agenda.size()).toBe(1);
});
