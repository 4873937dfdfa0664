import { expect, test } from "vitest";
import { countUnit } from "./counts.ts";

test("a railway is counted by its wagons, a market and an opening by their vehicles, a road by its trips", () => {
  const kinds = ["rail", "market", "opening", "clearance_route", "freight_road", "gate_road"] as const;
  expect(kinds.map((type) => countUnit({ type, admits: [] }))).toEqual([
    "wagon",
    "vehicle",
    "vehicle",
    null,
    null,
    null,
  ]);
});

test("where a trip may be declared nothing is counted beside the trips", () => {
  for (const type of ["rail", "market", "opening"] as const)
    expect(countUnit({ type, admits: ["export_vn"] })).toBeNull();
});
