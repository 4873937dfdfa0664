import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { clock } from "../format.ts";
import { PlaceLine, type PlacePoint } from "./place-line.tsx";

const minute = 60_000;
const start = Date.parse("2026-01-15T01:00:00.000Z");
/** Straight to the head, a moment before the end: where words beside the last point would lie over the line. */
const points: PlacePoint[] = [
  { at: start, place: 9 },
  { at: start + 118 * minute, place: 1 },
];
const drawn = (end: number) =>
  renderToStaticMarkup(<PlaceLine points={points} end={end} label="" hour={(at) => clock(at)} />);

test("every word of the chart stands outside the field in which the line runs", () => {
  const texts = [...drawn(start + 120 * minute).matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)];
  const inside = texts.filter(([, x, y]) => Number(x) > 30 && Number(y) < 84);
  expect(texts).toHaveLength(6);
  expect(inside).toEqual([]);
});

test("the axis tells the first instant, the middle and the last", () => {
  const told = [...drawn(start + 120 * minute).matchAll(/>(\d\d:\d\d)</g)].map(([, text]) => text);
  expect(told).toEqual(["08:00", "09:00", "10:00"]);
});
