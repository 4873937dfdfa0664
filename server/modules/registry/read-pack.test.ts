import { expect, test } from "vitest";
import { readPackFolder } from "./pack-folder.ts";
import { faultText, type PackRow, readPack } from "./read-pack.ts";

const folder = new URL("../../../packs/dong-dang", import.meta.url).pathname;
const demo = readPack(await readPackFolder(folder, "demo"));
const live = readPack(await readPackFolder(folder, "live"));

const sources = { path: "sources.yaml", text: "paper: { citation: A paper }\n" };
const faultsOf = (text: string) =>
  readPack([sources, { path: "gates.yaml", text }]).faults.map((fault) => faultText(fault));

const gate = `kind: gate
rows:
  - key: north
    name: { vi: Bắc, en: North, zh: 北 }
    shortName: { vi: Bắc, en: North, zh: 北 }
    class: secondary
    modes: [road]
    source: paper
    confidence: press
`;

const validOn = (rows: readonly PackRow[], kind: string, key: string, day: string) =>
  rows.filter(
    (row) =>
      row.statement.kind === kind &&
      row.statement.key === key &&
      (row.validFrom ?? "") <= day &&
      (row.validTo === null || day < row.validTo),
  );

test("the pack of Đồng Đăng – Lạng Sơn has no faults, with and without its demonstration rows", () => {
  expect(demo.faults).toEqual([]);
  expect(live.faults).toEqual([]);
});

test("illustrative rows stand in demo/ alone and everything in demo/ is illustrative", () => {
  expect(live.rows.filter((row) => row.source.confidence === "illustrative")).toEqual([]);
  const added = demo.rows.filter((row) => row.file.startsWith("demo/"));
  expect(added.length).toBeGreaterThan(10);
  expect(new Set(added.map((row) => row.source.confidence))).toEqual(new Set(["illustrative"]));
});

test("the freight road 1119–1120 has 4 lanes until 26/11/2025 and 6 of 14 planned from 27/11/2025", () => {
  const lanes = (day: string) =>
    validOn(live.rows, "lane_group", "lanes-1119-1120", day).map(({ statement }) =>
      statement.kind === "lane_group" ? [statement.count, statement.planned] : [],
    );
  expect(lanes("2025-11-26")).toEqual([[4, 6]]);
  expect(lanes("2025-11-27")).toEqual([[6, 14]]);
});

test("the province counts 12 gates before the reform of 2024 and 10 after it", () => {
  const gates = (day: string) =>
    live.rows.filter(
      (row) => row.statement.kind === "gate" && validOn([row], "gate", row.statement.key, day).length > 0,
    ).length;
  expect(gates("2024-01-01")).toBe(12);
  expect(gates("2025-01-01")).toBe(10);
});

test("every version but the illustrative ones names a source that can be opened or is a seed text", () => {
  const silent = live.rows.filter((row) => row.source.citation.trim() === "");
  expect(silent).toEqual([]);
  const withAddress = live.rows.filter((row) => row.source.url !== undefined);
  expect(withAddress.length / live.rows.length).toBeGreaterThan(0.85);
});

test("an item may leave out what can be unknown, and then it is unknown", () => {
  const [row] = readPack([sources, { path: "gates.yaml", text: gate }]).rows;
  expect(row?.statement).toMatchObject({ counterpart: null, aliases: [] });
  expect(row).toMatchObject({ validFrom: null, validTo: null, file: "gates.yaml", line: 3 });
});

test.each([
  ["a wrong value", gate.replace("secondary", "minor"), /^gates\.yaml:6: class: /],
  ["a missing field", gate.replace("    class: secondary\n", ""), /^gates\.yaml:3: class: /],
  [
    "an unknown field",
    gate.replace("class:", "klass: x\n    class:"),
    /^gates\.yaml:6: klass: no such field$/,
  ],
  ["a wrong value deep inside", gate.replace("modes: [road]", "modes: [air]"), /^gates\.yaml:7: modes\.0: /],
  ["an impossible day", gate.replace("class:", "from: 2025-02-29\n    class:"), /^gates\.yaml:6: from: /],
  [
    "a source nobody has",
    gate.replace("source: paper", "source: rumour"),
    /^gates\.yaml:8: source: .*rumour/,
  ],
  ["a screen's confidence", gate.replace("press", "operator"), /^gates\.yaml:9: confidence: /],
  [
    "days in the wrong order",
    gate.replace("class:", "from: 2025-03-02\n    to: 2025-03-01\n    class:"),
    /^gates\.yaml:7: to: must be later/,
  ],
  ["a document nobody has", `${gate}    document: qd-0\n`, /^gates\.yaml:3: document: .*“qd-0”/],
  ["a kind that does not exist", gate.replace("kind: gate", "kind: harbour"), /^gates\.yaml:1: kind: /],
  ["a broken bracket", gate.replace("[road]", "[road"), /^gates\.yaml:\d+: yaml: /],
  ["a field twice", `${gate}    class: bilateral\n`, /^gates\.yaml:10: yaml: .*unique/],
])("%s is named with file, line and field", (_, text, expected) => {
  expect(faultsOf(text)).toEqual([expect.stringMatching(expected)]);
});

test("two versions of one key that hold on the same day are refused, each naming the other", () => {
  const second = gate.split("\n").slice(2, -1).join("\n");
  const twice = `${gate.replace("class:", "to: 2025-01-02\n    class:")}${second.replace("class:", "from: 2025-01-01\n    class:")}\n`;
  expect(faultsOf(twice)).toEqual([
    "gates.yaml:11: from: another version of “north” holds on the same days (gates.yaml:3)",
  ]);
  expect(faultsOf(twice.replace("2025-01-02", "2025-01-01"))).toEqual([]);
});

test("a mention of a row that does not exist is refused", () => {
  const yard = `kind: yard
rows:
  - key: field
    name: { vi: a, en: b, zh: c }
    shortName: { vi: a, en: b, zh: c }
    routes: [nowhere]
    source: paper
    confidence: press
`;
  expect(faultsOf(yard)).toEqual(["gates.yaml:3: routes.0: no route has the key “nowhere”"]);
});
