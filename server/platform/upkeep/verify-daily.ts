import type { FastifyBaseLogger } from "fastify";
import type { Database } from "../database/handle.ts";
import { readHeads } from "../events/heads.ts";
import { type Verdict, verifyLog } from "../events/verify.ts";
import { keepUpkeep, readUpkeep } from "./upkeep.ts";

const day = 24 * 3_600_000; // ms, machine time
const look = 60_000; // ms between looks whether it is due

/** Recomputes the chain of the log, holds it against the heads kept in the data folder, and remembers the verdict. */
export async function verifyNow(database: Database, dataDir: string): Promise<Verdict> {
  const verdict = await verifyLog(database.db, readHeads(dataDir));
  const { ok, checked, fault } = verdict;
  await keepUpkeep(database, "verify", { ok, checked, fault });
  return verdict;
}

/** Verifies the log whenever its last check, or the making of the zone, is a day ago. */
export function verifyDaily(
  database: Database,
  dataDir: string,
  log: FastifyBaseLogger,
): { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve();
  async function whenDue(): Promise<void> {
    const zone = await database.db.selectFrom("zone").select("made_at").executeTakeFirst();
    const last = (await readUpkeep(database)).verify?.doneAt ?? zone?.made_at;
    if (last === undefined || Date.now() - last.getTime() < day) return;
    const { fault } = await verifyNow(database, dataDir);
    if (fault !== null) log.fatal({ fault }, "the log does not hold: run the verb verify");
  }
  const looking = setInterval(() => {
    turn = turn.then(whenDue).catch((err: unknown) => log.error({ err }, "the log could not be verified"));
  }, look);
  return {
    async stop() {
      clearInterval(looking);
      await turn;
    },
  };
}
