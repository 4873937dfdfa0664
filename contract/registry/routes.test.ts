import { expect, test } from "vitest";
import { RegistryRow, rowKinds, Statement, statements } from "./rows.ts";

const route = {
  kind: "route",
  key: "1119-1120",
  name: { vi: "a", en: "b", zh: "c" },
  shortName: { vi: "a", en: "b", zh: "c" },
  aliases: [],
  gate: "huu-nghi",
  type: "freight_road",
  markers: ["1119", "1120"],
  counterpart: null,
  road: null,
  order: 1,
  cargo: "active",
  admits: ["export_vn"],
};

test("a row is its statement with source, dates and revision", () => {
  expect(Statement.parse(route)).toEqual(route);
  const row = {
    ...route,
    source: { confidence: "press", citation: "x" },
    validity: {
      validFrom: null,
      validTo: null,
      recordedFrom: "2026-11-22T00:00:00.000Z",
      recordedTo: null,
    },
    revision: 1,
  };
  expect(RegistryRow.parse(row)).toEqual(row);
  expect(RegistryRow.safeParse(route).success).toBe(false);
});

test("a check rule from before gates and vehicles were filters still reads, and fits always", () => {
  const before = {
    kind: "check_rule",
    key: "customs",
    check: "customs",
    tripKinds: ["export_vn"],
    routes: null,
    regimes: null,
    goods: null,
  };
  expect(Statement.parse(before)).toEqual({ ...before, gates: null, direction: null, vehicles: null });
});

test("the list of kinds is that of the rows", () => {
  const kinds = RegistryRow.options.map((option) => option.shape.kind.value);
  expect(kinds).toEqual(rowKinds);
  expect(Statement.options).toEqual(Object.values(statements));
});

test("a marker is written as on the stone: 1088/2 is one, 1088-2 is none", () => {
  expect(Statement.safeParse({ ...route, markers: ["1088/2", "1089"] }).success).toBe(true);
  expect(Statement.safeParse({ ...route, markers: ["1088-2", "1089"] }).success).toBe(false);
});
