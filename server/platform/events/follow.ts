import type { Database } from "../database/handle.ts";
import { readSealed, type SealedEvent, sealNext } from "./seal.ts";

export type Listener = (events: readonly SealedEvent[]) => void;

/** The sealed log as it grows, for everything in this process that follows it. */
export type LogFollower = {
  /** Says that something was committed; sealing follows at once instead of within a second. */
  wake(): void;
  /** The last position that listeners have heard of. */
  position(): number;
  /** Hears every sealed event after `position()`, in order, each once. @returns the way to stop. */
  listen(listener: Listener): () => void;
  /** Resolves when everything committed before the call is sealed and told. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

const latest = 1000; // ms until sealing happens without being woken
const page = 1000;

/** Starts the sealer and follower. @param onError hears failures; the next round tries again. */
export async function followLog(database: Database, onError: (error: unknown) => void): Promise<LogFollower> {
  const listeners = new Set<Listener>();
  let position = await skipToHead(database);
  let stopped = false;
  let woken = false;
  let rouse: () => void = () => undefined;
  let waiting: (() => void)[] = [];

  async function round(): Promise<void> {
    let sealed: number;
    do {
      sealed = await database.transaction((tx) => sealNext(tx, page));
    } while (sealed === page);
    for (;;) {
      const events = await readSealed(database.db, position, page);
      const last = events.at(-1);
      if (last === undefined) return;
      position = last.position;
      for (const listener of listeners) listener(events);
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      const served = waiting;
      waiting = [];
      await round().catch(onError);
      for (const done of served) done();
      if (!woken && !stopped && waiting.length === 0) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, latest);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const running = run();
  return {
    wake() {
      woken = true;
      rouse();
    },
    position: () => position,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled() {
      return new Promise((resolve) => {
        waiting.push(resolve);
        rouse();
      });
    },
    async stop() {
      stopped = true;
      rouse();
      await running;
    },
  };
}

// What was sealed before this process began is read by whoever needs it, from the database.
async function skipToHead(database: Database): Promise<number> {
  const head = await database.db
    .selectFrom("event_seal")
    .select(({ fn }) => fn.max("position").as("position"))
    .executeTakeFirst();
  return head?.position ?? 0;
}
