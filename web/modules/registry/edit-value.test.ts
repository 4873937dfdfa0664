import { expect, test } from "vitest";
import { typedOf, untyped } from "./edit-value.ts";

const fields = [
  ["name", { vi: "Tân Thanh", en: "Tan Thanh", zh: "新清" }],
  ["count", 4],
  ["planned", null],
  ["admits", ["export_vn", "import_cn"]],
  ["unsorted", false],
  ["bands", [{ from: "07:00", to: "18:00" }]],
] as const;

test("what is shown for editing is stated unchanged when nothing is typed", () => {
  expect(untyped(typedOf(fields))).toEqual({ value: Object.fromEntries(fields), wrong: [] });
});

test("an emptied figure is unknown, not zero", () => {
  const typed = new Map(typedOf(fields)).set("count", { shape: "number", text: " " });
  expect(untyped(typed).value.count).toBeNull();
});

test("a structure that cannot be read is named and nothing is guessed", () => {
  const typed = new Map(typedOf(fields)).set("bands", { shape: "json", text: "[{" });
  expect(untyped(typed).wrong).toEqual(["bands"]);
});
