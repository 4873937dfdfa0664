import { sql } from "kysely";
import type { Database } from "../database/handle.ts";
import { sqlState } from "../sql/sql-state.ts";
import { readSealed, type SealedEvent, sealNext } from "./seal.ts";

export type Listener = (events: readonly SealedEvent[]) => void;

/** The sealed log as it grows, for everything in this process that follows it. */
export type LogFollower = {
  /** Says that something was committed; sealing follows at once instead of within a second. */
  wake(): void;
  /** The last position that listeners have heard of. */
  position(): number;
  /** Changes with every commit of this process and everything told: while it stands, this process knows of nothing new. */
  edition(): number;
  /** Hears every sealed event after `position()`, in order, each once. @returns the way to stop. */
  listen(listener: Listener): () => void;
  /** Resolves when everything committed before the call is sealed and told. */
  settled(): Promise<void>;
  stop(): Promise<void>;
  /** Whether it was stopped. */
  over(): boolean;
};

/** `seals`: whether this process seals, too. `every`: ms until it looks without being woken. */
export type Following = { seals: boolean; every: number };

const page = 1000;

// ms between rounds while commits keep coming: what they commit meanwhile is sealed together.
const breath = 20;

/**
 * Starts the follower, and the sealer in it. @param onError hears the first failure of a row, so that an outage is one line
 * of the log and not four a second; the next round tries again.
 */
export async function followLog(
  database: Database,
  onError: (error: unknown) => void,
  { seals, every }: Following = { seals: true, every: 1000 },
): Promise<LogFollower> {
  const { round, position, told, listen } = await telling(database, seals);
  let stopped = false;
  let committed = 0;
  let woken = false;
  let rouse: () => void = () => undefined;
  let rouseOnCommit: () => void = () => undefined;
  let waiting: (() => void)[] = [];
  let failing = false;

  async function tryRound(): Promise<void> {
    try {
      await round();
      failing = false;
    } catch (error) {
      if (!failing) onError(error);
      failing = true;
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      const served = waiting;
      waiting = [];
      await tryRound();
      for (const done of served) done();
      if (stopped || waiting.length > 0) continue;
      if (woken) await pause(breath);
      else await pause(every, true);
    }
  }

  /** Ends early for whoever waits for the log, and unless it is a mere breath, for a commit. */
  function pause(ms: number, wakeable = false): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
      rouseOnCommit = wakeable ? rouse : () => undefined;
    });
  }

  const next = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      rouse();
    });

  const running = run();
  const over = () => stopped;
  return {
    wake() {
      committed += 1;
      woken = true;
      rouseOnCommit();
    },
    position,
    edition: () => committed + told(),
    listen,
    settled: () => untilTold(database, { next, position, over }),
    async stop() {
      stopped = true;
      rouse();
      await running;
    },
    over,
  };
}

type Telling = Pick<LogFollower, "position" | "listen"> & {
  /** How often listeners were told of events. */
  told(): number;
  /** Seals what is due and tells everything that stands sealed. */
  round(): Promise<void>;
};

async function telling(database: Database, seals: boolean): Promise<Telling> {
  const listeners = new Set<Listener>();
  let position = await skipToHead(database);
  let told = 0;

  function tell(events: readonly SealedEvent[]): void {
    told += 1;
    position = events.at(-1)?.position ?? position;
    for (const listener of listeners) listener(events);
  }

  /** Tells what stands sealed and was not told yet. */
  async function catchUp(): Promise<void> {
    for (;;) {
      const events = await readSealed(database.db, position, page);
      if (events.length === 0) return;
      tell(events);
    }
  }

  async function round(): Promise<void> {
    for (;;) {
      const sealed = seals && database.hasRoom() ? await seal(database) : [];
      // What this process sealed it need not read again, unless another process has sealed before it.
      if (sealed[0]?.position === position + 1) tell(sealed);
      else await catchUp();
      if (sealed.length < page) return;
    }
  }

  return {
    round,
    position: () => position,
    told: () => told,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Rounds = { next(): Promise<void>; position(): number; over(): boolean };

/** Goes round until everything that is committed now is sealed and told. */
async function untilTold(database: Database, rounds: Rounds): Promise<void> {
  const last = await lastCommitted(database);
  while (last !== undefined && !rounds.over() && database.hasRoom()) {
    await rounds.next();
    const sealed = await positionOf(database, last);
    if (sealed !== undefined && sealed <= rounds.position()) return;
    // A transaction that runs still, anybody's in the cluster, holds the seal back.
    await new Promise((resolve) => setTimeout(resolve, breath));
  }
}

/** The event that is sealed after all others that are committed now. @returns its sequence */
async function lastCommitted({ db }: Database): Promise<number | undefined> {
  const { rows } = await sql<{
    seq: number;
  }>`SELECT seq FROM event ORDER BY xact DESC, seq DESC LIMIT 1`.execute(db);
  return rows[0]?.seq;
}

async function positionOf({ db }: Database, seq: number): Promise<number | undefined> {
  const seal = await db.selectFrom("event_seal").select("position").where("seq", "=", seq).executeTakeFirst();
  return seal?.position;
}

/** Seals one page. @returns what it sealed */
async function seal(database: Database): Promise<SealedEvent[]> {
  return database
    .transaction((tx) => sealNext(tx, page))
    .catch((error: unknown) => {
      if (sqlState(error) === "23505") return []; // another process sealed these in the same moment
      throw error;
    });
}

// What was sealed before this process began is read by whoever needs it, from the database.
async function skipToHead(database: Database): Promise<number> {
  const head = await database.db
    .selectFrom("event_seal")
    .select(({ fn }) => fn.max("position").as("position"))
    .executeTakeFirst();
  return head?.position ?? 0;
}
