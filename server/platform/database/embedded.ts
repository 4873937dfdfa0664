import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { inTheWay, StartError } from "../settings.ts";
import { lockFolder } from "./folder-lock.ts";
import { refuseWithoutRoom } from "./free-space.ts";

export type EmbeddedServer = { socketFolder: string; port: number; stop(): Promise<void> };

// libpq's naming of Unix sockets: a folder and `.s.PGSQL.<port>` inside it.
const port = 5432;

/**
 * Starts PostgreSQL inside this process (PGlite in a worker thread), on a Unix socket only this user can reach.
 * @param folder data folder, taken exclusively; null keeps all in memory (tests).
 * @throws StartError when the folder is in use or cannot be opened.
 */
export async function startEmbedded(folder: string | null): Promise<EmbeddedServer> {
  // Collecting the compiled code of WebAssembly can end the whole process: docs/decisions/embedded-database.md.
  setFlagsFromString("--no-wasm-code-gc");
  const unlock = folder === null ? () => undefined : lockFolder(folder);
  const begun = folder === null ? () => undefined : prepare(folder, unlock);
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
    throw new StartError(
      `The embedded database did not open (${textOf(error)}): check disk space and permissions of ${folder ?? "memory"}.`,
    );
  }
  begun();
  let stopping = false;
  // Without its database this process can do nothing; whoever watches over it starts it again, and the journal is read.
  worker.once("exit", () => {
    if (stopping) return;
    process.stderr.write(
      `The embedded database ended: see whether the disk of ${folder} is full, then start again.\n`,
    );
    process.exit(1);
  });
  return {
    socketFolder,
    port,
    async stop() {
      stopping = true;
      worker.postMessage("close");
      await answer(worker, "closed");
      await worker.terminate();
      release();
    },
  };
}

/**
 * Sees that there is room. A folder whose first opening never ended (killed, or out of space) is begun anew: nothing was
 * ever acknowledged in it. @returns what to call once the database is open
 */
function prepare(folder: string, unlock: () => void): () => void {
  const [data, mark] = [join(folder, "postgres"), join(folder, "beginning")];
  try {
    if (existsSync(mark)) rmSync(data, { recursive: true, force: true });
    const isNew = !existsSync(data);
    refuseWithoutRoom(folder, isNew);
    if (isNew) writeFileSync(mark, "");
  } catch (error) {
    unlock();
    throw inTheWay(error) ?? error;
  }
  return () => rmSync(mark, { force: true });
}

// The engine's own end is thrown as an object with a message that is no Error.
function textOf(error: unknown): string {
  const told = typeof error === "object" && error !== null && "message" in error ? error.message : error;
  return typeof told === "string" ? told : JSON.stringify(told);
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
