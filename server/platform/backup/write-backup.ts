import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql } from "kysely";
import type { Database, Tx } from "../database/handle.ts";
import { readHead } from "../events/seal.ts";
import { rowsOf, type TableDigest } from "./rows.ts";
import { tablesInOrder } from "./tables-in-order.ts";

/** First line of a backup. */
export type BackupHead = { format: 1; schema: string; migrations: string[]; position: number; head: string };

/**
 * Writes the whole zone, as it is at one moment, into `file` (gzip, one JSON text a line: head, then per table its name,
 * rows, and digest). The file appears under its name only when it is whole.
 */
export async function writeBackup(database: Database, file: string): Promise<{ tables: TableDigest[] }> {
  const tables: TableDigest[] = [];
  const part = `${file}.part`;
  try {
    await database.transaction(async (tx) => {
      await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`.execute(tx);
      const lines = Readable.from(content(tx, database.schema, tables));
      await pipeline(lines, createGzip({ level: 6 }), createWriteStream(part, { mode: 0o600, flush: true }));
    });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }); // half a backup is none, and the disk may be what failed
    throw error;
  }
  return { tables };
}

async function* content(tx: Tx, schema: string, tables: TableDigest[]): AsyncGenerator<string> {
  const migrations = await tx.selectFrom("schema_migration").select("name").orderBy("name").execute();
  const { position, hash } = await readHead(tx);
  const head: BackupHead = {
    format: 1,
    schema,
    migrations: migrations.map((row) => row.name),
    position,
    head: hash.toString("hex"),
  };
  yield `${JSON.stringify(head)}\n`;
  for (const table of await tablesInOrder(tx)) {
    yield `${JSON.stringify({ table: table.name })}\n`;
    const digest = createHash("sha256");
    let rows = 0;
    for await (const lines of rowsOf(tx, table)) {
      rows += lines.length;
      const text = `${lines.join("\n")}\n`;
      digest.update(text);
      yield text;
    }
    const told: TableDigest = { table: table.name, rows, digest: digest.digest("hex") };
    tables.push(told);
    yield `${JSON.stringify({ end: told })}\n`;
  }
}
