import type { FastifyBaseLogger } from "fastify";
import type { LogFollower } from "./follow.ts";

/** What is known now, in memory. */
export type Known<T> = {
  now(): T;
  /** Reads it anew. Whoever has committed a change and waits for this sees the change in `now` from then on. */
  reload(): Promise<void>;
};

type Parts = { follower: Pick<LogFollower, "listen">; log: Pick<FastifyBaseLogger, "error"> };

/**
 * Keeps in memory what every command looks at: read before this returns, after each change of this process before its
 * answer leaves (`reload`), and after one of another process when the log tells of it. Readings may overtake one another;
 * the one that was begun last stands, because an earlier one may not have seen what was committed in between.
 * @param concerns whether an event of this kind may have changed it
 */
export async function keepKnown<T>(
  { follower, log }: Parts,
  concerns: (kind: string) => boolean,
  read: () => Promise<T>,
): Promise<Known<T>> {
  let begun = 0;
  let kept = 0;
  let known: { of: T } | undefined;
  async function reload(): Promise<void> {
    begun += 1;
    const own = begun;
    const of = await read();
    if (own < kept) return;
    kept = own;
    known = { of };
  }
  follower.listen((events) => {
    if (!events.some(({ kind }) => concerns(kind))) return;
    reload().catch((err: unknown) => log.error({ err }, "what is kept in memory could not be read again"));
  });
  await reload();
  return {
    now() {
      if (known === undefined) throw new Error("asked before it was read");
      return known.of;
    },
    reload,
  };
}
