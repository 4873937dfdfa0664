import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "../tools/postgres-cluster.ts";
import { decisionsOn } from "./gate/decisions.ts";
import { hire, type Staff } from "./gate/staff.ts";
import { fillQueue, fillYard, reachMorning, route } from "./gate/trucks.ts";
import { fillZone, type Place, placeOn, serverOn } from "./gate/zone.ts";
import { compare, type Measured } from "./measure.ts";
import { type Load, openLoad } from "./open-load.ts";
import { option } from "./option.ts";

const windowSeconds = 5;
const pairs = 7;
/** Queue reads, searches and decisions a second, as gate.md states the load. */
const rates = { reads: 100, searches: 50, decisions: 20 };
// Every truck in the yard gives five decisions or more, and one decision in six calls a truck instead.
const inYard = Math.ceil((rates.decisions * windowSeconds * (pairs + 1)) / 5);

/**
 * p95 of the gate's daily load from fifty sessions (open model, latency from the moment at which a request should have
 * been sent) beside session-checked reads of one row by its key at the same moments, over HTTP, on durable
 * PostgreSQL. Arguments: `--history N` trips that are over, with their whole history (default 200,000); `--trips N`
 * trucks in the queue (default 600).
 */
export async function run(args: string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "moc-bench-"));
  const cluster = await startCluster({ durable: true });
  try {
    const place = placeOn(cluster, folder);
    const history = option(args, "--history", 200_000);
    if (history > 0) await fillZone(place, history, say);
    return await measureGate(place, option(args, "--trips", 600));
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts the server on a zone, brings `waiting` trucks into its queue and measures the load. */
export async function measureGate(place: Place, waiting: number): Promise<Measured> {
  const server = await serverOn(place);
  try {
    await reachMorning(server);
    const staff = await hire(server);
    say("fifty sessions are signed in");
    await fillQueue(server, waiting + inYard, say);
    const loads = gateLoads(staff, decisionsOn(await fillYard(server, inYard), route, staff));
    // In the same rhythm: three requests of one moment wait for each other, whatever they ask.
    const reference = Object.values(rates).map((rate) => ({ ...keyRead(staff), rate }));
    say("the load begins");
    await openLoad(reference, windowSeconds);
    return await compare({
      name: "gate",
      unit: "ms p95",
      ours: async () => {
        const { p95, byName } = await openLoad(loads, windowSeconds);
        say([...byName].map(([name, { p50, p95: own }]) => `${name} ${ms(p50)} / ${ms(own)}`).join(", "));
        return p95;
      },
      reference: {
        name: "session-checked primary-key read at the same moments",
        run: async () => (await openLoad(reference, windowSeconds)).p95,
      },
      pairs,
      onPair: (index, ours, beside) => say(`pair ${index + 1}: gate ${ms(ours)}, key read ${ms(beside)}`),
    });
  } finally {
    await server.stop();
  }
}

function gateLoads(staff: Staff, decision: Load["task"]): Load[] {
  let searched = 0;
  const read = () => staff("dispatcher").gate.readQueue({ route, direction: "export", limit: 50 });
  const search = () => {
    searched += 1;
    return staff("dispatcher").gate.listTrips({ search: `29H10${searched % 10}`, limit: 20 });
  };
  return [
    { name: "queue reads", task: read, rate: rates.reads },
    { name: "searches", task: search, rate: rates.searches },
    { name: "decisions", task: decision, rate: rates.decisions },
  ];
}

function keyRead(staff: Staff): Omit<Load, "rate"> {
  return { name: "key reads", task: () => staff("dispatcher").identity.readMe() };
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
