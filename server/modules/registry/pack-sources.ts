import { Key } from "@moc/contract/values/ids.ts";
import { z } from "zod";
import { parseYaml } from "./pack-yaml.ts";
import type { PackFault, PackFile } from "./read-pack.ts";

export const sourcesFile = "sources.yaml";

/** Who says it: shared by many rows of a pack. */
const PackSource = z.strictObject({ citation: z.string().min(1), url: z.url().optional() });
export type PackSources = Map<string, z.infer<typeof PackSource>>;

/** Reads `sources.yaml` into `sources`; answers what is wrong with it. */
export function readSources(file: PackFile, sources: PackSources): PackFault[] {
  const yaml = parseYaml(file);
  if (yaml.faults.length > 0) return yaml.faults;
  const parsed = z.record(Key, PackSource).safeParse(yaml.value);
  if (parsed.success) {
    for (const [key, source] of Object.entries(parsed.data)) sources.set(key, source);
    return [];
  }
  return parsed.error.issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    return { file: file.path, line: yaml.lineOf(path), field: path.join("."), message: issue.message };
  });
}
