import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { rebuildTrips } from "@moc/server/modules/gate/rebuild.ts";
import { openDatabase } from "@moc/server/platform/database/open.ts";
import pg from "pg";
import { type RunningServer, startServer } from "../../test/world/running-server.ts";
import type { Cluster } from "../../tools/postgres-cluster.ts";
import { markOf, readSample, repeat, sealAll } from "./history.ts";
import { type Hands, playSample } from "./play.ts";
import { fillQueue, reachMorning } from "./trucks.ts";

/** Connections of the application's role and of the owner to a cluster. */
export type Place = { app: string; owner: string; folder: string };

/** Makes the application's role on a new cluster. */
export function placeOn(cluster: Cluster, folder: string): Place {
  const role = "CREATE ROLE app LOGIN PASSWORD 'app'";
  const made = spawnSync(join(cluster.binaries, "psql"), [cluster.url, "-c", role]);
  if (made.status !== 0) {
    throw new Error(`the application's role could not be made: ${made.stderr.toString()}`);
  }
  const app = new URL(cluster.url);
  app.username = "app";
  app.password = "app";
  return { app: app.href, owner: cluster.url, folder };
}

/** Starts the real server on the cluster, in demonstration, without the simulated field. */
export function serverOn({ app, owner, folder }: Place): Promise<RunningServer> {
  return startServer({
    DATA_DIR: folder,
    MOC_FIELD: "0",
    MOC_DEMO: "1",
    MOC_SECRET: "a secret of the bench, 32 characters or more",
    DATABASE_URL: app,
    DATABASE_MIGRATE_URL: owner,
  });
}

async function handsOf(server: RunningServer): Promise<Hands> {
  const clock = await server.device("demo:clock");
  const dispatcher = await server.signIn("dieu-do");
  return {
    firm: await server.signIn("doanh-nghiep"),
    barrier: await server.device("arrival_signal:barrier"),
    position: await server.device("arrival_signal:position"),
    dispatcher,
    border_guard: await server.signIn("bien-phong"),
    customs: await server.signIn("hai-quan"),
    health_quarantine: await server.signIn("kiem-dich-y-te"),
    plant_quarantine: await server.signIn("kiem-dich-thuc-vat"),
    pass: async (minutes) => {
      const { now } = await dispatcher.platform.readClock({});
      const to = new Date(Date.parse(now) + minutes * 60_000).toISOString();
      await clock.platform.advanceClock({ to });
    },
  };
}

export type Filled = { trips: number; events: number; rebuiltMs: number };

/** Opens the zone's database beside no server, as the application's role. */
export function databaseOf({ app, owner, folder }: Place) {
  return openDatabase({ dataDir: folder, databaseUrl: app, databaseMigrateUrl: owner }, "dong-dang");
}

/**
 * Fills an empty zone with trips and their whole history: a sample is played through the real commands over HTTP, the
 * read models made anew from the log are compared by digest with those that the commands wrote, the sample is repeated
 * in the log, and the read models are made from all of it.
 */
export async function fillZone(place: Place, trips: number, say: (line: string) => void): Promise<Filled> {
  const size = Math.min(200, trips);
  const server = await serverOn(place);
  await reachMorning(server);
  const hands = await handsOf(server);
  const database = await databaseOf(place);
  try {
    await sealAll(database);
    const mark = await markOf(database.db);
    await playSample(hands, { trips: size, first: 0, atOnce: 4 });
    await server.stop();
    const sample = await readSample(database.db, mark, size / 2);
    await sealAll(database);
    const played = await rebuildTrips({ database });
    if (played.before !== played.after)
      throw new Error("the read models of the sample are not those of its log");
    say(`${size} trips played in ${sample.events.length} events; their read models are those of the log`);
    const written = await repeat(database, sample, Math.round(trips / size) - 1, (k) => {
      if (k % 100 === 0) say(`${k * size} trips repeated`);
    });
    await sealAll(database);
    say(`${written} more events are sealed`);
    const from = performance.now();
    const { folded } = await rebuildTrips({ database });
    const rebuiltMs = performance.now() - from;
    say(`read models made from ${folded} events at ${Math.round(folded / (rebuiltMs / 1000))} events/s`);
    return { trips, events: folded, rebuiltMs };
  } finally {
    await database.close();
    await server.stop();
    await tidy(place);
  }
}

/** Fills an empty zone with waiting trucks: some come through the real commands, the others repeat them. */
export async function fillWaiting(place: Place, count: number, say: (line: string) => void): Promise<void> {
  const size = Math.min(20, count);
  const server = await serverOn(place);
  await reachMorning(server);
  const { pass } = await handsOf(server);
  const database = await databaseOf(place);
  try {
    const mark = await markOf(database.db);
    await pass(1);
    await fillQueue(server, size);
    await pass(1);
    await server.stop();
    await repeat(database, await readSample(database.db, mark, size), Math.ceil(count / size) - 1);
    await sealAll(database);
    await rebuildTrips({ database });
    say(`${count} trucks wait`);
  } finally {
    await database.close();
    await server.stop();
    await tidy(place);
  }
}

/** What autovacuum does in the hours in which a zone fills. */
async function tidy({ owner }: Place): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  await client.query("VACUUM ANALYZE");
  await client.end();
}
