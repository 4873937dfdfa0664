import { expect, it } from "vitest";
import { drawnOf } from "./drawn-rows.ts";

const keys = Array.from({ length: 20 }, (_, at) => `row ${at}`);

it("rows that come into sight at once are drawn from the top, six in a frame, until all are", () => {
  const counts: number[] = [];
  let drawn: ReadonlySet<string> = new Set();
  for (let frame = 0; frame < 5; frame += 1) {
    drawn = drawnOf(keys, drawn);
    expect([...drawn]).toEqual(keys.slice(0, drawn.size));
    counts.push(drawn.size);
  }
  expect(counts).toEqual([6, 12, 18, 20, 20]);
});

it("what was drawn stays while others come, and is forgotten when it is out of sight", () => {
  const before = new Set(keys.slice(0, 10));
  expect(drawnOf(keys.slice(8, 13), before)).toEqual(new Set(keys.slice(8, 13)));
  expect(drawnOf([], before)).toEqual(new Set());
});
