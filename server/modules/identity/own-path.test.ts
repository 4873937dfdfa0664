import { expect, it } from "vitest";
import { ownPath } from "./own-path.ts";

it.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n//evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "javascript:alert(1)",
  "trips",
  "",
  `/${"a".repeat(600)}`,
  undefined,
])("%s leads to the first page", (asked) => {
  expect(ownPath(asked)).toBe("/");
});

it.each(["/", "/trips?state=called", "/queue/1119-1120/export?asOf=2026-11-01"])("%s is kept", (asked) => {
  expect(ownPath(asked)).toBe(asked);
});

it("the part behind # is dropped: it is the browser's own", () => {
  expect(ownPath("/set-password#secret")).toBe("/set-password");
});
