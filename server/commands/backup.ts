import { keepBackup } from "../platform/backup/keep-backup.ts";
import { writeBackup } from "../platform/backup/write-backup.ts";
import { operand, say, withDatabase } from "./open.ts";

/**
 * `backup [FILE]`: the whole zone into one file; by default into the data folder, named by the time. The embedded
 * database belongs to its server: while that runs, an administrator makes the backup through the API instead.
 */
export async function backup(args: string[]): Promise<void> {
  await withDatabase(async (database, settings) => {
    const wanted = operand(args);
    if (wanted === undefined) {
      const kept = await keepBackup(database, settings.dataDir);
      return say(args, kept, [`${kept.rows} rows of ${kept.tables} tables are in ${kept.file}.`]);
    }
    const { tables } = await writeBackup(database, wanted);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const kept = { file: wanted, rows, tables: tables.length };
    say(args, kept, [`${rows} rows of ${tables.length} tables are in ${wanted}.`]);
  });
}
