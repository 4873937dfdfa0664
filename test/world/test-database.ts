import { randomBytes } from "node:crypto";
import type { Database } from "@moc/server/platform/database/handle.ts";
import { quote } from "@moc/server/platform/database/migrate.ts";
import { openDatabase, openEmbedded } from "@moc/server/platform/database/open.ts";
import { CompiledQuery, sql } from "kysely";
import pg from "pg";

const appRole = "moc_test_app";

export type TestDatabase = {
  database: Database;
  /** Runs SQL as the owner, past all rights of the application: what an attacker with the server's disk could do. */
  asOwner: (sql: string, values?: unknown[]) => Promise<unknown[]>;
  /** Closes and removes everything. */
  close: () => Promise<void>;
};

/** An empty migrated zone on the engine under test: MOC_TEST_ENGINE is `pglite` (default) or `postgres`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  return process.env.MOC_TEST_ENGINE === "postgres" ? openOnPostgres() : openOnPglite();
}

async function openOnPglite(): Promise<TestDatabase> {
  const schema = "dong_dang";
  const database = await openEmbedded(null, schema);
  return {
    database,
    asOwner: (text, values) =>
      database.transaction(async (tx) => {
        await sql`RESET ROLE`.execute(tx);
        const result = await tx.executeQuery(CompiledQuery.raw(text, values ?? []));
        await sql`SET ROLE moc_app`.execute(tx);
        return result.rows;
      }),
    close: () => database.close(),
  };
}

async function openOnPostgres(): Promise<TestDatabase> {
  const ownerUrl = process.env.MOC_TEST_PG_OWNER_URL;
  if (ownerUrl === undefined)
    throw new Error("MOC_TEST_PG_OWNER_URL is not set: run the suite through npm test");
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    `DO $$ BEGIN CREATE ROLE ${appRole} LOGIN PASSWORD '${appRole}';
     EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
  const zone = `w-${randomBytes(6).toString("hex")}`;
  const appUrl = new URL(ownerUrl);
  appUrl.username = appRole;
  appUrl.password = appRole;
  const database = await openDatabase(
    { dataDir: "", databaseUrl: appUrl.href, databaseMigrateUrl: ownerUrl },
    zone,
  );
  await owner.query(`SET search_path TO ${quote(database.schema)}, moc_ext`);
  return {
    database,
    asOwner: async (text, values) => (await owner.query(text, values)).rows,
    async close() {
      await database.close();
      await owner.query(`DROP SCHEMA ${quote(database.schema)} CASCADE`);
      await owner.end();
    },
  };
}
