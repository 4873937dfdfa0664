import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { quote } from "../database/migrate.ts";
import { StartError } from "../settings.ts";
import type { TableDigest } from "./rows.ts";
import type { BackupHead } from "./write-backup.ts";

const batch = 1000;

/**
 * Puts a backup into an empty, migrated zone, as owner, whole or not at all.
 * @param known names of the migrations that this program knows: a backup of a newer program is refused.
 * @returns the digests that the backup states, for comparison. @throws StartError when the zone is not empty, the file is
 * cut off or not a backup, or belongs to another version.
 */
export async function restoreBackup(
  owner: pg.ClientBase,
  file: string,
  known: string[],
): Promise<TableDigest[]> {
  const used = await owner.query<{ used: boolean }>(
    "SELECT EXISTS (SELECT 1 FROM event) OR EXISTS (SELECT 1 FROM zone) AS used",
  );
  if (used.rows[0]?.used === true)
    throw new StartError("The zone is not empty: restore only into a new data folder or schema.");
  await owner.query("BEGIN");
  try {
    const digests = await load(owner, file, known);
    await owner.query("SELECT setval('event_seq', coalesce((SELECT max(seq) FROM event), 0) + 1, false)");
    await owner.query("COMMIT");
    return digests;
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
}

async function load(owner: pg.ClientBase, file: string, known: string[]): Promise<TableDigest[]> {
  const source = createReadStream(file);
  const plain = createGunzip();
  source.once("error", (error) => plain.destroy(error)).pipe(plain);
  const lines = createInterface({ input: plain, crlfDelay: Number.POSITIVE_INFINITY });
  const digests: TableDigest[] = [];
  let head: BackupHead | null = null;
  let table: string | null = null;
  let rows: string[] = [];
  const put = async () => {
    if (table !== null && rows.length > 0) await insert(owner, table, rows);
    rows = [];
  };
  try {
    for await (const line of lines) {
      if (head === null) head = headOf(line, known);
      else if (line.startsWith('{"table":')) table = String(JSON.parse(line).table);
      else if (line.startsWith('{"end":')) {
        await put();
        digests.push(JSON.parse(line).end as TableDigest); // as: written by write-backup.ts, its digest is compared afterwards
        table = null;
      } else if (rows.push(line) === batch) await put();
    }
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `The backup ${file} cannot be read (${String(error)}): it is missing, cut off or damaged; take another one.`,
    );
  }
  if (head === null || table !== null)
    throw new StartError(`The backup ${file} is cut off: take another one.`);
  return digests;
}

function headOf(line: string, known: string[]): BackupHead {
  const head = JSON.parse(line) as BackupHead; // as: its format number is checked on the next line
  if (head.format !== 1) throw new StartError("This is not a backup that this program can read.");
  const other = [
    ...head.migrations.filter((name) => !known.includes(name)),
    ...known.filter((name) => !head.migrations.includes(name)),
  ];
  if (other.length > 0) {
    throw new StartError(
      `The backup is of another version (${other[0]} is only on one side): restore it with that version, then upgrade.`,
    );
  }
  return head;
}

async function insert(owner: pg.ClientBase, table: string, rows: string[]): Promise<void> {
  const target = quote(table);
  // Columns that a row leaves out (the transaction number) take their default, so the list of columns is the rows' own.
  const columns = Object.keys(JSON.parse(rows[0] ?? "{}"))
    .map(quote)
    .join(", ");
  await owner.query(
    `INSERT INTO ${target} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${target}, $1::jsonb)`,
    [`[${rows.join(",")}]`],
  );
}
