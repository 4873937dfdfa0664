import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { readErased, writeErased } from "../modules/identity/index.ts";
import { ownZone } from "../modules/registry/index.ts";
import { restoreBackup } from "../platform/backup/restore-backup.ts";
import { digestOf, type TableDigest } from "../platform/backup/rows.ts";
import { tablesInOrder } from "../platform/backup/tables-in-order.ts";
import type { Database } from "../platform/database/handle.ts";
import { knownMigrations } from "../platform/database/migrate.ts";
import { asOwner } from "../platform/database/open.ts";
import { keepRestored } from "../platform/events/heads.ts";
import { type Verdict, verifyLog } from "../platform/events/verify.ts";
import { makeDataDir, readSettings, type Settings, StartError } from "../platform/settings.ts";
import { say, withDatabase, withZone } from "./open.ts";

/**
 * `restore [--erased DIR] FILE`: into an empty zone; compares every table's digest and verifies the log. Ends by erasing
 * again whoever was erased since, by the lists of the erased beside the backup, in the data folder and in DIR.
 */
export async function restore(args: string[]): Promise<void> {
  const { file, folders } = read(args);
  const settings = readSettings(process.env);
  const listed = carryErased(settings, [dirname(file), dirname(dirname(file)), ...folders]);
  const known = knownMigrations().map((migration) => migration.name);
  const stated = await asOwner(settings, (await ownZone(settings.pack)).key, (owner) =>
    restoreBackup(owner, file, known),
  );
  const verdict = await withDatabase(async (database) => {
    const checked = await compare(database, stated);
    await keepRestored(database, settings.dataDir, new Date());
    return checked;
  });
  const erasedAgain = await withZone((zone) => zone.identity.keepErased());
  if (!listed) {
    process.stderr.write(
      "No list of erased persons (erased.log) was found: whoever was erased after this backup can be read again. Start once with that list in the data folder.\n",
    );
  }
  say(args, { tables: stated, verdict, erasedAgain }, [
    `Restored and verified: ${verdict.checked} sealed events; ${erasedAgain} persons erased again.`,
  ]);
}

function read(args: string[]): { file: string; folders: string[] } {
  const options = { erased: { type: "string", multiple: true }, json: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file] = positionals;
    if (file !== undefined) return { file, folders: values.erased ?? [] };
  } catch {
    // falls through to the one sentence that mends every wrong use
  }
  throw new StartError("restore needs a backup: npm run -s moc -- restore [--erased DIR] FILE.");
}

/** Brings the lists of the erased into the data folder before anything is restored. @returns whether there was any. */
function carryErased({ dataDir }: Settings, folders: readonly string[]): boolean {
  makeDataDir(dataDir);
  const own = readErased(dataDir);
  const there = new Set(own?.map(({ person }) => person));
  const lists = folders.map(readErased).filter((list) => list !== null);
  const missing = new Map(
    lists.flat().flatMap((one) => (there.has(one.person) ? [] : [[one.person, one] as const])),
  );
  if (missing.size > 0) writeErased(dataDir, [...missing.values()]);
  return own !== null || lists.length > 0;
}

/** @throws StartError when a table is not what was backed up, or the log does not hold. */
async function compare(database: Database, stated: TableDigest[]): Promise<Verdict> {
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
  if (verdict.ok) return verdict;
  throw new StartError(`The restored log does not hold at position ${verdict.fault?.position}.`);
}
