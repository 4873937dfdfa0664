import type { GoodsLine } from "@moc/contract/gate/goods.ts";
import { expect, test } from "vitest";
import { addsGoods, loadedLater } from "./loaded-later.ts";

const ore: GoodsLine = { name: "Quặng", class: "ore", weightKg: 20_000 };
const fruit: GoodsLine = { name: "Mít", class: "fruit", weightKg: 18_000 };
const light: GoodsLine = { ...fruit, weightKg: 2_000 };
const { weightKg: _, ...unweighed } = fruit;

test("another class or more weight is added; fewer, lighter, or a weight that was never stated is not", () => {
  expect(addsGoods([], [fruit])).toBe(true);
  expect(addsGoods([light], [fruit])).toBe(true);
  expect(addsGoods([light], [light, ore])).toBe(true);
  expect(addsGoods([ore], [light])).toBe(true);
  expect(addsGoods([ore, fruit], [fruit])).toBe(false);
  expect(addsGoods([fruit], [light])).toBe(false);
  expect(addsGoods([fruit], [{ ...fruit, name: "Mít Thái" }])).toBe(false);
  expect(addsGoods([unweighed], [fruit])).toBe(false);
  expect(addsGoods([fruit], [])).toBe(false);
});

test("goods may be named until the last minute of the limit, and whoever adds some later was loaded later", () => {
  const trip = { goods: [], liveAt: "2026-01-15T02:00:00.000Z" };
  expect(loadedLater(trip, [fruit], "2026-01-15T04:00:00.000Z", 120)).toBe(false);
  expect(loadedLater(trip, [fruit], "2026-01-15T04:00:00.001Z", 120)).toBe(true);
  expect(loadedLater({ ...trip, goods: [fruit] }, [fruit], "2026-01-16T00:00:00.000Z", 120)).toBe(false);
  expect(loadedLater({ ...trip, liveAt: null }, [fruit], "2026-01-16T00:00:00.000Z", 120)).toBe(false);
  expect(loadedLater(trip, [fruit], "2026-01-16T00:00:00.000Z", null)).toBe(false);
});
