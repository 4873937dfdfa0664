import { expect, it } from "vitest";
import { firstOpen } from "./border.ts";
import { makeDesks } from "./desks.ts";

const minute = 60_000;

it("a third truck waits for the first of two desks to be free", () => {
  const desks = makeDesks(2, (moment) => moment);
  expect(desks.serve(0, 10)).toBe(10 * minute);
  expect(desks.serve(0, 20)).toBe(20 * minute);
  expect(desks.serve(0, 5)).toBe(15 * minute);
});

it("no service begins outside the opening hours", () => {
  const bands = [
    { from: 100 * minute, to: 200 * minute, registeredBefore: null },
    { from: 300 * minute, to: 400 * minute, registeredBefore: null },
  ];
  const desks = makeDesks(1, (moment) => firstOpen(bands, [], moment, 0) ?? moment);
  expect(desks.serve(0, 10)).toBe(111 * minute);
  expect(desks.serve(250 * minute, 10)).toBe(311 * minute);
});
