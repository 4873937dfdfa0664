import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "moc-lint-"));
  cpSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  writeFileSync(
    join(folder, "tsconfig.json"),
    '{ "compilerOptions": { "strict": true, "target": "esnext" }, "include": ["*.ts"] }',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the project's own settings say of one file. */
function lint(text: string): string {
  writeFileSync(join(folder, "a.ts"), text);
  const oxlint = join(root, "node_modules/.bin/oxlint");
  return spawnSync(oxlint, ["--type-aware", "--deny-warnings", "--format=unix"], {
    cwd: folder,
    encoding: "utf8",
  }).stdout;
}

describe("the linter", () => {
  test("finds a promise that nobody waits for, which needs the types", () => {
    const text = "async function save(): Promise<void> {}\nexport function act(): void {\n  save();\n}\n";
    expect(lint(text)).toContain("no-floating-promises");
  });

  test("finds a switch that forgets a case, and loose equality", () => {
    const text = `type S = "a" | "b";
export function f(s: S): number {
  switch (s) { case "a": return 1; }
  return s == "b" ? 2 : 3;
}
`;
    const found = lint(text);
    expect(found).toContain("switch-exhaustiveness-check");
    expect(found).toContain("eqeqeq");
  });

  test("is silent on clean code", () => {
    expect(lint("export const one = 1;\n")).toBe("");
  });
});
