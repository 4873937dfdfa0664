import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path/posix";
import { type Module, readModule } from "./module.ts";

/** One thing that is wrong. `line` counts from 1; a finding about a whole file or folder has none. */
export type Finding = { path: string; line?: number; text: string };

/** The project as the checks see it: texts by path (relative to the root, `/` between parts), and the parsed sources among them. */
export type Tree = { files: ReadonlyMap<string, string>; modules: ReadonlyMap<string, Module> };

/** A check reads nothing but the tree, so that its test can hand it a tree that is wrong. */
export type Check = (tree: Tree) => Finding[];

const TEXT = /\.(tsx?|mjs|css|sql|md|json|ya?ml|html)$/;
const SOURCE = /\.(tsx?|mjs)$/;
const SKIPPED_FOLDERS = new Set(["node_modules", "dist", "coverage"]);
const LOCAL_DATA = "data"; // where the server keeps its data unless told otherwise

/** Parses every source file. A file that does not parse has no module: the compiler reports it. */
export function treeOf(files: ReadonlyMap<string, string>): Tree {
  const modules = new Map<string, Module>();
  for (const [path, text] of files) if (SOURCE.test(path)) modules.set(path, readModule(path, text));
  return { files, modules };
}

/** Reads the texts below `root`; folders that begin with a dot, installed packages and built or local data are left out. */
export function readTree(root: string): Tree {
  const files = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith(".") && !SKIPPED_FOLDERS.has(entry.name) && path !== LOCAL_DATA)
          walk(path);
      } else if (entry.isFile() && TEXT.test(entry.name))
        files.set(path, readFileSync(join(root, path), "utf8"));
    }
  };
  walk("");
  return treeOf(files);
}

/** Tests, what they are built from and the seeded faults of an engine sit beside the code; some rules bind only what runs in production. */
export const isTest = (path: string): boolean =>
  /(\.(test|fixture)\.tsx?|\/faults\.ts)$|\/testing\//.test(path) || path.startsWith("test/");
