import { expect, test } from "vitest";
import { anchorOf, documentSizes, glossary, links } from "./documents.ts";
import { treeOf } from "./tree.ts";

const found = (files: Record<string, string>) =>
  links(treeOf(new Map(Object.entries(files))), (path) => path === "docs/picture.png").map((f) => f.text);

test("a link to a missing file or heading is found", () => {
  expect(found({ "README.md": "[a](docs/b.md)" })).toHaveLength(1);
  expect(found({ "README.md": "[a](docs/b.md#two)", "docs/b.md": "# One\n" })).toHaveLength(1);
  expect(found({ "docs/a.md": "![p](picture.jpg)" })).toHaveLength(1);
});

test("links that lead somewhere, lead outside or stand in code are not found", () => {
  const text =
    "# Top\n[a](docs/b.md#one) [b](https://example.org) [c](#top) ![p](docs/picture.png)\n```\n[x](nowhere)\n```\n";
  expect(found({ "README.md": text, "docs/b.md": "## One\n" })).toEqual([]);
});

test("a heading's fragment keeps letters of every script", () => {
  expect(anchorOf("Mốc: `npm start`, 口岸")).toBe("mốc-npm-start-口岸");
});

test("a README that grows past its size is found", () => {
  expect(documentSizes(treeOf(new Map([["README.md", "a\n".repeat(91)]])))).toHaveLength(1);
  expect(documentSizes(treeOf(new Map([["server/modules/gate/README.md", "a\n".repeat(41)]])))).toHaveLength(
    1,
  );
  expect(documentSizes(treeOf(new Map([["README.md", "a\n".repeat(90)]])))).toEqual([]);
});

test("a code name of the glossary that the contract does not know is found", () => {
  const row = (code: string) => `| cửa khẩu | border gate | \`${code}\` | 口岸 | |\n`;
  const files = {
    "GLOSSARY.md": row("gate") + row("portal"),
    "contract/gate/trip.ts": "export const gate = 1;",
  };
  expect(glossary(treeOf(new Map(Object.entries(files)))).map((f) => f.line)).toEqual([2]);
});
