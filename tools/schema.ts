// A database built fresh equals one that was upgraded: `node tools/schema.ts` upgrades the pinned state and compares,
// `--pin` makes the state of today the pinned one (when a version is given out).
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded } from "../server/platform/database/embedded.ts";
import { hashOf, knownMigrations, type Migration, migrate } from "../server/platform/database/migrate.ts";
import { catalogueOf } from "./catalogue.ts";

const path = join(import.meta.dirname, "pinned-schema.json");
const role = "moc_app";

/** A state that was given out: which migrations made it, and what the database was then. */
export type Pinned = { migrations: { name: string; hash: string }[]; catalogue: string[] };

const last = (one: string | undefined) => one ?? "nothing";

/** What differs, at most ten lines of each side. */
function difference(what: string, one: readonly string[], other: readonly string[]): string[] {
  const lacking = one.filter((line) => !other.includes(line)).slice(0, 10);
  const extra = other.filter((line) => !one.includes(line)).slice(0, 10);
  return [...lacking.map((line) => `${what}: lacks ${line}`), ...extra.map((line) => `${what}: has ${line}`)];
}

/** Runs work as the owner of an embedded database in memory, with the application's role in it. */
async function inMemory<Result>(work: (owner: pg.Client) => Promise<Result>): Promise<Result> {
  const server = await startEmbedded(null);
  const owner = new pg.Client({
    host: server.socketFolder,
    port: server.port,
    user: "postgres",
    database: "postgres",
  });
  try {
    await owner.connect();
    await owner.query(`CREATE ROLE ${role} NOLOGIN`);
    await owner.query("CREATE SCHEMA moc_ext; CREATE EXTENSION btree_gist SCHEMA moc_ext");
    return await work(owner);
  } finally {
    await owner.end();
    await server.stop();
  }
}

async function build(owner: pg.Client, ...lines: Migration[][]): Promise<string[]> {
  await owner.query("DROP SCHEMA IF EXISTS built CASCADE");
  for (const line of lines) await migrate(owner, "built", role, line);
  return catalogueOf(owner, "built");
}

/** Why an upgraded database would not be a fresh one, or why the pinned state is no longer what was given out. */
export async function schemaFaults(pinned: Pinned, line: Migration[]): Promise<string[]> {
  const hashes = new Map(line.map((migration) => [migration.name, hashOf(migration)]));
  const changed = pinned.migrations.filter(({ name, hash }) => hashes.get(name) !== hash);
  if (changed.length > 0)
    return changed.map(
      ({ name }) => `${name} was given out and is now changed or gone: write a new migration`,
    );
  const names = new Set(pinned.migrations.map(({ name }) => name));
  const old = line.filter(({ name }) => names.has(name));
  return inMemory(async (owner) => {
    const before = await build(owner, old);
    const upgraded = await build(owner, old, line);
    const fresh = await build(owner, line);
    return [
      ...difference(`the pinned state (to ${last(old.at(-1)?.name)})`, pinned.catalogue, before),
      ...difference("upgraded, beside fresh,", fresh, upgraded),
    ];
  });
}

export async function pinOf(line: Migration[]): Promise<Pinned> {
  const migrations = line.map((migration) => ({ name: migration.name, hash: hashOf(migration) }));
  return { migrations, catalogue: await inMemory((owner) => build(owner, line)) };
}

if (import.meta.main) {
  if (process.argv[2] === "--pin") {
    writeFileSync(path, `${JSON.stringify(await pinOf(knownMigrations()), null, 2)}\n`);
  } else {
    const faults = await schemaFaults(JSON.parse(readFileSync(path, "utf8")), knownMigrations());
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  }
}
