import { expect, test } from "vitest";
import { speaker, within } from "./text.ts";

const texts = {
  wait: {
    vi: "{n} xe chờ {where}",
    en: "{n} {n|vehicle|vehicles} waiting {where}",
    zh: "{where}有{n}辆车等候",
  },
  plain: { vi: "Mở", en: "Open", zh: "开放" },
} as const;

test("figures are written the way of the language", () => {
  expect(speaker(texts, "vi")("wait", { n: 1853, where: "Tân Thanh" })).toBe("1.853 xe chờ Tân Thanh");
  expect(speaker(texts, "en")("wait", { n: 1853, where: "Tân Thanh" })).toBe(
    "1,853 vehicles waiting Tân Thanh",
  );
});

test("English has one vehicle and two vehicles, and the value order may differ per language", () => {
  expect(speaker(texts, "en")("wait", { n: 1, where: "here" })).toBe("1 vehicle waiting here");
  expect(speaker(texts, "zh")("wait", { n: 2, where: "浦寨" })).toBe("浦寨有2辆车等候");
});

test("a value is never read as a hole", () => {
  expect(speaker(texts, "vi")("wait", { n: 2, where: "{n}" })).toBe("2 xe chờ {n}");
  expect(speaker(texts, "zh")("plain")).toBe("开放");
});

test("within a sentence a name keeps its capital", () => {
  expect(within("Đã qua Km0 ra", "vi")).toBe("đã qua Km0 ra");
  expect(within("放行", "zh")).toBe("放行");
});
