import { statfsSync } from "node:fs";
import { StartError } from "../settings.ts";

const megabyte = 1024 * 1024;

/** Free space under which the embedded database takes no commands: its journal grows by 16 MB at once, and must. Bytes. */
const reserve = 64 * megabyte;
/** What a new database takes, with the reserve. */
const forNew = 160 * megabyte;

function freeIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Whether the folder's disk has room for more than what has begun. */
export function hasRoom(folder: string): boolean {
  return freeIn(folder) > reserve;
}

/** @throws StartError when the disk of the folder has not room enough to open the database in it. */
export function refuseWithoutRoom(folder: string, isNew: boolean): void {
  const [free, needed] = [freeIn(folder), isNew ? forNew : reserve];
  if (free > needed) return;
  throw new StartError(
    `The disk of ${folder} is full (${Math.floor(free / megabyte)} MB free, ${needed / megabyte} MB needed): free some space, or choose another folder with DATA_DIR.`,
  );
}
