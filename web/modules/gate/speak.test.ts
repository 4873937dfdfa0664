import { expect, test } from "vitest";
import { goodsText, plateText, reasonOf, refusalTo } from "./speak.ts";

test("plates are shown as they are painted on the truck", () => {
  expect(plateText({ country: "VN", number: "29H50812" })).toBe("29H-508.12");
  expect(plateText({ country: "VN", number: "29H1234" })).toBe("29H-1234");
  expect(plateText({ country: "CN", number: "桂F12345" })).toBe("桂F·12345");
});

test("a refusal names the missing checks in the reader's language", () => {
  const params = {
    checks: "customs,plant_quarantine",
    checks_vi: "Hải quan, Kiểm dịch thực vật",
    checks_en: "Customs, Plant quarantine",
  };
  expect(reasonOf("checks_missing", params, "vi")).toBe("Còn chờ: Hải quan, Kiểm dịch thực vật.");
  expect(reasonOf("checks_missing", params, "en")).toBe("Still waiting for: Customs, Plant quarantine.");
});

test("a list is parted the way of the language, in a sentence and in a cell", () => {
  const needs = { state: "holding", needs: "called,at_gate" };
  expect(reasonOf("step_ahead", needs, "zh")).toContain("已叫号、");
  const goods = [
    { name: "", class: "durian" as const },
    { name: "", class: "fruit" as const },
  ];
  expect(goodsText(goods, "zh")).toBe("榴莲、其他鲜果");
  expect(goodsText(goods, "en")).toBe("Durian, Other fresh fruit");
});

test("a reason that the browser does not know is still shown, with its code", () => {
  expect(reasonOf("brand_new_rule", {}, "vi")).toContain("brand_new_rule");
});

test("an allowed action has no refusal, a missing one is refused", () => {
  const may = [{ action: "release", allowed: true }];
  expect(refusalTo(may, "release", "vi")).toBeUndefined();
  expect(refusalTo(may, "withdraw", "vi")).not.toBe("");
});
