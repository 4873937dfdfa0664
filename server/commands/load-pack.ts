import { loadPackCommand, openRegistry, ownZone } from "../modules/registry/index.ts";
import { openLog } from "../platform/log.ts";
import { openPlatform } from "../platform/platform.ts";
import { withDatabase } from "./open.ts";

/** `load-pack [DIR] [--apply] [--keep operator|pack] [--json]`: exit status 1 when nothing could be loaded. */
export async function loadPack(args: string[]): Promise<void> {
  const outcome = await withDatabase(async (database, settings) => {
    const log = openLog();
    const platform = await openPlatform({ settings, zone: await ownZone(settings.pack), database, log });
    try {
      // Opening the whole zone would follow the pack by itself before the difference was shown.
      const registry = await openRegistry(platform, { followPack: false });
      return await loadPackCommand(args, settings.pack, (options) => registry.loadPack(options));
    } finally {
      await platform.follower.stop();
    }
  });
  process.stdout.write(outcome.text);
  process.stderr.write(outcome.errors);
  process.exitCode = outcome.status;
}
