import { backUpInto, keepBackup } from "../platform/backup/keep-backup.ts";
import { operand, say, withDatabase } from "./open.ts";

/**
 * `backup [FILE]`: the whole zone into one file; by default into the data folder, named by the time. The embedded
 * database belongs to its server: while that runs, an administrator makes the backup through the API instead.
 */
export async function backup(args: string[]): Promise<void> {
  await withDatabase(async (database, settings) => {
    const wanted = operand(args);
    const kept = await (wanted === undefined
      ? keepBackup(database, settings.dataDir)
      : backUpInto(database, wanted));
    say(args, kept, [`${kept.rows} rows of ${kept.tables} tables are in ${kept.file}.`]);
  });
}
