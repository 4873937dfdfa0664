import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "@moc/server/platform/database/handle.ts";
import { knownMigrations, quote } from "@moc/server/platform/database/migrate.ts";
import { openDatabase, openEmbedded } from "@moc/server/platform/database/open.ts";
import { sealNext } from "@moc/server/platform/events/seal.ts";
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

let engine: Promise<readonly WebAssembly.Module[]> | undefined;

/** While this process holds the compiled engine, each one that it opens begins with code that is optimised already. */
function keepEngine(): Promise<readonly WebAssembly.Module[]> {
  const folder = dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite"));
  const programs = ["pglite.wasm", "initdb.wasm"].map((file) => readFile(join(folder, file)));
  return Promise.all(programs.map(async (program) => WebAssembly.compile(await program)));
}

async function openOnPglite(): Promise<TestDatabase> {
  engine ??= keepEngine();
  await engine;
  const folder = mkdtempSync(join(tmpdir(), "moc-test-"));
  // A thousand small files: the system's own copy takes a quarter of the time of Node's.
  execFileSync("cp", ["-R", `${await migratedTemplate()}/.`, folder]);
  const database = await openEmbedded(folder, "dong_dang");
  return {
    database,
    // The embedded engine has one connection; its first user owns everything.
    asOwner: (text, values) =>
      database.transaction(async (tx) => {
        await sql`RESET ROLE`.execute(tx);
        const result = await tx.executeQuery(CompiledQuery.raw(text, values ?? []));
        await sql`SET ROLE moc_app`.execute(tx);
        return result.rows;
      }),
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A data folder with all migrations applied, made once per line of migrations: copying it is ten times faster. */
async function migratedTemplate(): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(knownMigrations())).digest("hex").slice(0, 16);
  const cache = fileURLToPath(new URL("../../node_modules/.cache/moc/", import.meta.url));
  const template = join(cache, `pglite-${hash}`);
  if (existsSync(template)) return template;
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(cache, "making-"));
  const database = await openEmbedded(making, "dong_dang");
  await database.close();
  try {
    renameSync(making, template);
  } catch {
    rmSync(making, { recursive: true, force: true }); // another test file was faster
  }
  return template;
}

/** Seals until nothing is left: on a shared cluster another test's running transaction holds the horizon back. */
export async function sealAll(database: Database): Promise<void> {
  for (;;) {
    await database.transaction((tx) => sealNext(tx));
    const { rows } = await sql<{ left: boolean }>`
      SELECT EXISTS (SELECT 1 FROM event e WHERE NOT EXISTS (SELECT 1 FROM event_seal s WHERE s.seq = e.seq)) AS left`.execute(
      database.db,
    );
    if (rows[0]?.left !== true) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
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
