import type { AnyRouter } from "@orpc/server";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Database } from "./database/handle.ts";
import { followLog, type LogFollower } from "./events/follow.ts";
import { allCurrent, type Memory } from "./events/keep-known.ts";
import { runSubscribers, type Subscriber } from "./events/subscribe.ts";
import type { Catalogue } from "./http/envelope.ts";
import type { Hears } from "./http/live.ts";
import { type Command, makeDigest, makeOnce, type Once } from "./once.ts";
import type { Settings } from "./settings.ts";
import { type Clock, openClock } from "./time/clock.ts";
import { runDueTimers, type TimerHandler } from "./time/timers.ts";
import { verifyDaily } from "./upkeep/verify-daily.ts";

/** What every room is built from: an open zone without any room in it. */
export type Platform = {
  settings: Pick<Settings, "dataDir" | "publicUrl" | "secret" | "pack"> & Partial<Pick<Settings, "mail">>;
  /** `worker` seals, runs timers and subscribers; `web` answers; `all` does both. */
  role: Settings["role"];
  database: Database;
  clock: Clock;
  follower: LogFollower;
  once: Once;
  /** What is kept in memory by `keepKnown`. */
  memory: Memory;
  /** Digest of a command as its register keeps it. */
  digestOf: (command: Command) => Buffer;
  log: FastifyBaseLogger;
};

/** What a room gives to the house. */
export type Room = {
  router: AnyRouter;
  catalogue: Catalogue;
  timers?: Record<string, TimerHandler>;
  subscribers?: Subscriber[];
  /** What leaves the house: runs after the timers, in no transaction, one round at a time; it returns soon once all is over. */
  outbox?: (over: () => boolean) => Promise<void>;
  /** Server-rendered public pages. */
  pages?: (app: FastifyInstance) => void;
  /** Which of the room's own events (kinds `room.*`) an actor may hear of on the live stream. */
  hears?: Hears;
};

export type Opening = {
  settings: Platform["settings"] & Pick<Settings, "newZoneMode"> & Partial<Pick<Settings, "begins">>;
  role?: Settings["role"];
  zone: { key: string; timeZone: string };
  database: Database;
  log: FastifyBaseLogger;
};

/** Opens log, clock and command register over an open database. */
export async function openPlatform({
  settings,
  zone,
  database,
  log,
  role = "all",
}: Opening): Promise<Platform> {
  const clock = await openClock(database, {
    ...zone,
    mode: settings.newZoneMode,
    begins: settings.begins ?? null,
  });
  const onError = (err: unknown) =>
    log.error({ err }, "sealing failed; it is tried again each second until it succeeds");
  // A process that seals for others, or waits for another to seal, cannot be woken by a commit elsewhere.
  const following = { seals: role !== "web", every: role === "all" ? 1000 : 250 };
  const follower = await followLog(database, onError, following);
  const digestOf = makeDigest(settings.secret);
  const once = makeOnce(database, clock, follower, digestOf);
  return { settings, role, database, clock, follower, once, memory: new Set(), digestOf, log };
}

export type Engines = {
  /** Runs every timer that is due; where this process runs none, nothing. */
  runTimers(): Promise<unknown>;
  /** Sends what the rooms have to send, after the round that is under way. */
  sendOut(): Promise<unknown>;
  /** Events that each subscriber of this process has still to handle. */
  lag: ReadonlyMap<string, number>;
  stop(): Promise<void>;
};

const tick = 1000; // ms between looks at the timers of a live zone

/**
 * Starts what runs by itself: timers (in a demonstration they run as time is advanced), subscribers and the daily check
 * of the log. Several workers share it: a timer is taken by one of them, a subscriber's cursor is held by one at a time.
 */
export function startEngines(platform: Platform, rooms: Record<string, Room>): Engines {
  if (platform.role === "web")
    return {
      runTimers: async () => undefined,
      sendOut: async () => undefined,
      lag: new Map(),
      stop: async () => undefined,
    };
  const { database, clock, follower, log, memory, settings } = platform;
  const handlers = new Map(Object.values(rooms).flatMap((room) => Object.entries(room.timers ?? {})));
  const subscribers = Object.values(rooms).flatMap((room) => room.subscribers ?? []);
  const onError = (err: unknown) =>
    log.error({ err }, "a timer or subscriber failed; it will be tried again");
  const subscribed = runSubscribers(database, follower, subscribers, onError);
  const runTimers = inTurn(async () => {
    if (!database.hasRoom()) return; // they stay due
    await allCurrent(memory);
    const ran = await runDueTimers(database, handlers, clock.now(), onError);
    if (ran > 0) follower.wake();
  }, onError);
  // What leaves the house may take its time: no timer waits for it.
  let stopping = false;
  const sendOut = inTurn(async () => {
    for (const room of Object.values(rooms)) await room.outbox?.(() => stopping).catch(onError);
  }, onError);
  const ticking = setInterval(() => void runTimers().then(sendOut), tick);
  const verifying = verifyDaily(database, settings.dataDir, log);
  return {
    runTimers,
    sendOut,
    lag: subscribed.lag,
    async stop() {
      stopping = true;
      clearInterval(ticking);
      await runTimers.idle();
      await sendOut.idle();
      await verifying.stop();
      await subscribed.stop();
    },
  };
}

/** Rounds of one work, one after another. A failed one is told and hinders none of the next. */
function inTurn(work: () => Promise<void>, onError: (error: unknown) => void) {
  let turn: Promise<void> = Promise.resolve();
  let rounds = 0;
  const next = (): Promise<void> => {
    if (rounds > 1) return turn; // a round that has not begun will see everything
    rounds += 1;
    turn = turn
      .then(work)
      .catch(onError)
      .finally(() => {
        rounds -= 1;
      });
    return turn;
  };
  return Object.assign(next, { idle: () => turn });
}
