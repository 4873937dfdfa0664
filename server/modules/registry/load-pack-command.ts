import { parseArgs } from "node:util";
import type { Change } from "@moc/engines/registry/difference.ts";
import { StartError } from "../../platform/settings.ts";
import { differenceText } from "./difference-text.ts";
import type { LoadOptions, LoadResult } from "./load-pack.ts";
import { faultText } from "./read-pack.ts";

/** What the verb writes and with which status it ends. */
export type CommandOutcome = { text: string; errors: string; status: 0 | 1 };

const usage = "load-pack [DIR] [--apply] [--keep operator|pack] [--json]";

/**
 * The verb `load-pack`: shows what a pack would change, and changes it with `--apply`. Status 1 with faults, or when
 * conflicts stop it. @throws StartError when the arguments are wrong or the folder cannot be read.
 */
export async function loadPackCommand(
  args: readonly string[],
  defaultFolder: string,
  load: (options: LoadOptions) => Promise<LoadResult>,
): Promise<CommandOutcome> {
  const { options, json } = readArguments(args, defaultFolder);
  const result = await load(options).catch((error: unknown) => {
    throw new StartError(`The pack ${options.folder} cannot be loaded: ${String(error)}.`);
  });
  const stopped = options.apply && options.keep === undefined && result.conflicts.length > 0;
  const errors = [
    ...result.faults.map(faultText),
    ...(stopped ? ["Nothing was changed: decide the conflicts with --keep operator or --keep pack."] : []),
  ];
  return {
    text: json ? `${JSON.stringify(summaryOf(result))}\n` : textOf(result, options),
    errors: errors.map((line) => `${line}\n`).join(""),
    status: errors.length > 0 ? 1 : 0,
  };
}

function readArguments(args: readonly string[], folder: string): { options: LoadOptions; json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { apply: { type: "boolean" }, keep: { type: "string" }, json: { type: "boolean" } },
    });
    const { keep } = values;
    if (positionals.length > 1 || (keep !== undefined && keep !== "operator" && keep !== "pack"))
      throw new TypeError(keep === undefined ? "more than one folder" : `--keep ${keep}`);
    const chosen = { folder: positionals[0] ?? folder, apply: values.apply === true };
    return { options: keep === undefined ? chosen : { ...chosen, keep }, json: values.json === true };
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}. Usage: ${usage}`);
  }
}

function summaryOf(result: LoadResult) {
  const line = ({ effect, conflict, kind, key }: Change) => ({ effect, conflict, kind, key });
  return {
    rows: result.rows,
    applied: result.applied,
    faults: result.faults,
    changes: result.changes.map(line),
    conflicts: result.conflicts.map(line),
  };
}

function textOf(result: LoadResult, { apply, keep }: LoadOptions): string {
  if (result.faults.length > 0) return "";
  const lines = result.changes.flatMap(differenceText);
  if (result.changes.length === 0) return `The registry says what the pack says (${result.rows} versions).\n`;
  const conflicts = result.conflicts.length > 0 ? `, ${result.conflicts.length} edited on a screen` : "";
  const done = apply ? `${result.applied} applied${keep ? `, keeping ${keep}` : ""}` : "nothing applied yet";
  return `${lines.join("\n")}\n${result.changes.length} differences${conflicts}; ${done}.\n`;
}
