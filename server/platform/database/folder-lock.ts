import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartError } from "../settings.ts";

/**
 * Takes the data folder for this process alone. The lock is the operating system's (held through SQLite's exclusive
 * lock on a small file), so a killed process leaves none behind.
 * @returns a function that gives the folder back. @throws StartError when another process holds it.
 */
export function lockFolder(folder: string): () => void {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, "lock.db"));
    lock.exec(
      "PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS held (x)",
    );
  } catch (error) {
    lock?.close();
    const message = error instanceof Error ? error.message : String(error);
    if (/locked|busy/i.test(message)) {
      throw new StartError(
        `Data folder ${folder} is in use by another Mốc process: stop that one, or choose another folder with DATA_DIR.`,
      );
    }
    throw new StartError(
      `Data folder ${folder} cannot be written (${message}): mend its permissions or disk, or choose another with DATA_DIR.`,
    );
  }
  const held = lock;
  return () => held.close();
}
