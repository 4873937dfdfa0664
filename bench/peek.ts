import { randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { confirmReturn } from "@moc/server/modules/gate/confirm-return.ts";
import { crossOut } from "@moc/server/modules/gate/cross-out.ts";
import { decideCheck } from "@moc/server/modules/gate/decide-check.ts";
import { leave } from "@moc/server/modules/gate/leave.ts";
import { openParts } from "@moc/server/modules/gate/open-parts.ts";
import { release } from "@moc/server/modules/gate/release.ts";
import { openWorld } from "../test/world/open-world.ts";
import { customs, dispatcher, guard, health, plant } from "../test/world/trips.ts";
import { startCluster } from "../tools/postgres-cluster.ts";
import { several } from "./gate/several.ts";
import { preparePgbench, runPgbench } from "./passages/pgbench.ts";
import { restoreYard, yardOfTrips } from "./passages/yard.ts";

const durable = process.env["DURABLE"] !== "0";
const cluster = await startCluster({ durable, settings: { shared_buffers: "1GB" } });
Object.assign(process.env, { MOC_TEST_ENGINE: "postgres", MOC_TEST_PG_OWNER_URL: cluster.url });
const world = await openWorld();
const trips = await yardOfTrips(world, Number(process.env["TRIPS"] ?? 1000));
const backend: any = (await world.asOwner("SELECT pg_backend_pid() AS pid"))[0];
const mst = readFileSync(`/proc/${backend.pid}/stat`, "utf8");
const master = mst.slice(mst.lastIndexOf(")") + 2).split(" ")[1];
const pgCpu = () => {
  let total = 0;
  for (const pid of readdirSync("/proc").filter((n) => /^\d+$/.test(n))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      if (!stat.includes("(postgres)") || stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] !== master) continue;
      const cmd = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const f = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      void cmd;
      total += Number(f[11]) + Number(f[12]);
    } catch {}
  }
  return total * 10_000;
};
async function way(parts: any, trip: string) {
  const input = () => ({ command: randomUUID(), trip });
  const pass = (officer: any, check: string) => decideCheck(parts, officer, { ...input(), check, decision: "pass" } as any);
  await pass(guard, "border_guard_exit");
  await pass(customs, "customs");
  await pass(health, "health_quarantine");
  await pass(plant, "plant_quarantine");
  await release(parts, dispatcher, input());
  await crossOut(parts, guard, input());
  await confirmReturn(parts, guard, input());
  await leave(parts, guard, input());
}
import { Session } from "node:inspector/promises";
async function go(most: number, lanes: number) {
  await restoreYard(world);
  const { platform, registry, identity } = world.zone;
  const parts = openParts(platform, { registry, identity }, { most, lanes });
  await parts.trips(trips);
  const p0 = pgCpu();
  const c0 = process.cpuUsage();
  const session = new Session(); session.connect(); await session.post("Profiler.enable"); await session.post("Profiler.start");
  const from = performance.now();
  if (process.env["PERF"]) setTimeout(async () => { const rows: any[] = await world.asOwner("SELECT pid FROM pg_stat_activity WHERE application_name = 'moc' AND datname = current_database()"); (await import("node:child_process")).spawn("perf", ["record", "-F", "700", "-g", "-p", process.env["PERF"] === "node" ? String(process.pid) : rows.map((r) => r.pid).join(","), "-o", "/tmp/moc/prof/perf.data", "sleep", "4"], { stdio: "inherit" }); }, 1500);
  await several(trips, 64, (trip: string) => way(parts, trip));
  const ms = performance.now() - from;
  const { profile } = await session.post("Profiler.stop"); (await import("node:fs")).writeFileSync(`/tmp/moc/prof/${most}x${lanes}.cpuprofile`, JSON.stringify(profile)); session.disconnect();
  const c = process.cpuUsage(c0);
  const n = trips.length * 8;
  console.log(`most ${most} lanes ${lanes}: ${(n / ms * 1000).toFixed(0)}/s  node ${((c.user + c.system) / n).toFixed(0)} us (user ${(c.user / n).toFixed(0)})  pg ${((pgCpu() - p0) / n).toFixed(0)} us`);
  await platform.follower.settled();
}
if (process.env["TPCB"]) preparePgbench(cluster, 64);
for (const mode of (process.env["MODES"] ?? "200x1,1x10").split(",")) {
  const [most, lanes] = mode.split("x").map(Number);
  await go(most!, lanes!);
  if (process.env["TPCB"]) { const p0 = pgCpu(); const t = runPgbench(cluster, 64, 8); console.log("tpcb", t, ((pgCpu() - p0) / (t * 8)).toFixed(0), "us pg"); }
}
if (process.env["HOLD"]) { console.log(cluster.url); await new Promise((r) => setTimeout(r, Number(process.env["HOLD"]) * 1000)); }
await world.close();
await cluster.stop();
