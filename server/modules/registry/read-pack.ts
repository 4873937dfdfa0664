import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import { checkPack } from "./check-pack.ts";
import { readPackFile } from "./pack-file.ts";
import { type PackSources, readSources, sourcesFile } from "./pack-sources.ts";

/** One file of a pack: its path inside the pack and its text. */
export type PackFile = { path: string; text: string };

/** What is wrong in a pack and where: `routes.yaml:12: gate: no row has this key`. */
export type PackFault = { file: string; line: number; field: string; message: string };

/** One version as the pack states it, with where it stands. */
export type PackRow = RecordedVersion & { file: string; line: number };

/** Rows of a pack, or what is wrong with it. With faults the rows are not to be used. */
export type Pack = { rows: PackRow[]; faults: PackFault[] };

/** Reads a pack from the texts of its files. Pure: the caller reads the folder. */
export function readPack(files: readonly PackFile[]): Pack {
  const sources: PackSources = new Map();
  const faults: PackFault[] = [];
  for (const file of files.filter(isSources)) faults.push(...readSources(file, sources));
  const rows: PackRow[] = [];
  for (const file of files.filter((other) => !isSources(other))) {
    const read = readPackFile(file, sources);
    rows.push(...read.rows);
    faults.push(...read.faults);
  }
  if (faults.length === 0) faults.push(...checkPack(rows));
  return { rows, faults };
}

function isSources(file: PackFile): boolean {
  return file.path === sourcesFile;
}

export function faultText(fault: PackFault): string {
  return `${fault.file}:${fault.line}: ${fault.field}: ${fault.message}`;
}
