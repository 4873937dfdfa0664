import { expect, it } from "vitest";
import { pagesOf, samePages } from "./queue-pages.ts";

it("a long queue is read where it is seen and nowhere else", () => {
  expect(pagesOf({ first: 0, last: 40 }, 10_000)).toEqual([]);
  expect(pagesOf({ first: 190, last: 230 }, 10_000)).toEqual([1]);
  expect(pagesOf({ first: 5_990, last: 6_030 }, 10_000)).toEqual([29, 30]);
  expect(pagesOf({ first: 9_960, last: 9_999 }, 10_000)).toEqual([49]);
});

it("nothing is read beyond the last row, also when a filter has just made the queue short", () => {
  expect(pagesOf({ first: 9_960, last: 9_999 }, 300)).toEqual([]);
  expect(pagesOf({ first: 200, last: 240 }, 201)).toEqual([1]);
  expect(pagesOf({ first: 0, last: 0 }, 0)).toEqual([]);
});

it("scrolling within the pages that are read asks for nothing new, passing the end of one does", () => {
  expect(samePages({ first: 210, last: 240 }, { first: 360, last: 399 })).toBe(true);
  expect(samePages({ first: 360, last: 399 }, { first: 361, last: 400 })).toBe(false);
  expect(samePages({ first: 399, last: 430 }, { first: 400, last: 431 })).toBe(false);
});
