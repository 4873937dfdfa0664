import { describe, expect, test } from "vitest";
import { BUDGET, barrels, budgets, escapes, medianLines, names } from "./budgets.ts";
import { type Check, treeOf } from "./tree.ts";

const run = (check: Check, files: Record<string, string>) =>
  check(treeOf(new Map(Object.entries(files)))).map((f) => f.text);
const statements = (n: number): string => Array.from({ length: n }, (_, i) => `  g(${i});\n`).join("");

describe("budgets", () => {
  test("a file one line over its budget is found, one at its budget is not", () => {
    const lines = (n: number) => ({ "web/a.css": "a {}\n".repeat(n) });
    expect(run(budgets, lines(BUDGET.file))).toEqual([]);
    expect(run(budgets, lines(BUDGET.file + 1))).toHaveLength(1);
  });

  test("a file that a tool writes may be as long as it must, and says so in its first line", () => {
    const long = "a();\n".repeat(BUDGET.file + 1);
    const small = { "web/b.ts": "b();\n", "web/c.ts": "c();\n" };
    const file = (head: string) => ({ ...small, "web/a.ts": `// ${head}\n${long}` });
    expect(run(budgets, file("Written by tools/write-a.ts; do not edit."))).toEqual([]);
    expect(run(budgets, file("Written by hand."))).toHaveLength(1);
  });

  test("a function's lines are its lines of code", () => {
    const body = (n: number) => ({ "field/a.ts": `function f() {\n${statements(n - 2)}}\n` });
    expect(run(budgets, body(BUDGET.function))).toEqual([]);
    expect(run(budgets, body(BUDGET.function + 1))).toHaveLength(1);
    const text = `function f() {\n${statements(BUDGET.function - 2)}\n  // why\n  /* and\n  why */\n}\n`;
    expect(run(budgets, { "field/a.ts": text })).toEqual([]);
  });

  test("the median counts production sources only", () => {
    const tree = treeOf(
      new Map([
        ["field/a.ts", "\n".repeat(9)],
        ["field/b.ts", "\n"],
        ["field/c.ts", "\n"],
        ["field/c.test.ts", "\n".repeat(99)],
      ]),
    );
    expect(medianLines(tree)).toBe(1);
    expect(run(budgets, { "field/a.ts": "\n".repeat(BUDGET.median) })).toHaveLength(1);
  });
});

test("names that fit everything are found in files and folders; a word inside a name is not", () => {
  for (const path of [
    "web/utils/a.ts",
    "server/modules/gate/trip-service.ts",
    "field/helpers.ts",
    "contract/gate/trip-dto.ts",
  ])
    expect(run(names, { [path]: "" })).toHaveLength(1);
  expect(run(names, { "engines/twin/service-times.ts": "", "docs/common-law.md": "" })).toEqual([]);
});

test("only a room has a door, and nothing else hands on", () => {
  expect(run(barrels, { "server/modules/gate/index.ts": `export { a } from "./a.ts";` })).toEqual([]);
  expect(run(barrels, { "engines/gate/queue/index.ts": "export const a = 1;" })).toHaveLength(1);
  expect(
    run(barrels, { "engines/gate/all.ts": `export * from "./a.ts";\nexport { b } from "./b.ts";` }),
  ).toHaveLength(1);
});

test("a way out of the types needs its reason on the line", () => {
  const at = (text: string, path = "server/main.ts") => run(escapes, { [path]: text });
  for (const text of ["let a: any;", "const a = b!;", "const a = b as C;", "// @ts-expect-error\nf();"])
    expect(at(text)).toHaveLength(1);
  for (const text of [
    "let a: any; // the driver's own type",
    "const a = b as C; // parsed above",
    "const a = b as const;",
    "// parsed above\nconst a = b as C;",
  ])
    expect(at(text)).toEqual([]);
  expect(at("const a = b as C;", "server/main.test.ts")).toEqual([]);
});
