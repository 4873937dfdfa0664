import type { FastifyBaseLogger } from "fastify";
import type { LogFollower } from "./follow.ts";
import { untilDone } from "./until-done.ts";

/** What is known now, in memory. */
export type Known<T> = {
  now(): T;
  /** Reads it anew. Whoever has committed a change and waits for this sees the change in `now` from then on. */
  reload(): Promise<void>;
  /** Resolves when `now` lacks nothing that this process knows to have changed. @throws what the database says while it is away */
  current(): Promise<void>;
};

/** Everything of one zone that is kept in memory. */
export type Memory = Set<Pick<Known<unknown>, "current">>;

type Parts = {
  follower: Pick<LogFollower, "listen" | "over">;
  log: Pick<FastifyBaseLogger, "error">;
  memory: Memory;
};

/**
 * Whoever decides waits for this first: a command, and a round of timers. A picture that could not be read since the log
 * told of a change is old, and a truck declared by it would pass a stop that was given in another process. So the reading
 * is made up for before anything is decided, and where it fails nothing is: the command is refused as while the database
 * is away and can be sent again, the timers stay due. What is only shown may be as old as the outage, and is for the
 * moment that the next try takes; a driver's page with the last known hours is worth more than none.
 */
export async function allCurrent(memory: Memory): Promise<void> {
  await Promise.all([...memory].map((known) => known.current()));
}

/**
 * Keeps in memory what every command looks at: read before this returns, after each change of this process before its
 * answer leaves (`reload`), and after one of another process when the log tells of it. Readings may overtake one another;
 * the one that was begun last stands, because an earlier one may not have seen what was committed in between. One that
 * fails is made up for in the background.
 * @param concerns whether an event of this kind may have changed it
 */
export async function keepKnown<T>(
  { follower, log, memory }: Parts,
  concerns: (kind: string) => boolean,
  read: () => Promise<T>,
): Promise<Known<T>> {
  let begun = 0;
  let kept = 0;
  /** The first reading that sees all changes that this process knows of. */
  let owed = 0;
  let latest: Promise<void> | undefined;
  let known: { of: T } | undefined;

  async function keep(own: number): Promise<void> {
    const of = await read();
    if (own < kept) return;
    kept = own;
    known = { of };
  }
  function begin(): Promise<void> {
    begun += 1;
    const own = keep(begun).finally(() => {
      if (latest === own) latest = undefined;
    });
    latest = own;
    return own;
  }
  /** Shares the reading under way, if that one sees everything. */
  async function current(): Promise<void> {
    if (kept < owed) await (latest !== undefined && begun >= owed ? latest : begin());
  }
  const catchUp = untilDone(current, {
    over: follower.over,
    onError: (err) => log.error({ err }, "what is kept in memory could not be read; it is tried again"),
  });
  async function reload(): Promise<void> {
    owed = begun + 1;
    await begin().catch((error: unknown) => {
      void catchUp();
      throw error;
    });
  }
  follower.listen((events) => {
    if (!events.some(({ kind }) => concerns(kind))) return;
    owed = begun + 1;
    void catchUp();
  });
  await begin();
  const all: Known<T> = {
    now() {
      if (known === undefined) throw new Error("asked before it was read");
      return known.of;
    },
    reload,
    current,
  };
  memory.add(all);
  return all;
}
