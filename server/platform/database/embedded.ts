import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { StartError } from "../settings.ts";
import { lockFolder } from "./folder-lock.ts";

export type EmbeddedServer = { socketFolder: string; port: number; stop(): Promise<void> };

// libpq's naming of Unix sockets: a folder and `.s.PGSQL.<port>` inside it.
const port = 5432;

/**
 * Starts PostgreSQL inside this process (PGlite in a worker thread), on a Unix socket only this user can reach.
 * @param folder data folder, taken exclusively; null keeps all in memory (tests).
 * @throws StartError when the folder is in use or cannot be opened.
 */
export async function startEmbedded(folder: string | null): Promise<EmbeddedServer> {
  const unlock = folder === null ? () => undefined : lockFolder(folder);
  // Unix socket names are limited to about 100 characters, so it cannot live in a data folder of any depth.
  const socketFolder = mkdtempSync(join(tmpdir(), "moc-"));
  const worker = new Worker(new URL("./pglite-worker.ts", import.meta.url), {
    workerData: {
      folder: folder === null ? null : join(folder, "postgres"),
      socket: join(socketFolder, `.s.PGSQL.${port}`),
    },
  });
  const release = () => {
    unlock();
    rmSync(socketFolder, { recursive: true, force: true });
  };
  try {
    await answer(worker, "open");
  } catch (error) {
    release();
    const message = error instanceof Error ? error.message : String(error);
    throw new StartError(
      `The embedded database did not open (${message}): check disk space and permissions of ${folder ?? "memory"}.`,
    );
  }
  return {
    socketFolder,
    port,
    async stop() {
      worker.postMessage("close");
      await answer(worker, "closed");
      await worker.terminate();
      release();
    },
  };
}

function answer(worker: Worker, wanted: string): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`its thread ended with ${code}`)));
    worker.on("message", (message) => {
      if (message === wanted) resolve();
    });
  });
}
