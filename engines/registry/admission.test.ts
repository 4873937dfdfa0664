import type { AdmissionRule } from "@moc/contract/registry/rows.ts";
import type { GoodsClass } from "@moc/contract/values/traffic.ts";
import { expect, test } from "vitest";
import { admissionsOf } from "./admission.ts";

const list = (
  side: "VN" | "CN",
  goods: GoodsClass[],
  change: Partial<AdmissionRule> = {},
): AdmissionRule => ({
  kind: "admission_rule",
  key: `${side}-${goods.join("-")}`,
  routes: ["road"],
  direction: "export",
  side,
  goods,
  source: { confidence: "official", citation: "a law" },
  validity: { validFrom: null, validTo: null, recordedFrom: "2026-01-01T00:00:00.000Z", recordedTo: null },
  revision: 1,
  ...change,
});
const asked = (rules: AdmissionRule[], goods: GoodsClass[], route = "road") =>
  admissionsOf(rules, { route, direction: "export", goods });

test("without a list of a side nothing is known of it, and goods that are not known are on none", () => {
  const rules = [list("CN", ["durian"])];
  expect(asked(rules, ["durian"])).toEqual([
    { side: "VN", state: "unknown" },
    { side: "CN", state: "admitted" },
  ]);
  expect(asked(rules, [])).toEqual([
    { side: "VN", state: "unknown" },
    { side: "CN", state: "unknown" },
  ]);
  for (const other of [{ routes: ["river"] }, { direction: "import" as const }])
    expect(asked([list("CN", ["ore"], other)], ["durian"])[1]).toEqual({ side: "CN", state: "unknown" });
});

test("what a list does not hold is named once; lists of one side add up", () => {
  const rules = [list("VN", ["durian", "fruit", "ore"]), list("CN", ["durian"]), list("CN", ["fruit"])];
  expect(asked(rules, ["durian", "ore", "ore"])).toEqual([
    { side: "VN", state: "admitted" },
    { side: "CN", state: "not_listed", goods: ["ore"], illustrative: false },
  ]);
});

test("a warning from illustrative lists alone is itself illustrative", () => {
  const made = list("CN", ["fruit"], { source: { confidence: "illustrative", citation: "made up" } });
  expect(asked([made], ["ore"])[1]).toMatchObject({ state: "not_listed", illustrative: true });
  expect(asked([made, list("CN", ["durian"])], ["ore"])[1]).toMatchObject({ illustrative: false });
});
