import { randomUUID } from "node:crypto";
import { confirmReturn } from "@moc/server/modules/gate/confirm-return.ts";
import { crossOut } from "@moc/server/modules/gate/cross-out.ts";
import { decideCheck } from "@moc/server/modules/gate/decide-check.ts";
import { leave } from "@moc/server/modules/gate/leave.ts";
import { openParts } from "@moc/server/modules/gate/open-parts.ts";
import type { GateParts } from "@moc/server/modules/gate/parts.ts";
import { release } from "@moc/server/modules/gate/release.ts";
import type { Gathering } from "@moc/server/platform/stroke.ts";
import { openWorld, type World } from "../test/world/open-world.ts";
import { customs, dispatcher, guard, health, plant } from "../test/world/trips.ts";
import { startCluster } from "../tools/postgres-cluster.ts";
import { several } from "./gate/several.ts";
import { compare, type Measured, median } from "./measure.ts";
import { option } from "./option.ts";
import { preparePgbench, runPgbench } from "./passages/pgbench.ts";
import { restoreYard, stateDigest, yardOfTrips } from "./passages/yard.ts";

const clients = 64;
const pairs = 7;
/** A statement of its own for each passage, however many are on their way; the product gathers what goes beyond a few. */
const singly: Gathering = { alone: clients, most: 1, lanes: 1 };

/**
 * Passages a second through the gate's own use cases, permission check and answer included, without HTTP: the checks of a
 * truck, its release with the fee step, its crossing, return and leaving, each storing state, event and command in one
 * round trip. Beside pgbench's TPC-B on the same durable PostgreSQL with as many clients. The bar is the batched figure;
 * the one of single statements is printed before it. Both end in the same state, by digest. Arguments: `--trips N`
 * (default 4,000), `--seconds N` of each pgbench (default 30).
 */
export async function run(args: string[]): Promise<Measured> {
  const seconds = option(args, "--seconds", 30);
  const cluster = await startCluster({ durable: true, settings: { shared_buffers: "1GB" } });
  Object.assign(process.env, { MOC_TEST_ENGINE: "postgres", MOC_TEST_PG_OWNER_URL: cluster.url });
  const world = await openWorld();
  try {
    const trips = await yardOfTrips(world, option(args, "--trips", 4_000));
    say(`${trips.length} trucks stand in the yard; pgbench makes its tables`);
    preparePgbench(cluster, clients);
    const alone: { singly: number; pgbench: number }[] = [];
    let rateSingly = 0;
    const digests = new Set<string>();
    // Both ways once before: what is measured is a process that has run for a while.
    await passages(world, trips, digests, singly);
    await passages(world, trips, digests);
    say("the passages begin");
    const result = await compare({
      name: "passages",
      unit: "passages/s",
      ours: async () => {
        rateSingly = await passages(world, trips, digests, singly);
        const rate = await passages(world, trips, digests);
        if (digests.size !== 1) throw new Error("batched and single passages end in different states");
        return rate;
      },
      reference: {
        name: `pgbench TPC-B, ${clients} clients`,
        run: () => runPgbench(cluster, clients, seconds),
      },
      pairs,
      onPair: (index, ours, pgbench) => {
        alone.push({ singly: rateSingly, pgbench });
        const rates = [rateSingly, ours, pgbench].map((rate) => rate.toFixed(0));
        say(`pair ${index + 1}: singly, batched, TPC-B a second: ${rates.join(", ")}`);
      },
    });
    const figure = median(alone.map((pair) => pair.singly));
    const ratio = median(alone.map((pair) => pair.singly / pair.pgbench));
    say(JSON.stringify({ ...result, name: "passages singly", figure, ratio }));
    return result;
  } finally {
    await world.close();
    await cluster.stop();
  }
}

const commandsOfWay = 8;

/** Every command that is left to a truck in the yard, in order. */
async function way(parts: GateParts, trip: string): Promise<void> {
  const input = () => ({ command: randomUUID(), trip });
  const pass = (officer: typeof customs, check: string) =>
    decideCheck(parts, officer, { ...input(), check, decision: "pass" });
  await pass(guard, "border_guard_exit");
  await pass(customs, "customs");
  await pass(health, "health_quarantine");
  await pass(plant, "plant_quarantine");
  await release(parts, dispatcher, input());
  await crossOut(parts, guard, input());
  await confirmReturn(parts, guard, input());
  await leave(parts, guard, input());
}

/** @returns passages a second, from the first command to the last answer */
async function passages(
  world: World,
  trips: readonly string[],
  digests: Set<string>,
  gathering?: Gathering,
): Promise<number> {
  await restoreYard(world);
  const { platform, registry, identity } = world.zone;
  const parts = await openParts(platform, { registry, identity }, gathering);
  // As the lists of the officers would have read them.
  await parts.trips(trips);
  const from = performance.now();
  await several(trips, clients, (trip) => way(parts, trip));
  const rate = (trips.length * commandsOfWay) / ((performance.now() - from) / 1000);
  await platform.follower.settled();
  digests.add(await stateDigest(world));
  return rate;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
