import { Refusal } from "@moc/contract/values/refusal.ts";
import { ownZone } from "../modules/registry/index.ts";
import { openDatabase } from "../platform/database/open.ts";
import { keepHeads } from "../platform/events/heads.ts";
import { openLog } from "../platform/log.ts";
import { readSettings, type Settings, StartError } from "../platform/settings.ts";
import { openZone, type Zone } from "../zone.ts";
import { startField } from "./field.ts";

/** `serve`: opens the zone and listens; in a demonstration the simulated field runs beside it. */
export async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const log = openLog(process.env.LOG_LEVEL);
  progress("Opening the database ...");
  const own = await ownZone(settings.pack);
  const database = await openDatabase(settings, own.key);
  progress("Opening the zone ...");
  const { trustProxy, role, directory } = settings;
  const opening = { settings, zone: own, role, database, log, trustProxy, directory, listens: settings };
  const zone = await openZone(opening).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const local = await take(zone, settings).catch(async (error: unknown) => {
    await zone.close();
    await database.close();
    throw error;
  });
  const demo = zone.platform.clock.mode === "demo";
  const field = demo && settings.field ? startField(local, () => zone.identity.makeFieldToken(), log) : null;
  if (role === "worker") progress("\nMốc works: sealing, timers and subscribers.\n");
  else progress(`\nMốc is open: ${settings.publicUrl ?? local}\n`);
  if (demo) await introduce(zone);
  for (const sentence of await gapsOf(zone)) progress(sentence);
  const heads = role === "web" ? null : keepHeads(zone.platform, settings.dataDir);
  const stop = async () => {
    field?.stop();
    await zone.close();
    await heads?.stop();
    await database.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(
      signal,
      () =>
        void stop().then(
          () => process.exit(0),
          (err: unknown) => {
            log.error({ err }, "the end was not orderly");
            process.exit(1);
          },
        ),
    );
  }
}

/** Begins to listen, except as a worker. @returns the address on this machine. @throws StartError with the mend. */
async function take({ app, platform }: Zone, { port, host, role }: Settings): Promise<string> {
  if (role !== "all" && platform.clock.mode === "demo") {
    throw new StartError("A demonstration runs on stored time, in one process: leave MOC_ROLE out.");
  }
  if (role === "worker") return "";
  await app.listen({ port, host }).catch((error: unknown) => {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new StartError(`Port ${port} on ${host} ${whyNot[code] ?? `cannot be taken (${String(error)})`}.`);
  });
  const bound = app.server.address();
  return `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : port}`;
}

const whyNot: Record<string, string> = {
  EADDRINUSE: "is already in use: choose another with PORT",
  EACCES: "may not be taken by this user: choose one above 1023 with PORT",
  EADDRNOTAVAIL: "is no address of this machine: correct HOST",
  ENOTFOUND: "is no address of this machine: correct HOST",
};

/** What the operator should know of the rules before somebody is refused for want of one. */
function gapsOf({ registry, platform }: Zone): Promise<string[]> {
  return registry.gaps().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return [`The pack ${platform.settings.pack} is at fault: ${error.params.fault ?? error.code}.`];
  });
}

async function introduce(zone: Zone): Promise<void> {
  progress(
    "This is a demonstration: trucks, officers and firms are simulated, and everything made up is marked.",
  );
  if (zone.platform.database.engine === "pglite") {
    progress(
      "The embedded database is for trying and for tests: it does not survive a power cut, keep no live money in it.",
    );
  }
  progress("\n  account                password               role");
  for (const seat of await zone.identity.makeDemonstration()) {
    progress(`  ${seat.userName.padEnd(22)} ${seat.password.padEnd(22)} ${seat.role}`);
  }
  progress("");
}

function progress(line: string): void {
  process.stdout.write(`${line}\n`);
}
