import type { CheckKindRow, Duty, Organisation } from "@moc/contract/registry/rows.ts";
import { expect, test } from "vitest";
import { type Answerer, answersKind, kindsKnown } from "./check-kinds.ts";

const text = { vi: "x", en: "x", zh: "x" };
const stated = (validFrom: string | null = null, validTo: string | null = null) => ({
  source: { confidence: "illustrative" as const, citation: "x" },
  validity: { validFrom, validTo, recordedFrom: "2026-01-01T00:00:00.000Z", recordedTo: null },
  revision: 1,
});
const kind = (over: Partial<CheckKindRow>): CheckKindRow => ({
  kind: "check_kind",
  key: "customs",
  name: text,
  shortName: text,
  rank: 1,
  moment: "inside",
  force: "customs",
  duty: "customs_control",
  channels: [],
  ...stated(),
  ...over,
});

test("a kind that has ended is known as it last held, one of the future is none yet", () => {
  const versions = [
    kind({ rank: 9, ...stated(null, "2026-01-01") }),
    kind({ rank: 2, ...stated("2026-01-01", "2026-02-01") }),
    kind({ key: "older", rank: 3, ...stated("2025-01-01") }),
    kind({ key: "coming", rank: 1, ...stated("2027-01-01") }),
  ];
  const known = kindsKnown(versions, "2026-03-01").map(({ key, rank }) => [key, rank]);
  expect(known).toEqual([
    ["customs", 2],
    ["older", 3],
  ]);
  expect(kindsKnown(versions, "2025-12-31").map(({ rank }) => rank)).toEqual([3, 9]);
});

const duty = (over: Partial<Duty>): Duty => ({
  kind: "duty",
  key: "charge",
  duty: "customs_control",
  organisation: "region",
  places: null,
  ...stated(),
  ...over,
});
const organisation = (key: string, parent: string | null): Organisation => ({
  kind: "organisation",
  key,
  type: "customs",
  name: text,
  shortName: null,
  aliases: [],
  parent,
  ...stated(),
});
const organisations = [
  organisation("region", null),
  organisation("gate-unit", "region"),
  organisation("other", null),
];
const at = { gate: "north", route: "road" };
const who = (key: string | null, role: Answerer["roles"][number] = "customs"): Answerer => ({
  roles: [role],
  organisation: key,
});
const answers = (one: Answerer, duties: Duty[]) =>
  answersKind(kind({}), one, at, { duty: duties, organisation: organisations });

test("a check is answered by its force, for an organisation that is charged with its duty there", () => {
  const charged = [duty({}), duty({ key: "b", duty: "border_control", organisation: "other" })];
  expect(answers(who("region"), charged)).toBe(true);
  expect(answers(who("region", "border_guard"), charged)).toBe(false);
  expect(answers(who("other"), charged)).toBe(false);
  expect(answers(who(null), charged)).toBe(false);
});

test("a unit of the charged organisation answers for it", () => {
  expect(answers(who("gate-unit"), [duty({})])).toBe(true);
  expect(answers(who("region"), [duty({ organisation: "gate-unit" })])).toBe(false);
});

test("a duty that is limited to places is held at these alone", () => {
  expect(answers(who("region"), [duty({ places: ["road"] })])).toBe(true);
  expect(answers(who("region"), [duty({ places: ["north"] })])).toBe(true);
  expect(answers(who("region"), [duty({ places: ["elsewhere"] })])).toBe(false);
});

test("where nobody is charged, every organisation of the force answers", () => {
  expect(answers(who(null), [])).toBe(true);
  expect(answers(who(null, "border_guard"), [])).toBe(false);
});
