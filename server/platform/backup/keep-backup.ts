import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "../database/handle.ts";
import { backupFolder } from "./latest-backup.ts";
import { writeBackup } from "./write-backup.ts";

/** Backs the zone up into the data folder under the name of the moment (machine time). @returns the file and its rows. */
export async function keepBackup(
  database: Database,
  dataDir: string,
): Promise<{ file: string; rows: number; tables: number }> {
  const folder = backupFolder(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${new Date().toISOString().replaceAll(/[:.]/g, "-")}.moc.gz`);
  const { tables } = await writeBackup(database, file);
  return { file, rows: tables.reduce((sum, table) => sum + table.rows, 0), tables: tables.length };
}
