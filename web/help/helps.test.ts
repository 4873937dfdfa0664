import { readFileSync } from "node:fs";
import { readGlossary } from "@moc/contract/values/glossary.ts";
import { expect, it } from "vitest";
import type { Help } from "./help.ts";
import { helps } from "./helps.ts";

const terms = readGlossary(readFileSync(new URL("../../GLOSSARY.md", import.meta.url), "utf8"));
const all: [string, Help][] = Object.entries(helps);

it.each(all)("the help of %s takes its words from the glossary", (_name, help) => {
  expect(help.terms.filter((code) => !terms.has(code))).toEqual([]);
  expect(new Set(help.terms).size).toBe(help.terms.length);
});

it.each(all)("the help of %s says what the screen is for and what to do there", (_name, help) => {
  expect(help.points.length).toBeGreaterThan(0);
  for (const text of [help.purpose, ...help.points]) expect(text.zh).toMatch(/。$/);
});
