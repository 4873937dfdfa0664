import { expect, test } from "vitest";
import { drawnNow } from "./way-dialog.tsx";

const two = [
  { number: "TSTU0000016", size: "20" },
  { number: "TSTU0000021", size: "20" },
] as const;

test("a truck that swaps one of two containers keeps the other", () => {
  const box = { number: "TSTU0000037", size: "20" };
  expect(drawnNow(two, ["", box.number])).toEqual([two[0], box]);
  expect(drawnNow(two, [box.number])).toEqual([box, two[1]]);
});

test("what is left empty stays as it was, and a truck without a container may take one", () => {
  expect(drawnNow(two, [])).toEqual(two);
  expect(drawnNow([], [])).toEqual([]);
  expect(drawnNow([], ["TSTU0000037"])).toEqual([{ number: "TSTU0000037", size: "40" }]);
});
