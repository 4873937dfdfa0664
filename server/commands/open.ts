import { ownZone } from "../modules/registry/index.ts";
import type { Database } from "../platform/database/handle.ts";
import { openDatabase } from "../platform/database/open.ts";
import { openLog } from "../platform/log.ts";
import { readSettings, type Settings } from "../platform/settings.ts";
import { openZone, type Zone } from "../zone.ts";

/** Opens the database of this installation, gives it to the work, and closes it whatever happens. */
export async function withDatabase<Result>(
  work: (database: Database, settings: Settings) => Promise<Result>,
): Promise<Result> {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings, (await ownZone(settings.pack)).key);
  try {
    return await work(database, settings);
  } finally {
    await database.close();
  }
}

/** Opens the whole zone without listening, for verbs that use its rooms. */
export async function withZone<Result>(
  work: (zone: Zone, settings: Settings) => Promise<Result>,
): Promise<Result> {
  return withDatabase(async (database, settings) => {
    const zone = await openZone({
      settings,
      zone: await ownZone(settings.pack),
      listens: settings,
      role: "web", // a verb beside a running server takes none of its work
      database,
      log: openLog(),
    });
    try {
      return await work(zone, settings);
    } finally {
      await zone.close();
    }
  });
}

/** Prints one JSON object with `--json`, else the lines for people. */
export function say(args: readonly string[], result: unknown, lines: readonly string[]): void {
  process.stdout.write(args.includes("--json") ? `${JSON.stringify(result)}\n` : `${lines.join("\n")}\n`);
}

/** The first argument that is no option. */
export function operand(args: readonly string[]): string | undefined {
  return args.find((arg) => !arg.startsWith("--"));
}
