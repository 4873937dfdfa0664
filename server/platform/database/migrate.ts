import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";
import { StartError } from "../settings.ts";

export type Migration = { name: string; sql: string };

const folder = new URL("../../migrations/", import.meta.url);

/** The ordered line of migrations that this program knows. */
export function knownMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .toSorted()
    .map((name) => ({ name, sql: readFileSync(new URL(name, folder), "utf8") }));
}

/**
 * Brings the zone's schema up to this program, as owner, under a lock, each migration whole or not at all.
 * @param appRole the role that the application uses; it gets rows, and of append-only tables only SELECT and INSERT.
 * @returns the names applied now. @throws StartError when the schema is newer than the program or was altered.
 */
export async function migrate(
  owner: pg.ClientBase,
  schema: string,
  appRole: string,
  line = knownMigrations(),
): Promise<string[]> {
  const name = quote(schema);
  await owner.query(`CREATE SCHEMA IF NOT EXISTS ${name}; CREATE SCHEMA IF NOT EXISTS moc_ext`);
  await owner.query(`SET search_path TO ${name}, moc_ext`);
  await owner.query(
    "CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
  );
  await owner.query("BEGIN");
  try {
    await owner.query("LOCK TABLE schema_migration IN EXCLUSIVE MODE");
    const applied = await owner.query<{ name: string; hash: string }>(
      "SELECT name, hash FROM schema_migration",
    );
    const due = dueMigrations(line, applied.rows);
    for (const migration of due) {
      await owner.query(migration.sql);
      await owner.query("INSERT INTO schema_migration (name, hash) VALUES ($1, $2)", [
        migration.name,
        hashOf(migration),
      ]);
    }
    await grant(owner, schema, appRole);
    await owner.query("COMMIT");
    return due.map((migration) => migration.name);
  } catch (error) {
    await owner.query("ROLLBACK");
    throw error;
  }
}

function dueMigrations(line: Migration[], applied: { name: string; hash: string }[]): Migration[] {
  const known = new Map(line.map((migration) => [migration.name, hashOf(migration)]));
  for (const row of applied) {
    const hash = known.get(row.name);
    if (hash === undefined) {
      throw new StartError(
        `The database is newer than this program (it has ${row.name}): start a newer version of Mốc.`,
      );
    }
    if (hash !== row.hash) {
      throw new StartError(
        `Migration ${row.name} was changed after it had been applied: restore its text and write a new migration.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.name));
  return line.filter((migration) => !done.has(migration.name));
}

/** SHA-256 of a migration's text. */
export function hashOf(migration: Migration): string {
  return createHash("sha256").update(migration.sql).digest("hex");
}

/** Rights are derived, not listed: a table whose comment begins with "append-only" can be read and added to, no more. */
async function grant(owner: pg.ClientBase, schema: string, appRole: string): Promise<void> {
  const name = quote(schema);
  const role = quote(appRole);
  await owner.query(`GRANT USAGE ON SCHEMA ${name}, moc_ext TO ${role}`);
  await owner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${name} TO ${role}`);
  await owner.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${name} TO ${role}`);
  await owner.query(`REVOKE INSERT, UPDATE, DELETE ON ${name}.schema_migration FROM ${role}`);
  const tables = await owner.query<{ table: string; guarded: boolean }>(
    `SELECT c.relname AS table, EXISTS (
       SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
       WHERE t.tgrelid = c.oid AND t.tgname = 'append_only' AND t.tgenabled = 'O'
         AND p.proname = 'refuse_change' AND p.pronamespace = n.oid) AS guarded
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relkind = 'r' AND obj_description(c.oid, 'pg_class') LIKE 'append-only%'`,
    [schema],
  );
  for (const { table, guarded } of tables.rows) {
    const target = `${name}.${quote(table)}`;
    await owner.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${target} FROM ${role}`);
    // Making it locks the table, and a process that starts must not stand in the way of those that write.
    if (guarded) continue;
    await owner.query(
      `CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${target}
       FOR EACH STATEMENT EXECUTE FUNCTION ${name}.refuse_change()`,
    );
  }
}

/** Quotes an identifier for SQL. */
export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
