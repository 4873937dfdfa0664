import type { Statement } from "@moc/contract/registry/rows.ts";
import { expect, test } from "vitest";
import { referencesOf } from "./references.ts";

const text = { vi: "v", en: "e", zh: "z" };
const named = { name: text, shortName: text };
const holding = { ...named, operator: "firm", capacity: null, areaHectares: null, routes: ["a", "b"] };

const cases: [Statement, string[]][] = [
  [
    { kind: "organisation", key: "x", type: "gate_centre", ...named, aliases: [], parent: "board" },
    ["parent board organisation"],
  ],
  [{ kind: "organisation", key: "x", type: "board", ...named, aliases: [], parent: null }, []],
  [
    { kind: "duty", key: "x", duty: "run_yard", organisation: "firm", places: ["yard"] },
    ["organisation firm organisation", "places.0 yard gate|route|yard|park"],
  ],
  [
    { kind: "succession", key: "x", predecessor: "old", successor: "new", duty: null, note: null },
    ["predecessor old organisation", "successor new organisation"],
  ],
  [
    { kind: "gate", key: "x", ...named, aliases: [], class: "secondary", modes: ["road"], counterpart: null },
    [],
  ],
  [
    {
      kind: "route",
      key: "x",
      ...named,
      aliases: [],
      gate: "north",
      type: "gate_road",
      markers: null,
      counterpart: null,
      road: null,
      order: 1,
      cargo: "active",
      admits: [],
    },
    ["gate north gate"],
  ],
  [
    { kind: "lane_group", key: "x", route: "a", direction: null, class: "ordinary", count: 1, planned: null },
    ["route a route"],
  ],
  [
    { kind: "yard", key: "x", ...holding, slots: [] },
    ["operator firm organisation", "routes.0 a route", "routes.1 b route"],
  ],
  [
    { kind: "park", key: "x", ...holding, type: "other" },
    ["operator firm organisation", "routes.0 a route", "routes.1 b route"],
  ],
  [
    {
      kind: "capacity",
      key: "x",
      place: "a",
      measure: "waiting_room",
      low: 1,
      high: 2,
      qualifier: "about",
      period: "2023",
    },
    ["place a gate|route|yard|park"],
  ],
  [{ kind: "opening", key: "x", route: "a", traffic: "goods", bands: null }, ["route a route"]],
  [
    {
      kind: "opening_exception",
      key: "x",
      routes: ["a"],
      traffic: "goods",
      firstDay: "2024-01-01",
      lastDay: "2024-01-01",
      mode: "closed",
      hours: "whole_day",
      bands: [],
      reason: text,
    },
    ["routes.0 a route"],
  ],
  [
    {
      kind: "holiday",
      key: "x",
      name: text,
      firstDay: "2024-01-01",
      lastDay: "2024-01-01",
      effect: "day_off",
      side: "VN",
      confirmed: true,
    },
    [],
  ],
  [
    {
      kind: "document",
      key: "x",
      symbol: null,
      title: "t",
      issuer: null,
      issuedOn: null,
      subject: "fee",
      replaces: ["old"],
      collector: "centre",
    },
    ["replaces.0 old document", "collector centre organisation"],
  ],
  [
    {
      kind: "stream",
      key: "x",
      name: text,
      direction: "export",
      routes: ["a"],
      share: 1,
      goods: [],
      unsorted: true,
      rank: 1,
    },
    ["routes.0 a route"],
  ],
  [
    {
      kind: "check_rule",
      key: "x",
      check: "customs",
      gates: ["g"],
      direction: null,
      tripKinds: ["export_vn"],
      vehicles: null,
      routes: ["a"],
      regimes: null,
      goods: null,
    },
    ["check customs check_kind", "gates.0 g gate", "routes.0 a route"],
  ],
  [
    {
      kind: "call_rule",
      key: "x",
      routes: ["a"],
      direction: "export",
      travelHours: 1,
      buffer: 1,
      assumedPerHour: null,
    },
    ["routes.0 a route"],
  ],
  [{ kind: "time_limit", key: "x", limit: "abroad", routes: null, minutes: 1 }, []],
  [{ kind: "time_limit", key: "x", limit: "abroad", routes: ["a"], minutes: 1 }, ["routes.0 a route"]],
];

test.each(cases.map(([statement, expected]) => [statement.kind, statement, expected] as const))(
  "a %s names every row that it rests on",
  (_, statement, expected) => {
    const found = referencesOf(statement).map(
      ({ field, key, kinds }) => `${field} ${key} ${kinds.join("|")}`,
    );
    expect(found).toEqual(expected);
  },
);
