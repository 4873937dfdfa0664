import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rebuildTrips } from "@moc/server/modules/gate/rebuild.ts";
import pg from "pg";
import { startCluster } from "../tools/postgres-cluster.ts";
import { databaseOf, fillZone, placeOn } from "./gate/zone.ts";
import { compare, type Measured } from "./measure.ts";
import { option } from "./option.ts";

const models = ["gate_trip", "gate_transfer", "gate_queue", "gate_queue_change"];

/**
 * Events folded a second while the gate's read models are made anew from the log into empty tables, the last digest
 * included, beside COPY of the very rows that come out of it into empty tables with the same indexes, in events a second
 * too; equal digests, durable PostgreSQL. Argument: `--history N` trips with their whole history (default 20,000).
 */
export async function run(args: string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "moc-bench-"));
  const cluster = await startCluster({ durable: true });
  const place = placeOn(cluster, folder);
  const { events } = await fillZone(place, option(args, "--history", 20_000), say);
  const database = await databaseOf(place);
  const owner = new pg.Client({ connectionString: place.owner });
  await owner.connect();
  try {
    const files = await copyOut(owner);
    const { after: standing } = await rebuildTrips({ database });
    say("the rebuilds begin");
    return await compare({
      name: "rebuild",
      unit: "events/s",
      ours: async () => {
        for (const table of models) await owner.query(`TRUNCATE dong_dang.${table}`);
        const from = performance.now();
        const { folded, after } = await rebuildTrips({ database });
        if (after !== standing) throw new Error("the rebuilt read models are not the stored ones");
        return folded / ((performance.now() - from) / 1000);
      },
      reference: { name: "COPY of the same rows", run: async () => events / (await copyIn(owner, files)) },
      onPair: (index, ours, copy) =>
        say(`pair ${index + 1}: rebuild ${ours.toFixed(0)} events/s, COPY ${copy.toFixed(0)} events/s`),
    });
  } finally {
    await owner.end();
    await database.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes every read model to a file of the server and makes an empty table like it, in a schema of its own. */
async function copyOut(owner: pg.Client): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ folder: string }>(
    "SELECT current_setting('data_directory') AS folder",
  );
  const files = new Map(models.map((table) => [table, join(rows[0]?.folder ?? "", `${table}.copy`)]));
  await owner.query("CREATE SCHEMA copied");
  for (const [table, file] of files) {
    await owner.query(`COPY dong_dang.${table} TO '${file}'`);
    await owner.query(`CREATE TABLE copied.${table} (LIKE dong_dang.${table} INCLUDING ALL)`);
  }
  return files;
}

/** @returns seconds that COPY took into the empty tables, in one transaction */
async function copyIn(owner: pg.Client, files: ReadonlyMap<string, string>): Promise<number> {
  for (const table of files.keys()) await owner.query(`TRUNCATE copied.${table}`);
  const from = performance.now();
  await owner.query("BEGIN");
  for (const [table, file] of files) await owner.query(`COPY copied.${table} FROM '${file}'`);
  await owner.query("COMMIT");
  return (performance.now() - from) / 1000;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
