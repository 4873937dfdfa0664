import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { PackFile } from "./read-pack.ts";

/** Rows below this folder of a pack are illustrative: a demonstration loads them, a live zone never does. */
const demoFolder = "demo/";

/**
 * The texts of a pack's YAML files, in the order of their paths. Throws what the file system throws when the folder is
 * missing or unreadable.
 */
export async function readPackFolder(folder: string, mode: "demo" | "live"): Promise<PackFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => mode === "demo" || !path.startsWith(demoFolder))
    .toSorted();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(folder, path), "utf8") })));
}
