import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL(".", import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (path) => /\.tsx?$/.test(path) && !/(^|\/)dist\/|node_modules|\.test\.|\.fixture\./.test(path),
);

const entry = /vi:\s*"((?:[^"\\]|\\.)*)",\s*en:\s*"((?:[^"\\]|\\.)*)",\s*zh:\s*"((?:[^"\\]|\\.)*)"/g;
const holes = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[^}]*\}/g)].map((match) => match[1] ?? ""))].toSorted();

const texts = sources.flatMap((path) =>
  [...readFileSync(`${root}/${path}`, "utf8").matchAll(entry)].map(([, vi = "", en = "", zh = ""]) => ({
    path,
    vi,
    en,
    zh,
  })),
);

test("the screens have their texts in tables that this test can read", () => {
  expect(texts.length).toBeGreaterThan(400);
});

test("no text is empty in any language", () => {
  expect(texts.filter(({ vi, en, zh }) => [vi, en, zh].some((text) => text.trim() === ""))).toEqual([]);
});

test("a text asks for the same values in every language", () => {
  const uneven = texts.filter(
    ({ vi, en, zh }) => holes(vi).join() !== holes(en).join() || holes(vi).join() !== holes(zh).join(),
  );
  expect(uneven).toEqual([]);
});

test("strong words are strong in every language", () => {
  const stars = (text: string) => text.split("*").length - 1;
  expect(texts.filter(({ vi, en, zh }) => stars(vi) !== stars(en) || stars(vi) !== stars(zh))).toEqual([]);
});

// Values that a person types and reads again in a field of a form keep the comma of the keyboard.
const typed = ["gate/trip/return-dialog.tsx", "gate/declare/amendment.ts", "registry/edit-value.ts"];

test("parts of a sentence are joined by the marks of the language, never by a comma of the code", () => {
  const joins = sources
    .filter((path) => !typed.some((one) => path.endsWith(one)))
    .filter((path) => /\.join\("[,;:] "\)|\}[,;] \$\{/.test(readFileSync(`${root}/${path}`, "utf8")));
  expect(joins).toEqual([]);
});

test("no Chinese text is left in Latin letters", () => {
  const untranslated = texts.filter(
    ({ vi, zh }) => /[a-zà-ỹ]{4,}/i.test(vi.replaceAll(/\{[^}]*\}/g, "")) && !/[\u4E00-\u9FFF]/.test(zh),
  );
  expect(untranslated.map(({ vi, zh }) => [vi, zh])).toEqual([]);
});
