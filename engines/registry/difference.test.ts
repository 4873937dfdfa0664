import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import { expect, test } from "vitest";
import { differenceOf, type Timeline } from "./difference.ts";

const version = (count: number, over: Partial<RecordedVersion> = {}): RecordedVersion => ({
  statement: {
    kind: "lane_group",
    key: "lanes",
    route: "road",
    direction: null,
    class: "ordinary",
    count,
    planned: null,
  },
  source: { confidence: "press", citation: "x" },
  validFrom: null,
  validTo: null,
  ...over,
});
const line = (...versions: RecordedVersion[]): Timeline[] => [{ kind: "lane_group", key: "lanes", versions }];
const operator = { source: { confidence: "operator" as const, citation: "seen" } };
const effects = (pack: Timeline[], known: Timeline[]) =>
  differenceOf(pack, known).map((change) => [change.effect, change.conflict]);

test("a pack loaded twice changes nothing, whatever the order of its versions and fields", () => {
  const first = version(4, { validTo: "2025-11-27" });
  const second = version(6, { validFrom: "2025-11-27" });
  const reordered = Object.fromEntries(Object.entries(second).toReversed()) as RecordedVersion; // as: same entries
  expect(differenceOf(line(first, second), line(reordered, first))).toEqual([]);
});

test("a new key is added, another value or day changes it, a key gone from the pack is withdrawn", () => {
  expect(effects(line(version(4)), [])).toEqual([["add", false]]);
  expect(effects(line(version(4)), line(version(6)))).toEqual([["change", false]]);
  expect(effects(line(version(4)), line(version(4, { validFrom: "2025-01-01" })))).toEqual([
    ["change", false],
  ]);
  expect(effects([], line(version(4)))).toEqual([["withdraw", false]]);
});

test("a version from a screen makes every difference a conflict", () => {
  const edited = line(
    version(4, { validTo: "2025-01-01" }),
    version(5, { validFrom: "2025-01-01", ...operator }),
  );
  expect(effects(line(version(4)), edited)).toEqual([["change", true]]);
  expect(effects([], edited)).toEqual([["withdraw", true]]);
});

test("a row made on a screen alone is none of the pack's business", () => {
  expect(effects([], line(version(5, operator)))).toEqual([]);
});
