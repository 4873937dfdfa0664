// A worker of bench/twin.ts: runs one replication per message and answers when it is done.
import { parentPort, workerData } from "node:worker_threads";
import type * as Kernel from "./kernel.ts";

// as: sent by bench/twin.ts
const { bundle, network } = workerData as {
  bundle: string;
  network: Parameters<typeof Kernel.createWorld>[0];
};
const kernel: typeof Kernel = await import(bundle);
parentPort?.on("message", (replication: number) => {
  kernel.advance(kernel.createWorld(network, 1, replication), Number.POSITIVE_INFINITY);
  parentPort?.postMessage(replication);
});
