import { backup } from "./commands/backup.ts";
import { bulletin } from "./commands/bulletin.ts";
import { createAdmin } from "./commands/create-admin.ts";
import { exportTrips } from "./commands/export.ts";
import { loadPack } from "./commands/load-pack.ts";
import { withDatabase } from "./commands/open.ts";
import { readDocument } from "./commands/read.ts";
import { rebuild } from "./commands/rebuild.ts";
import { restore } from "./commands/restore.ts";
import { schedule } from "./commands/schedule.ts";
import { serve } from "./commands/serve.ts";
import { simulate } from "./commands/simulate.ts";
import { verify } from "./commands/verify.ts";
import { inTheWay, StartError } from "./platform/settings.ts";

/** The verbs of `npm run -s moc -- VERB`; `npm start` is `serve`. */
const verbs: Record<string, (args: string[]) => Promise<void>> = {
  serve,
  migrate: async () => withDatabase(async () => undefined),
  "create-admin": createAdmin,
  "load-pack": loadPack,
  verify,
  export: exportTrips,
  bulletin,
  backup,
  restore,
  rebuild,
  read: readDocument,
  schedule,
  simulate,
};

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

const [verb = "serve", ...args] = process.argv.slice(2);
const run = verbs[verb];
try {
  if (run === undefined)
    throw new StartError(`Unknown verb ${verb}. Known: ${Object.keys(verbs).join(", ")}.`);
  await run(args);
} catch (error) {
  const known = error instanceof StartError ? error : inTheWay(error);
  process.stderr.write(`${known?.message ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
}
