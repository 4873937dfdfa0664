import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Backups made without a file name lie here; the name tells the machine time. */
export function backupFolder(dataDir: string): string {
  return join(dataDir, "backups");
}

/** Name of the newest whole backup in the data folder, or null. */
export function latestBackup(dataDir: string): string | null {
  const folder = backupFolder(dataDir);
  if (!existsSync(folder)) return null;
  return (
    readdirSync(folder)
      .filter((name) => name.endsWith(".moc.gz"))
      .toSorted()
      .at(-1) ?? null
  );
}
