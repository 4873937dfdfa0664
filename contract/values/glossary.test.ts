import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readGlossary } from "./glossary.ts";

const terms = readGlossary(readFileSync(new URL("../../GLOSSARY.md", import.meta.url), "utf8"));

it("every line with a code name is a term in three languages", () => {
  expect(terms.size).toBeGreaterThan(70);
  for (const { vi, en, zh, code } of terms.values())
    expect(
      [vi, en, zh].every((word) => word.length > 0 && !/[|`*]/.test(word)),
      code,
    ).toBe(true);
});

it("a term keeps its spelling and what it must not be taken for", () => {
  expect(terms.get("checks_done")).toMatchObject({ vi: "đủ điều kiện qua cửa khẩu", zh: "查验完毕" });
  expect(terms.get("checks_done")?.meaning).toContain("never");
});
