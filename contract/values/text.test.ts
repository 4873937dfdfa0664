import { expect, test } from "vitest";
import { freeText, identifierText, LocalText } from "./text.ts";

const half = "29H \ud800";

test.each([
  { what: "half of a character", value: half },
  { what: "the sign that ends a text", value: "a\u0000b" },
  { what: "what turns the order of signs around", value: "a\u202eb" },
])("no text holds $what", ({ value }) => {
  const schemas = [freeText(100), identifierText(100)];
  expect(schemas.map((schema) => schema.safeParse(value).success)).toEqual([false, false]);
  expect(LocalText.safeParse({ vi: value, en: "a", zh: "一" }).success).toBe(false);
});

test("whole characters of two halves are text", () => {
  expect(freeText(100).parse("Xe 🚚 𨉟")).toBe("Xe 🚚 𨉟");
});
