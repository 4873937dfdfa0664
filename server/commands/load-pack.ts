import { loadPackCommand } from "../modules/registry/index.ts";
import { withZone } from "./open.ts";

/** `load-pack [DIR] [--apply] [--keep operator|pack] [--json]`. */
export async function loadPack(args: string[]): Promise<void> {
  const outcome = await withZone((zone, settings) =>
    loadPackCommand(args, settings.pack, (options) => zone.registry.loadPack(options)),
  );
  process.stdout.write(outcome.text);
  process.stderr.write(outcome.errors);
  process.exitCode = outcome.status;
}
