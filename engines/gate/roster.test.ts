import { expect, test } from "vitest";
import { actualOf, gapsIn, isDoubled } from "./roster.ts";
import { minute } from "./samples.ts";

const at = (from: number, to: number) => ({ from: minute(from), to: minute(to) });

test("what no shift covers is a gap: before, between and after, however they overlap", () => {
  const day = at(0, 100);
  expect(gapsIn(day, [])).toEqual([day]);
  expect(gapsIn(day, [at(60, 80), at(10, 30), at(20, 40)])).toEqual([at(0, 10), at(40, 60), at(80, 100)]);
  expect(gapsIn(day, [at(-20, 50), at(10, 20), at(50, 140)])).toEqual([]);
  expect(gapsIn(day, [at(-20, 0), at(100, 120)])).toEqual([day]);
  expect(gapsIn(day, [at(110, 120)])).toEqual([day]);
});

test("an officer is doubled by another shift at the same time, not by the next one", () => {
  const shift = (id: string, account: string, from: number, to: number) => ({ id, account, ...at(from, to) });
  const all = [
    shift("a", "x", 0, 10),
    shift("b", "x", 9, 20),
    shift("c", "x", 20, 30),
    shift("d", "y", 0, 30),
  ];
  expect(all.map((one) => isDoubled(one, all))).toEqual([true, true, false, false]);
});

test("a planned shift is ahead, stood, still standing, or nobody came", () => {
  const shift = at(10, 20);
  expect(actualOf(shift, [], minute(9))).toBe("ahead");
  expect(actualOf(shift, [], minute(10))).toBe("absent");
  expect(actualOf(shift, [{ from: minute(9), to: null }], minute(15))).toBe("on_duty");
  expect(actualOf(shift, [{ from: minute(9), to: null }], minute(20))).toBe("stood");
  expect(actualOf(shift, [{ from: minute(12), to: minute(14) }], minute(15))).toBe("stood");
  expect(actualOf(shift, [{ from: minute(0), to: minute(10) }], minute(15))).toBe("absent");
});
