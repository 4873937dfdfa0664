// Programs from outside the lock file that the tests and benchmarks need: found, or on Debian as root installed.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** PostgreSQL below this is not supported. */
const OLDEST_POSTGRES = 15;

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  for (const name of names)
    for (const folder of folders) if (executable(join(folder, name))) return join(folder, name);
  return undefined;
}

function isServerFolder(folder: string): boolean {
  if (!["initdb", "postgres", "pgbench", "pg_isready"].every((name) => executable(join(folder, name))))
    return false;
  const version = spawnSync(join(folder, "postgres"), ["--version"], { encoding: "utf8" }).stdout;
  return Number(/(\d+)/.exec(version)?.[1] ?? 0) >= OLDEST_POSTGRES;
}

/** The folder with the server's programs (`initdb`, `postgres`, `pgbench`, ...), newest first; `MOC_PG_BIN` overrides the search. */
export function postgresFolder(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((a, b) => Number(b) - Number(a)) : [];
  const configured = onPath("pg_config");
  const folders = [
    process.env.MOC_PG_BIN,
    ...versions.map((version) => join(debian, version, "bin")),
    configured && spawnSync(configured, ["--bindir"], { encoding: "utf8" }).stdout.trim(),
    onPath("postgres")?.replace(/\/postgres$/, ""),
  ];
  return folders.find((folder) => folder && isServerFolder(folder));
}

/** The browser of the journeys; `MOC_CHROMIUM` overrides the search. */
export function chromiumPath(): string | undefined {
  return (
    process.env.MOC_CHROMIUM ??
    onPath("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
  );
}

type Program = { name: string; find: () => string | undefined; debian: string };

const PROGRAMS = {
  postgres: {
    name: `PostgreSQL ${OLDEST_POSTGRES} or newer with pgbench`,
    find: postgresFolder,
    debian: "postgresql",
  },
  chromium: { name: "Chromium", find: chromiumPath, debian: "chromium" },
  ps: { name: "ps", find: () => onPath("ps"), debian: "procps" },
  cc: { name: "a C compiler", find: () => onPath("cc"), debian: "gcc libc6-dev" },
} satisfies Record<string, Program>;

export type ProgramName = keyof typeof PROGRAMS;

function install(packages: string[]): boolean {
  const apt = onPath("apt-get");
  if (!apt || process.getuid?.() !== 0) return false;
  process.stdout.write(`Installing ${packages.join(", ")} with apt-get (once, a minute or two) ...\n`);
  // Debian would create and start a cluster of its own; ours is temporary and no running service is wanted.
  const noCluster = "/etc/postgresql-common/createcluster.d";
  if (packages.includes("postgresql") && !existsSync(join(noCluster, "moc.conf"))) {
    mkdirSync(noCluster, { recursive: true });
    writeFileSync(join(noCluster, "moc.conf"), "create_main_cluster = false\n");
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const step = (...args: string[]): boolean => {
    process.stdout.write(`  apt-get ${args.join(" ")}\n`);
    return spawnSync(apt, args, { env, stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  };
  return step("-q", "update") && step("-q", "install", "-y", "--no-install-recommends", ...packages);
}

/** Finds the programs, installs what is missing where that is possible, and returns those that are still missing. */
export function missingPrograms(names: readonly ProgramName[]): { name: ProgramName; text: string }[] {
  const missing = () => names.filter((name) => PROGRAMS[name].find() === undefined);
  const absent = missing();
  if (absent.length > 0) install(absent.flatMap((name) => PROGRAMS[name].debian.split(" ")));
  return missing().map((name) => ({
    name,
    text: `${PROGRAMS[name].name} is missing: install it (Debian: apt-get install ${PROGRAMS[name].debian})`,
  }));
}
