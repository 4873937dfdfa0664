// A PostgreSQL cluster that lives as long as its starter: for tests, benchmarks and kills.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { postgresFolder } from "./outside.ts";

export type ClusterOptions = {
  /** True keeps fsync and synchronous_commit on, as for money and for proofs of durability; the default is fast and forgets on a power cut. */
  durable?: boolean;
  /** Further server settings, e.g. `{ max_connections: "20" }`. */
  settings?: Record<string, string>;
};

export type Cluster = {
  /** Connection of the superuser `moc_owner` to the database `postgres`. */
  url: string;
  port: number;
  /** The folder with `pgbench`, `psql`, ... */
  binaries: string;
  /** Ends every server process at once, as a power cut of the processes would; `start` brings the same data back. */
  kill: () => Promise<void>;
  start: () => Promise<void>;
  /** Ends the server and removes its data. Safe to call twice. */
  stop: () => Promise<void>;
};

const OWNER = "moc_owner";
const FORGETFUL = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
const START_LIMIT_MS = 60_000;

// Ends and removes a cluster whose starter died, however it died: the end of the shell's input says so.
const WATCH = `read -r _
pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null) && kill -INT "$pid" && for i in 1 2 3 4 5 6 7 8 9 10; do
  kill -0 "$pid" 2>/dev/null || break; sleep 0.3
done
rm -rf -- "$1"`;

/** PostgreSQL refuses to run as root: then an unprivileged account that every system has. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string, user: string) => {
    const { status, stdout } = spawnSync("id", [flag, user], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : undefined;
  };
  const user = id("-u", "postgres") === undefined ? "nobody" : "postgres";
  return { uid: id("-u", user) ?? 65_534, gid: id("-g", user) ?? 65_534 };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string")
    throw new Error("no free port on the loopback address");
  return address.port;
}

function initialise(
  binaries: string,
  folder: string,
  password: string,
  account: ReturnType<typeof unprivileged>,
): void {
  const secret = join(folder, "password");
  writeFileSync(secret, password, { mode: 0o600 });
  if (account) for (const path of [folder, secret]) chownSync(path, account.uid, account.gid);
  const args = ["-D", join(folder, "data"), "-U", OWNER, `--pwfile=${secret}`, "-A", "scram-sha-256"];
  args.push("-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
  const { status, stderr } = spawnSync(join(binaries, "initdb"), args, {
    encoding: "utf8",
    cwd: folder,
    ...account,
  });
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);
}

/** The server's backends lead process groups of their own, so they are found by their parent. */
function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  return stdout
    .split("\n")
    .map(Number)
    .filter((child) => child > 0);
}

/** A zombie counts as gone: its memory and files are released. */
function alive(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() !== "" && !stdout.startsWith("Z");
}

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once("exit", () => resolve()));

/** Starts a new cluster on a free port of the loopback address. Throws when the programs are missing or the server does not come up. */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const binaries = postgresFolder();
  if (binaries === undefined)
    throw new Error("PostgreSQL 15 or newer is missing: apt-get install postgresql");
  const folder = mkdtempSync(join(tmpdir(), "moc-pg-"));
  const account = unprivileged();
  const password = randomBytes(12).toString("hex");
  const port = await freePort();
  initialise(binaries, folder, password, account);
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: folder,
    max_connections: "120",
    shared_buffers: "256MB",
    ...(options.durable ? {} : FORGETFUL),
    ...options.settings,
  };
  const args = ["-D", join(folder, "data"), "-p", String(port)];
  for (const [name, value] of Object.entries(settings)) args.push(`--${name}=${value}`);
  const watch = spawn("sh", ["-c", WATCH, "sh", folder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    ...account,
  });
  watch.unref();
  let server: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const log = openSync(join(folder, "log"), "a");
    server = spawn(join(binaries, "postgres"), args, {
      stdio: ["ignore", log, log],
      cwd: folder,
      detached: true,
      ...account,
    });
    closeSync(log);
    const ready = ["-q", "-h", "127.0.0.1", "-p", String(port)];
    for (
      const limit = Date.now() + START_LIMIT_MS;
      spawnSync(join(binaries, "pg_isready"), ready).status !== 0;
      await pause(50)
    )
      if (server.exitCode !== null || Date.now() > limit)
        throw new Error(`PostgreSQL did not start: ${readFileSync(join(folder, "log"), "utf8").slice(-500)}`);
  };
  const kill = async (): Promise<void> => {
    if (server?.pid === undefined) return;
    const doomed = childrenOf(server.pid);
    for (const pid of [server.pid, ...doomed]) if (alive(pid)) process.kill(pid, "SIGKILL");
    await ended(server);
    server = undefined;
    while (doomed.some(alive)) await pause(20); // a backend that lives on would hold the shared memory
  };
  const stop = async (): Promise<void> => {
    server?.kill("SIGINT");
    if (server) await ended(server);
    server = undefined;
    watch.stdin?.end();
    rmSync(folder, { recursive: true, force: true });
  };
  await start();
  return {
    url: `postgres://${OWNER}:${password}@127.0.0.1:${port}/postgres`,
    port,
    binaries,
    kill,
    start,
    stop,
  };
}
