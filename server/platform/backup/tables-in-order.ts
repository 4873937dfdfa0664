import { sql } from "kysely";
import type { Db, Tx } from "../database/handle.ts";

export type TableShape = { name: string; key: string[] };

/** Every table of the zone with its primary key; a table comes after those that its foreign keys point to. */
export async function tablesInOrder(db: Db | Tx): Promise<TableShape[]> {
  const tables = await sql<{ name: string; key: string[] }>`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY k.place) AS key
    FROM pg_class c
    JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
    CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migration'
    GROUP BY c.relname ORDER BY c.relname`.execute(db);
  const edges = await sql<{ child: string; parent: string }>`
    SELECT DISTINCT child.relname AS child, parent.relname AS parent FROM pg_constraint f
    JOIN pg_class child ON child.oid = f.conrelid JOIN pg_class parent ON parent.oid = f.confrelid
    WHERE f.contype = 'f' AND f.connamespace = current_schema()::regnamespace AND f.conrelid <> f.confrelid`.execute(
    db,
  );
  const left = new Map(tables.rows.map((table) => [table.name, table]));
  const ordered: TableShape[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(
      (table) => !edges.rows.some((edge) => edge.child === table.name && left.has(edge.parent)),
    );
    if (free.length === 0) throw new Error(`foreign keys of ${[...left.keys()].join(", ")} form a cycle`);
    for (const table of free) {
      ordered.push(table);
      left.delete(table.name);
    }
  }
  return ordered;
}
