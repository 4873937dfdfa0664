import { pino } from "pino";
import { openDatabase } from "./platform/database/open.ts";
import { readSettings, StartError } from "./platform/settings.ts";
import { openZone } from "./zone.ts";

/** The verbs of `npm run -s moc -- VERB`; `npm start` is `serve`. */
const verbs: Record<string, (args: string[]) => Promise<void>> = { serve };

async function serve(): Promise<void> {
  const settings = readSettings(process.env);
  const log = pino({ level: process.env.LOG_LEVEL ?? "info" }, pino.destination(2));
  const zone = { key: "dong-dang", timeZone: "Asia/Ho_Chi_Minh" };
  const database = await openDatabase(settings, zone.key);
  const open = await openZone({ settings, zone, database, log, trustProxy: settings.trustProxy });
  const address = await open.app
    .listen({ port: settings.port, host: settings.host })
    .catch((error: unknown) => {
      throw new StartError(
        `Port ${settings.port} on ${settings.host} cannot be taken (${String(error)}): choose another with PORT.`,
      );
    });
  process.stdout.write(`Mốc is open at ${address}\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(
      signal,
      () =>
        void open
          .close()
          .then(() => database.close())
          .then(() => process.exit(0)),
    );
  }
}

const [verb = "serve", ...args] = process.argv.slice(2);
const run = verbs[verb];
try {
  if (run === undefined)
    throw new StartError(`Unknown verb ${verb}. Known: ${Object.keys(verbs).join(", ")}.`);
  await run(args);
} catch (error) {
  process.stderr.write(
    error instanceof StartError
      ? `${error.message}\n`
      : `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
