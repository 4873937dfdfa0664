import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../database/handle.ts";
import type { TableShape } from "./tables-in-order.ts";

const page = 2000;

/**
 * The rows of one table in the order of its key, each as the text of one JSON object. The transaction number of an event
 * is left out: it belongs to the cluster, not to the zone.
 */
export async function* rowsOf(tx: Tx, table: TableShape): AsyncGenerator<string[]> {
  const cursor = sql.id(`copy_${table.name}`);
  const order = sql.join(table.key.map((column) => sql.id(column)));
  await sql`DECLARE ${cursor} NO SCROLL CURSOR FOR
    SELECT (to_jsonb(t) - 'xact')::text AS line FROM ${sql.table(table.name)} t ORDER BY ${order}`.execute(
    tx,
  );
  for (;;) {
    const fetched = await sql<{ line: string }>`FETCH ${sql.lit(page)} FROM ${cursor}`.execute(tx);
    if (fetched.rows.length > 0) yield fetched.rows.map((row) => row.line);
    if (fetched.rows.length < page) break;
  }
  await sql`CLOSE ${cursor}`.execute(tx);
}

/** What a table holds: number of rows and SHA-256 over their texts. Equal digests: equal tables. */
export type TableDigest = { table: string; rows: number; digest: string };

/** Digest of one table as {@link rowsOf} gives it. */
export async function digestOf(tx: Tx, table: TableShape): Promise<TableDigest> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const lines of rowsOf(tx, table)) {
    rows += lines.length;
    for (const line of lines) hash.update(line).update("\n");
  }
  return { table: table.name, rows, digest: hash.digest("hex") };
}
