import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { backupFolder } from "../platform/backup/latest-backup.ts";
import { writeBackup } from "../platform/backup/write-backup.ts";
import { operand, say, withDatabase } from "./open.ts";

/** `backup [FILE]`: the whole zone into one file; by default into the data folder, named by the time. */
export async function backup(args: string[]): Promise<void> {
  await withDatabase(async (database, settings) => {
    const folder = backupFolder(settings.dataDir);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stamp = new Date().toISOString().replaceAll(/[:.]/g, "-");
    const file = operand(args) ?? join(folder, `${stamp}.moc.gz`);
    const { tables } = await writeBackup(database, file);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    say(args, { file, rows, tables }, [`${rows} rows of ${tables.length} tables are in ${file}.`]);
  });
}
