import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyBaseLogger } from "fastify";
import type { Database } from "../database/handle.ts";
import { appendDurably } from "../files/append-durably.ts";
import type { LogFollower } from "./follow.ts";
import { readHead } from "./seal.ts";
import { untilDone } from "./until-done.ts";
import type { OutsideHead } from "./verify.ts";

const file = "heads.log";

type Keeping = {
  database: Database;
  follower: Pick<LogFollower, "over">;
  log: Pick<FastifyBaseLogger, "error">;
};

/** Writes the chain's head outside the database, so that a cut-off tail is found: one line `time position hash`. */
export async function keepHead(database: Database, dataDir: string, now: Date): Promise<void> {
  await write(database, dataDir, now, "");
}

/**
 * Keeps the head each hour (`every`, ms of machine time), or as soon after it as the database and the disk allow, and at
 * the end.
 */
export function keepHeads(
  { database, follower, log }: Keeping,
  dataDir: string,
  every = 3_600_000,
): { stop(): Promise<void> } {
  const keep = () => keepHead(database, dataDir, new Date());
  const onError = (err: unknown) => log.error({ err }, "the head was not kept; it is tried again");
  const keepAtLast = untilDone(keep, { over: follower.over, onError });
  const keeping = setInterval(() => void keepAtLast(), every);
  return {
    async stop() {
      clearInterval(keeping);
      await keep().catch((err: unknown) => log.error({ err }, "the head of the end was not kept"));
    },
  };
}

/**
 * Says that the zone was restored from a backup: heads of what came after it are no longer held against the log. The
 * line stays in sight, so that a tail cannot be dropped this way unseen.
 */
export async function keepRestored(database: Database, dataDir: string, now: Date): Promise<void> {
  await write(database, dataDir, now, "restored ");
}

async function write(database: Database, dataDir: string, now: Date, what: string): Promise<void> {
  const { position, hash } = await readHead(database.db);
  if (position === 0) return;
  appendDurably(join(dataDir, file), `${now.toISOString()} ${what}${position} ${hash.toString("hex")}\n`);
}

/** Heads that the log is held against; an unfinished last line of a power cut is passed over. */
export function readHeads(dataDir: string): OutsideHead[] {
  const path = join(dataDir, file);
  if (!existsSync(path)) return [];
  let heads: OutsideHead[] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const match = /^\S+ (restored )?(\d+) ([0-9a-f]{64})$/.exec(line);
    if (match === null) continue;
    const head = { position: Number(match[2]), hash: String(match[3]) };
    if (match[1] !== undefined) heads = heads.filter((one) => one.position <= head.position);
    heads.push(head);
  }
  return heads;
}
