import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Database } from "../database/handle.ts";
import { keepUpkeep } from "../upkeep/upkeep.ts";
import { writeBackup } from "./write-backup.ts";

export type KeptBackup = { file: string; rows: number; tables: number };

const running = new Map<string, Promise<KeptBackup>>();

/**
 * Backs the zone up into `backups` of the data folder under the name of the moment (machine time). Whoever asks while
 * one is being made gets that one: a backup reads everything, and two would fill the disk for nothing.
 */
export function keepBackup(database: Database, dataDir: string): Promise<KeptBackup> {
  const made = running.get(dataDir) ?? make(database, dataDir).finally(() => running.delete(dataDir));
  running.set(dataDir, made);
  return made;
}

async function make(database: Database, dataDir: string): Promise<KeptBackup> {
  const folder = join(dataDir, "backups");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return backUpInto(database, join(folder, `${new Date().toISOString().replaceAll(/[:.]/g, "-")}.moc.gz`));
}

/** Backs the zone up into one file and remembers it as the last backup. */
export async function backUpInto(database: Database, file: string): Promise<KeptBackup> {
  const { tables } = await writeBackup(database, file);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  await keepUpkeep(database, "backup", { file: basename(file), rows });
  return { file, rows, tables: tables.length };
}
