import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { openEmbedded } from "../server/platform/database/open.ts";

/** Writes the database's types as they stand after all migrations: `node tools/write-tables.ts`. */
export const target = fileURLToPath(new URL("../server/platform/database/tables.ts", import.meta.url));

const types: Record<string, string> = {
  int2: "number",
  int4: "number",
  int8: "number",
  numeric: "number",
  float8: "number",
  bool: "boolean",
  text: "string",
  uuid: "string",
  bytea: "Buffer",
  date: "string",
  timestamptz: "Date",
  xid8: "string",
  daterange: "string",
  tstzrange: "string",
};

type Column = { table: string; name: string; type: string; nullable: boolean; filled: boolean };

function columnType({ type, nullable, filled }: Column): string {
  const list = type.startsWith("_");
  const element = list ? type.slice(1) : type;
  if (element === "jsonb") return nullable || filled ? "OptionalJson" : "Json";
  const base = types[element] ?? fail(`no TypeScript type is known for ${type}`);
  const read = `${base}${list ? "[]" : ""}${nullable ? " | null" : ""}`;
  return filled ? `Generated<${read}>` : read;
}

function fail(message: string): never {
  throw new Error(message);
}

/** The text of tables.ts for a freshly migrated zone. */
export async function describeTables(): Promise<string> {
  const database = await openEmbedded(null, "described");
  const columns = await sql<Column>`
    SELECT c.relname AS table, a.attname AS name, t.typname AS type, NOT a.attnotnull AS nullable,
           (a.atthasdef OR a.attidentity <> '') AS filled
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'v')
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'described'
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY c.relname, a.attnum`.execute(database.db);
  await database.close();
  const tables = Map.groupBy(columns.rows, (column) => column.table);
  const blocks = [...tables].map(
    ([table, own]) =>
      `  ${table}: {\n${own.map((column) => `    ${column.name}: ${columnType(column)};`).join("\n")}\n  };`,
  );
  return [
    "// Written by tools/write-tables.ts from the migrated database; do not edit.",
    'import type { ColumnType, Generated as Filled } from "kysely";',
    "",
    "type Generated<T> = Filled<T>;",
    "/** jsonb: read as parsed, written as text. */",
    "type Json = ColumnType<unknown, string, string>;",
    "type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>;",
    "",
    "export type Tables = {",
    ...blocks,
    "};",
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(target, await describeTables());
  execFileSync("biome", ["format", "--write", target], { stdio: "inherit" });
}
