import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportDeclaration } from "../test/world/declaration.ts";
import { type RunningServer, startServer } from "../test/world/running-server.ts";
import { type Cluster, startCluster } from "../tools/postgres-cluster.ts";
import { compare, type Measured } from "./measure.ts";
import { openLoad, type Task } from "./open-load.ts";

const route = "1119-1120";
const windowSeconds = 4;
/** The load of the gate: queue reads, searches and decisions a second, as gate.md states it. */
const rates = { reads: 100, searches: 50, decisions: 20 };

/**
 * p95 of the gate's daily load (open model, latency from the moment at which a request should have been sent) beside a
 * session-checked read of one row by its key at the same total rate, over HTTP, on durable PostgreSQL.
 * Argument: `--trips N` waiting trucks (default 600), `--share S` part of the full rate (default 1).
 */
export async function run(args: string[]): Promise<Measured> {
  const waiting = option(args, "--trips", 600);
  const share = option(args, "--share", 1);
  const folder = mkdtempSync(join(tmpdir(), "moc-bench-"));
  const cluster = await startCluster({ durable: true });
  const server = await startOn(cluster, folder);
  try {
    const trips = await fill(server, waiting);
    const gate = await gateTasks(server, trips);
    const reference = await referenceTask(server);
    const total = (rates.reads + rates.searches + rates.decisions) * share;
    return await compare({
      name: "gate",
      unit: "ms p95",
      ours: async () => {
        const load = gate.map(({ task, rate }) => ({ task, rate: rate * share }));
        return (await openLoad(load, windowSeconds)).p95;
      },
      reference: {
        name: "session-checked primary-key read at the same rate",
        run: async () => (await openLoad([{ task: reference, rate: total }], windowSeconds)).p95,
      },
      onPair: (index, ours, reference) =>
        say(`pair ${index + 1}: gate ${ours.toFixed(1)} ms, key read ${reference.toFixed(1)} ms`),
    });
  } finally {
    await server.stop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOn(cluster: Cluster, folder: string): Promise<RunningServer> {
  const made = spawnSync(join(cluster.binaries, "psql"), [
    cluster.url,
    "-c",
    "CREATE ROLE app LOGIN PASSWORD 'app'",
  ]);
  if (made.status !== 0)
    throw new Error(`the application's role could not be made: ${made.stderr.toString()}`);
  const app = new URL(cluster.url);
  app.username = "app";
  app.password = "app";
  return startServer({
    DATA_DIR: folder,
    MOC_FIELD: "0",
    MOC_DEMO: "1",
    MOC_SECRET: "a secret of the bench, 32 characters or more",
    DATABASE_URL: app.href,
    DATABASE_MIGRATE_URL: cluster.url,
  });
}

/** Declares export trucks and brings them into the queue by a barrier's and an officer's word. */
async function fill(server: RunningServer, count: number): Promise<string[]> {
  const firm = await server.signIn("doanh-nghiep");
  const guard = await server.signIn("bien-phong");
  const barrier = await server.device("arrival_signal:barrier");
  const trips: string[] = [];
  const one = async () => {
    while (trips.length < count) {
      const command = () => crypto.randomUUID();
      const { trip } = await firm.gate.declareVehicle({
        command: command(),
        declaration: exportDeclaration({ route }),
      });
      trips.push(trip.id);
      const place = "viettel-park";
      await barrier.gate.signalArrival({ command: command(), trip: trip.id, origin: "barrier", place });
      await guard.gate.signalArrival({ command: command(), trip: trip.id, origin: "officer", place });
      if (trips.length % 200 === 0) say(`${trips.length} of ${count} trucks wait`);
    }
  };
  await Promise.all([one(), one(), one(), one()]);
  return trips;
}

async function gateTasks(server: RunningServer, trips: string[]): Promise<{ task: Task; rate: number }[]> {
  const dispatcher = await server.signIn("dieu-do");
  const customs = await server.signIn("hai-quan");
  const health = await server.signIn("kiem-dich-y-te");
  let next = 0;
  const decisions: Task = async () => {
    const trip = trips[next % trips.length] ?? "";
    const hold = Math.floor(next / trips.length) % 2 === 1;
    const [client, check] =
      next % 2 === 0 ? [customs, "customs" as const] : [health, "health_quarantine" as const];
    next += 1;
    const decision = hold ? ("withdraw" as const) : ("pass" as const);
    await client.gate.decideCheck({ command: crypto.randomUUID(), trip, check, decision, reason: "đo" });
  };
  return [
    { task: () => dispatcher.gate.readQueue({ route, direction: "export", limit: 50 }), rate: rates.reads },
    {
      task: () => dispatcher.gate.listTrips({ search: `29H1${next % 10}`, limit: 20 }),
      rate: rates.searches,
    },
    { task: decisions, rate: rates.decisions },
  ];
}

async function referenceTask(server: RunningServer): Promise<Task> {
  const dispatcher = await server.signIn("dieu-do");
  return () => dispatcher.identity.readMe();
}

function option(args: string[], name: string, fallback: number): number {
  const at = args.indexOf(name);
  return at < 0 ? fallback : Number(args[at + 1]);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
