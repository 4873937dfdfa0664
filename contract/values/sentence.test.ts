import { expect, test } from "vitest";
import { bracketed, fillSentence, listed } from "./sentence.ts";

test("a list and a bracket bear the signs of the language", () => {
  expect(listed("zh", ["榴莲", "菠萝蜜"]) + bracketed("zh", "示例")).toBe("榴莲、菠萝蜜（示例）");
  expect(listed("vi", ["sầu riêng", "mít"]) + bracketed("vi", "minh họa")).toBe("sầu riêng, mít (minh họa)");
});

test("a hole may name a part of a side, and a value that is missing stays visible", () => {
  const said = fillSentence("{across.Party} closes {route} at {t}", { "across.Party": "They", route: "R1" });
  expect(said).toBe("They closes R1 at ?");
});
