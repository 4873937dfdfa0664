import { readFile } from "node:fs/promises";
import { StartError } from "../platform/settings.ts";
import { operand } from "./open.ts";

const largest = 32 * 1024 * 1024;

/** Reads the file that a verb was given. @throws StartError without one, or when it cannot be opened or is too large. */
export async function readOperand(
  verb: string,
  args: readonly string[],
): Promise<{ path: string; text: string }> {
  const path = operand(args);
  if (path === undefined) throw new StartError(`Say which file: npm run -s moc -- ${verb} FILE [--json].`);
  const text = await readFile(path, "utf8").catch(() => {
    throw new StartError(`The file ${path} cannot be opened: check its name and permissions.`);
  });
  if (text.length > largest) throw new StartError(`The file ${path} is too large (at most 32 MiB).`);
  return { path, text };
}
