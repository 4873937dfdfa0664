import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { staleProofs } from "./proofs.ts";
import { treeOf } from "./tree.ts";

let root = "";
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", ...args], {
    cwd: root,
    encoding: "utf8",
  }).trim();
const commit = (path: string): string => {
  writeFileSync(join(root, path), String(Math.random()));
  git("add", ".");
  git("commit", "-qm", `change ${path}`);
  return git("rev-parse", "HEAD");
};
const found = (commitHash: string, proves = "engines/gate") =>
  staleProofs(
    treeOf(new Map([["docs/proofs/kills.md", `# Kills\n\ncommit: ${commitHash}\nproves: ${proves}\n`]])),
    root,
  ).map((f) => f.text);

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "moc-proofs-"));
  mkdirSync(join(root, "engines/gate"), { recursive: true });
  mkdirSync(join(root, "web"));
  git("init", "-q");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("a proof is stale once what it proves has changed, and only then", () => {
  const proven = commit("engines/gate/queue.ts");
  expect(found(proven)).toEqual([]);
  commit("web/page.tsx");
  expect(found(proven)).toEqual([]);
  commit("engines/gate/queue.ts");
  expect(found(proven)).toEqual([expect.stringContaining("change engines/gate/queue.ts")]);
});

test("a proof of an unknown commit, and one that says neither commit nor paths, are reported", () => {
  expect(found("0123456789abcdef")).toEqual([expect.stringContaining("not in this history")]);
  const bare = treeOf(new Map([["docs/proofs/kills.md", "# Kills\n"]]));
  expect(staleProofs(bare, root)).toHaveLength(1);
});
