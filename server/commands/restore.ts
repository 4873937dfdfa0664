import { restoreBackup } from "../platform/backup/restore-backup.ts";
import { digestOf } from "../platform/backup/rows.ts";
import { tablesInOrder } from "../platform/backup/tables-in-order.ts";
import { knownMigrations } from "../platform/database/migrate.ts";
import { asOwner } from "../platform/database/open.ts";
import { verifyLog } from "../platform/events/verify.ts";
import { readSettings, StartError } from "../platform/settings.ts";
import { operand, ownZone, say, withDatabase } from "./open.ts";

/** `restore FILE`: into an empty zone; ends by comparing every table's digest and verifying the log. */
export async function restore(args: string[]): Promise<void> {
  const file = operand(args);
  if (file === undefined)
    throw new StartError("restore needs the file of a backup: npm run -s moc -- restore FILE.");
  const known = knownMigrations().map((migration) => migration.name);
  const stated = await asOwner(readSettings(process.env), ownZone.key, (owner) =>
    restoreBackup(owner, file, known),
  );
  await withDatabase(async (database) => {
    for (const table of await tablesInOrder(database.db)) {
      const now = await database.transaction((tx) => digestOf(tx, table));
      const before = stated.find((one) => one.table === table.name);
      if (before !== undefined && before.digest !== now.digest) {
        throw new StartError(
          `Table ${table.name} is not what was backed up (${now.rows} rows, ${before.rows} before).`,
        );
      }
    }
    const verdict = await verifyLog(database.db, []);
    if (!verdict.ok)
      throw new StartError(`The restored log does not hold at position ${verdict.fault?.position}.`);
    say(args, { tables: stated, verdict }, [`Restored and verified: ${verdict.checked} sealed events.`]);
  });
}
