import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { appendDurably } from "../../platform/files/append-durably.ts";

export type ErasureGround = "request" | "retention" | "unlawful";
export type Erasure = { person: string; ground: ErasureGround };

const name = "erased.log";
const form = /^\S+ ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (request|retention|unlawful)$/;

/** Adds erasures to the list beside the database: one line `time person ground`, ids alone. Makes the list if need be. */
export function writeErased(folder: string, erasures: readonly Erasure[]): void {
  const now = new Date().toISOString();
  const lines = erasures.map(({ person, ground }) => `${now} ${person} ${ground}\n`);
  appendDurably(join(folder, name), lines.join(""));
}

/**
 * The erasures listed in a folder, each person once; null when there is no list. An unfinished last line of a power cut
 * is passed over: the log still knows of it.
 */
export function readErased(folder: string): Erasure[] | null {
  const path = join(folder, name);
  if (!existsSync(path)) return null;
  const found = new Map<string, Erasure>();
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [, person, ground] = form.exec(line) ?? [];
    if (person !== undefined) found.set(person, { person, ground: ground as ErasureGround }); // as: the form lists them
  }
  return [...found.values()];
}
