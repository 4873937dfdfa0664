import { expect, test } from "vitest";
import { cycles, knots } from "./cycles.ts";
import { treeOf } from "./tree.ts";

const of = (files: Record<string, string>) =>
  cycles(treeOf(new Map(Object.entries(files)))).map((f) => f.text);

test("two files that import each other are a circle", () => {
  expect(of({ "engines/a.ts": `import "./b.ts";`, "engines/b.ts": `import "./a.ts";` })).toHaveLength(1);
});

test("a file that imports itself is a circle", () => {
  expect(of({ "engines/a.ts": `import "./a.ts";` })).toHaveLength(1);
});

test("a circle closed by a type is none at run time", () => {
  expect(
    of({ "engines/a.ts": `import "./b.ts";`, "engines/b.ts": `import type { A } from "./a.ts";` }),
  ).toEqual([]);
});

test("an import whose names are all marked as types still loads its file", () => {
  expect(
    of({ "engines/a.ts": `import "./b.ts";`, "engines/b.ts": `import { type A } from "./a.ts";` }),
  ).toHaveLength(1);
});

test("two folders that import each other are a circle though no two files are", () => {
  const files = {
    "server/platform/log/a.ts": `import "../files/b.ts";`,
    "server/platform/files/b.ts": "",
    "server/platform/files/c.ts": `import "../log/d.ts";`,
    "server/platform/log/d.ts": "",
    "server/main.ts": `import "./platform/log/a.ts"; import "./platform/files/c.ts";`,
  };
  expect(of(files)).toEqual([expect.stringMatching(/^folders/)]);
});

test("an entry that uses its own folder from above and from below closes no circle", () => {
  const files = {
    "server/main.ts": `import "./commands/serve.ts";`,
    "server/commands/serve.ts": `import "../zone.ts";`,
    "server/zone.ts": "",
  };
  expect(of(files)).toEqual([]);
});

test("a room's door stands above the folders of its room, which may use the room's own files", () => {
  const files = {
    "web/modules/gate/index.ts": `import "./queue/screen.tsx";`,
    "web/modules/gate/queue/screen.tsx": `import "../plate.tsx";`,
    "web/modules/gate/plate.tsx": "",
    "web/main.tsx": `import "./modules/gate/index.ts";`,
  };
  expect(of(files)).toEqual([]);
  expect(
    of({
      ...files,
      "web/modules/gate/plate.tsx": `import "./queue/row.tsx";`,
      "web/modules/gate/queue/row.tsx": "",
    }),
  ).toHaveLength(1);
});

test("a long circle is found whole, and a chain beside it is not", () => {
  const graph = new Map([
    ["a", new Set(["b"])],
    ["b", new Set(["c", "e"])],
    ["c", new Set(["a"])],
    ["d", new Set(["a"])],
    ["e", new Set<string>()],
  ]);
  expect(knots(graph)).toEqual([["a", "b", "c"]]);
});
