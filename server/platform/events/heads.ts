import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../database/handle.ts";
import { readHead } from "./seal.ts";
import type { OutsideHead } from "./verify.ts";

const file = "heads.log";

/** Writes the chain's head outside the database, so that a cut-off tail is found: one line `time position hash`. */
export async function keepHead(database: Database, dataDir: string, now: Date): Promise<void> {
  const head = await readHead(database.db);
  if (head.position === 0) return;
  appendFileSync(join(dataDir, file), `${now.toISOString()} ${head.position} ${head.hash.toString("hex")}\n`);
}

/** Heads kept so far; an unfinished last line of a power cut is passed over. */
export function readHeads(dataDir: string): OutsideHead[] {
  const path = join(dataDir, file);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      const match = /^\S+ (\d+) ([0-9a-f]{64})$/.exec(line);
      return match === null ? [] : [{ position: Number(match[1]), hash: String(match[2]) }];
    });
}
