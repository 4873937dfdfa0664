import pg from "pg";
import { makeDataDir, type Settings, StartError } from "../settings.ts";
import { type EmbeddedServer, startEmbedded } from "./embedded.ts";
import { hasRoom } from "./free-space.ts";
import { type Database, openHandle } from "./handle.ts";
import { migrate, quote } from "./migrate.ts";

type Place = Pick<Settings, "dataDir" | "databaseUrl" | "databaseMigrateUrl">;

// The application's role in the embedded engine; on PostgreSQL it is the user of DATABASE_URL.
const embeddedRole = "moc_app";

/** Opens and migrates the zone's database: embedded in DATA_DIR, or PostgreSQL when DATABASE_URL is set. */
export async function openDatabase(place: Place, zone: string): Promise<Database> {
  const schema = zone.replaceAll("-", "_");
  if (place.databaseUrl !== null) return openPostgres(place.databaseUrl, place.databaseMigrateUrl, schema);
  makeDataDir(place.dataDir);
  return openEmbedded(place.dataDir, schema);
}

/**
 * Runs work as the owner of the zone's migrated tables: restoring, never the daily application.
 * @throws StartError without an owner's address on PostgreSQL.
 */
export async function asOwner<Result>(
  place: Place,
  zone: string,
  work: (owner: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const schema = zone.replaceAll("-", "_");
  if (place.databaseUrl === null) {
    makeDataDir(place.dataDir);
    const server = await startEmbedded(place.dataDir);
    try {
      return await withOwner(embeddedAddress(server), schema, embeddedRole, work);
    } finally {
      await server.stop();
    }
  }
  if (place.databaseMigrateUrl === null) {
    throw new StartError("This needs the owner's address of the database: set DATABASE_MIGRATE_URL.");
  }
  const appRole = new URL(place.databaseUrl).username;
  return withOwner({ connectionString: place.databaseMigrateUrl }, schema, appRole, work);
}

function embeddedAddress(server: EmbeddedServer): pg.ClientConfig {
  return { host: server.socketFolder, port: server.port, user: "postgres", database: "postgres" };
}

/** Connects as owner, brings the schema up to this program, and does the work. */
async function withOwner<Result>(
  address: pg.ClientConfig,
  schema: string,
  appRole: string,
  work: (owner: pg.ClientBase) => Promise<Result>,
): Promise<Result> {
  const owner = new pg.Client(address);
  await owner.connect().catch((error: Error) => {
    throw new StartError(
      `The database cannot be reached as owner (${error.message}): start PostgreSQL or correct DATABASE_MIGRATE_URL.`,
    );
  });
  try {
    // Two processes that start at once wait for each other here; the lock goes with the connection.
    await owner.query("SELECT pg_advisory_lock(1119, 1120)");
    if (appRole === embeddedRole) {
      await owner.query(
        `DO $$ BEGIN CREATE ROLE ${embeddedRole} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
      );
    }
    await owner.query("CREATE SCHEMA IF NOT EXISTS moc_ext");
    await owner.query("CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA moc_ext");
    await migrate(owner, schema, appRole);
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Opens the embedded engine. @param folder null keeps all in memory, for tests. */
export async function openEmbedded(folder: string | null, schema: string): Promise<Database> {
  const server = await startEmbedded(folder);
  try {
    await withOwner(embeddedAddress(server), schema, embeddedRole, async () => undefined);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return openHandle({
    engine: "pglite",
    schema,
    pool: { ...embeddedAddress(server), max: 1, idleTimeoutMillis: 0 },
    afterConnect: `SET search_path TO ${quote(schema)}, moc_ext; SET TIME ZONE 'UTC'; SET ROLE ${embeddedRole}`,
    ...(folder !== null && { hasRoom: () => hasRoom(folder) }),
    onClose: () => server.stop(),
  });
}

/**
 * Whoever waits for an answer sends nothing: that the other machine is gone he would never learn, and the sealer would
 * wait for ever. The operating system asks it after so long a silence (ms), and ends the connection when nothing answers.
 */
const heartbeat = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** Opens PostgreSQL: migrates as owner, then works as the application's role, which cannot change the log. */
async function openPostgres(appUrl: string, ownerUrl: string | null, schema: string): Promise<Database> {
  if (ownerUrl !== null) {
    await withOwner({ connectionString: ownerUrl }, schema, new URL(appUrl).username, async () => undefined);
  }
  const database = openHandle({
    engine: "postgres",
    schema,
    pool: { connectionString: appUrl, max: 10, connectionTimeoutMillis: 10_000, ...heartbeat },
    pipelined: 12,
    afterConnect: `SET search_path TO ${quote(schema)}, moc_ext; SET TIME ZONE 'UTC'`,
  });
  try {
    await refusePowerOverLog(appUrl, schema);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** @throws StartError when the application's role could rewrite the log, or the schema is missing. */
async function refusePowerOverLog(appUrl: string, schema: string): Promise<void> {
  const app = new pg.Client({ connectionString: appUrl });
  await app.connect().catch((error: Error) => {
    throw new StartError(
      `DATABASE_URL cannot be reached (${error.message}): start PostgreSQL or correct the address.`,
    );
  });
  try {
    const answer = await app.query<{ there: boolean; power: boolean | null }>(
      `SELECT to_regclass($1) IS NOT NULL AS there,
              (SELECT bool_or(has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE')
                              OR has_any_column_privilege(c.oid, 'UPDATE') OR pg_has_role(c.relowner, 'MEMBER'))
               FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE n.nspname = $2 AND c.relkind = 'r'
                 AND obj_description(c.oid, 'pg_class') LIKE 'append-only%') AS power`,
      [`${quote(schema)}.event`, schema],
    );
    const row = answer.rows[0];
    if (row?.there !== true) {
      throw new StartError(
        "The database has no tables of this zone: set DATABASE_MIGRATE_URL to the owner's address, or run the verb migrate once.",
      );
    }
    if (row.power === true) {
      throw new StartError(
        "The user of DATABASE_URL could change the log: use a role that owns nothing, and give the owner's address in DATABASE_MIGRATE_URL.",
      );
    }
  } finally {
    await app.end();
  }
}
