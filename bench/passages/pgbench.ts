import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Cluster } from "../../tools/postgres-cluster.ts";

function run({ url, binaries }: Cluster, program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(join(binaries, program), [...args, databaseOf(url)], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return stdout;
}

/** pgbench's tables lie in a database of their own. */
function databaseOf(url: string): string {
  const own = new URL(url);
  own.pathname = "/tpcb";
  return own.href;
}

/** Makes pgbench's tables at a scale of twice as many branches as clients. */
export function preparePgbench(cluster: Cluster, clients: number): void {
  const made = spawnSync(join(cluster.binaries, "psql"), [cluster.url, "-c", "CREATE DATABASE tpcb"]);
  if (made.status !== 0) throw new Error(made.stderr.toString());
  run(cluster, "pgbench", ["-i", "-q", "-I", "dtGvp", "-s", String(2 * clients)]);
}

/** @returns transactions of TPC-B a second, prepared statements */
export function runPgbench(cluster: Cluster, clients: number, seconds: number): number {
  const args = ["-M", "prepared", "-c", String(clients), "-j", "2", "-T", String(seconds)];
  const rate = /tps = ([\d.]+)/.exec(run(cluster, "pgbench", args))?.[1];
  if (rate === undefined) throw new Error("pgbench printed no rate: was it given time to connect?");
  return Number(rate);
}
