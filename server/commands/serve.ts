import { pino } from "pino";
import { openDatabase } from "../platform/database/open.ts";
import { keepHead } from "../platform/events/heads.ts";
import { readSettings, StartError } from "../platform/settings.ts";
import { openZone } from "../zone.ts";
import { startField } from "./field.ts";
import { ownZone } from "./open.ts";

const headsEvery = 3_600_000; // ms, machine time

/** `serve`: opens the zone and listens; in a demonstration the simulated field runs beside it. */
export async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const log = pino({ level: process.env.LOG_LEVEL ?? "warn" }, pino.destination(2));
  progress("Opening the database ...");
  const database = await openDatabase(settings, ownZone.key);
  progress("Opening the zone ...");
  const zone = await openZone({ settings, zone: ownZone, database, log, trustProxy: settings.trustProxy });
  const { port, host } = settings;
  await zone.app.listen({ port, host }).catch(async (error: unknown) => {
    await zone.close();
    await database.close();
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    const why = taken ? "is already in use" : `cannot be taken (${String(error)})`;
    throw new StartError(`Port ${port} on ${host} ${why}: choose another with PORT.`);
  });
  const bound = zone.app.server.address();
  const local = `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : port}`;
  const address = settings.publicUrl ?? local;
  const demo = zone.platform.clock.mode === "demo";
  const field =
    demo && settings.field ? startField(local, (await zone.identity.makeFieldToken()).secret, log) : null;
  progress(`\nMốc is open: ${address}\n`);
  if (demo) await introduce(zone);
  const heads = setInterval(
    () =>
      void keepHead(database, settings.dataDir, new Date()).catch((err: unknown) =>
        log.error({ err }, "the head was not kept"),
      ),
    headsEvery,
  );
  const stop = async () => {
    clearInterval(heads);
    field?.stop();
    await zone.close();
    await keepHead(database, settings.dataDir, new Date());
    await database.close();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
}

async function introduce(zone: Awaited<ReturnType<typeof openZone>>): Promise<void> {
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
