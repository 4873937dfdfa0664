import { expect, test } from "vitest";
import { afterKey, burstGap, noBurst } from "./key-bursts.ts";

const typedAt = (...keys: [string, number][]) =>
  keys.reduce((burst, [key, at]) => afterKey(burst, key, at), noBurst).typed;

test("a key alone stands alone, however many came before it at their leisure", () => {
  expect(typedAt(["1", 0])).toBe("1");
  expect(typedAt(["2", 0], ["1", burstGap])).toBe("1");
});

test("a plate from a scanner is one text, so that none of its digits is taken for a decision", () => {
  const keys = [..."29H50812"].map((key, n): [string, number] => [key, n * 12]);
  expect(typedAt(...keys)).toBe("29H50812");
  expect(typedAt(["3", -burstGap], ...keys)).toBe("29H50812");
});
