import type { CallRule, CheckKindRow, CheckRule, StreamRule } from "@moc/contract/registry/rows.ts";
import { expect, test } from "vitest";
import { type CheckSubject, callRuleFor, checksFor, limitFor, streamFor, streamsOf } from "./rules.ts";

const row = {
  source: { confidence: "illustrative" as const, citation: "x" },
  validity: { validFrom: null, validTo: null, recordedFrom: "2026-01-01T00:00:00.000Z", recordedTo: null },
  revision: 1,
};

const stream = (key: string, over: Partial<StreamRule>): StreamRule => ({
  kind: "stream",
  key,
  name: { vi: key, en: key, zh: key },
  direction: "export",
  routes: null,
  share: 1,
  goods: [],
  unsorted: false,
  rank: 1,
  ...row,
  ...over,
});
const streams = [
  stream("unsorted", { unsorted: true, rank: 3 }),
  stream("general", { goods: ["other", "ore"], rank: 2 }),
  stream("perishable", { goods: ["durian", "fruit"], rank: 1 }),
  stream("inward", { direction: "import", goods: ["other"] }),
  stream("elsewhere", { routes: ["far"], rank: 4 }),
];
const subject: CheckSubject = {
  kind: "export_vn",
  direction: "export",
  gate: "north",
  vehicle: "from_18t",
  route: "road",
  regime: "ordinary",
  goods: ["other"],
};

test("the streams of a queue are those of its direction and route, in the order of rank", () => {
  expect(streamsOf(streams, "road", "export").map((one) => one.key)).toEqual([
    "perishable",
    "general",
    "unsorted",
  ]);
});

test("mixed goods wait in the first stream that has one of them", () => {
  expect(streamFor(streams, { ...subject, goods: ["other", "durian"] })?.key).toBe("perishable");
  expect(streamFor(streams, subject)?.key).toBe("general");
});

test("a truck whose goods are unknown, or in no stream, waits unsorted", () => {
  expect(streamFor(streams, { ...subject, goods: [] })?.key).toBe("unsorted");
  expect(streamFor(streams, { ...subject, goods: ["electronics"] })?.key).toBe("unsorted");
  expect(streamFor([], subject)).toBe(null);
});

const check = (over: Partial<CheckRule>): CheckRule => ({
  kind: "check_rule",
  key: "rule",
  check: "customs",
  gates: null,
  direction: null,
  tripKinds: ["export_vn"],
  vehicles: null,
  routes: null,
  regimes: null,
  goods: null,
  ...row,
  ...over,
});

const kind = (key: string, rank: number): CheckKindRow => ({
  kind: "check_kind",
  key,
  name: { vi: key, en: key, zh: key },
  shortName: { vi: key, en: key, zh: key },
  rank,
  moment: "inside",
  force: "customs",
  duty: null,
  channels: [],
  ...row,
});
const check_kind = [kind("plant_quarantine", 5), kind("customs", 3), kind("border_guard_exit", 1)];
const checksOf = (check_rule: CheckRule[], of = subject) => checksFor({ check_rule, check_kind }, of);

test.each([
  ["fits always without filters", {}, ["customs"]],
  ["needs the gate", { gates: ["south"] }, []],
  ["fits at one of its gates", { gates: ["south", "north"] }, ["customs"]],
  ["needs the direction", { direction: "import" as const }, []],
  ["fits in its direction", { direction: "export" as const, tripKinds: null }, ["customs"]],
  ["needs the class of the vehicle", { vehicles: ["under_2t" as const] }, []],
  ["fits a vehicle of its classes", { vehicles: ["under_2t" as const, "from_18t" as const] }, ["customs"]],
  ["needs the kind of trip", { tripKinds: ["import_cn" as const] }, []],
  ["needs the route", { routes: ["far"] }, []],
  ["needs the regime", { regimes: ["transit" as const] }, []],
  ["needs one of its goods", { goods: ["ore" as const] }, []],
  ["fits by one of its goods", { goods: ["ore" as const, "other" as const] }, ["customs"]],
])("a check rule %s", (_, over, expected) => {
  expect(checksOf([check(over)])).toEqual(expected);
});

test("one line of fruit among other goods is enough for plant quarantine", () => {
  const rule = check({ check: "plant_quarantine", goods: ["fruit", "durian"] });
  expect(checksOf([rule], { ...subject, goods: ["electronics", "fruit"] })).toEqual(["plant_quarantine"]);
  expect(checksOf([rule], { ...subject, goods: [] })).toEqual([]);
});

test("a check that two rules ask for is made once, and checks come by rank", () => {
  const rules = [
    check({ key: "b", check: "plant_quarantine" }),
    check({ key: "a" }),
    check({ key: "c" }),
    check({ key: "d", check: "border_guard_exit" }),
  ];
  expect(checksOf(rules)).toEqual(["border_guard_exit", "customs", "plant_quarantine"]);
});

test("a rule of a kind that does not hold on the day asks for nothing", () => {
  expect(checksOf([check({}), check({ key: "b", check: "cold_chain" })])).toEqual(["customs"]);
});

const call = (key: string, over: Partial<CallRule>): CallRule => ({
  kind: "call_rule",
  key,
  routes: null,
  direction: "export",
  travelHours: 0.5,
  buffer: 3,
  assumedPerHour: null,
  ...row,
  ...over,
});

test("a rule for the route goes before the rule for every route", () => {
  const rules = [call("all", {}), call("own", { routes: ["road"] }), call("far", { routes: ["far"] })];
  expect(callRuleFor(rules, "road", "export")?.key).toBe("own");
  expect(callRuleFor(rules, "other", "export")?.key).toBe("all");
  expect(callRuleFor(rules, "road", "import")).toBe(null);
});

test("among rules alike the order of keys decides, whatever the order in which they come", () => {
  const rules = [call("b", {}), call("a", {})];
  expect(callRuleFor(rules, "road", "export")?.key).toBe("a");
  expect(callRuleFor(rules.toReversed(), "road", "export")?.key).toBe("a");
  const tied = [stream("y", { goods: ["ore"] }), stream("x", { goods: ["ore"] })];
  expect(streamsOf(tied, "road", "export").map((one) => one.key)).toEqual(["x", "y"]);
  expect(streamsOf(tied.toReversed(), "road", "export").map((one) => one.key)).toEqual(["x", "y"]);
});

test("a time limit is found by name and route", () => {
  const limits = [
    { kind: "time_limit" as const, key: "a", limit: "abroad" as const, routes: null, minutes: 1440, ...row },
    {
      kind: "time_limit" as const,
      key: "b",
      limit: "two_way_abroad" as const,
      routes: ["road"],
      minutes: 2160,
      ...row,
    },
  ];
  expect(limitFor(limits, "abroad", "road")?.minutes).toBe(1440);
  expect(limitFor(limits, "two_way_abroad", "road")?.minutes).toBe(2160);
  expect(limitFor(limits, "two_way_abroad", "far")).toBe(null);
  expect(limitFor(limits, "show_after_call", "road")).toBe(null);
});
