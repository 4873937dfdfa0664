import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

// The embedded engine lives in this thread, so that a long statement never holds up the web server's loop.
const { folder, socket } = workerData as { folder: string | null; socket: string }; // as: set by embedded.ts alone

const db = await PGlite.create({
  ...(folder === null ? {} : { dataDir: folder }),
  extensions: { btree_gist },
});
const server = new PGLiteSocketServer({ db, path: socket, maxConnections: 4 });
await server.start();
parentPort?.postMessage("open");

async function close(): Promise<void> {
  await server.stop();
  await db.close();
  parentPort?.postMessage("closed");
  parentPort?.close();
}
parentPort?.on("message", () => void close());
