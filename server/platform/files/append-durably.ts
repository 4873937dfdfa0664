import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";

/** Adds a text to the end of a file that only this user can read; on return it has reached the disk. */
export function appendDurably(path: string, text: string): void {
  const file = openSync(path, "a", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
