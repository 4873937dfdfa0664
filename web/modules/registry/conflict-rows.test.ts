import type { PackConflict } from "@moc/contract/registry/conflict.ts";
import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import { expect, it } from "vitest";
import { comparedOf } from "./conflict-rows.ts";

const rule = {
  kind: "call_rule" as const,
  key: "k",
  routes: ["r"],
  direction: "export" as const,
  travelHours: 1,
  assumedPerHour: 4,
};
const version = (buffer: number, validFrom: string | null): RecordedVersion => ({
  statement: { ...rule, buffer },
  source: { confidence: "official", citation: "c" },
  validFrom,
  validTo: null,
});
const conflict = (operator: RecordedVersion[], pack: RecordedVersion[]): PackConflict => ({
  kind: "call_rule",
  key: "k",
  operator,
  pack,
  revision: 1,
  packDigest: "d",
});

it("puts first what differs, and leaves the equal fields to be read", () => {
  const [compared] = comparedOf(conflict([version(9, null)], [version(3, null)]));
  expect(compared?.fields.map(({ field, differs }) => [field, differs])).toEqual([
    ["buffer", true],
    ["routes", false],
    ["direction", false],
    ["travelHours", false],
    ["assumedPerHour", false],
    ["validTo", false],
  ]);
});

it("pairs the versions by their first day, the earliest first, and shows a side that has none", () => {
  const compared = comparedOf(
    conflict([version(1, null), version(2, "2026-02-01")], [version(3, "2026-02-01")]),
  );
  expect(compared.map((one) => [one.from, one.operator !== undefined, one.pack !== undefined])).toEqual([
    [null, true, false],
    ["2026-02-01", true, true],
  ]);
});

it("leaves out a version of which both sides say the same from the same source", () => {
  const same = version(1, null);
  const compared = comparedOf(conflict([same, version(2, "2026-02-01")], [same, version(3, "2026-02-01")]));
  expect(compared.map((one) => one.from)).toEqual(["2026-02-01"]);
});
