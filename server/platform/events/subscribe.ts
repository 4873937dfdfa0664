import type { Database, Tx } from "../database/handle.ts";
import type { LogFollower } from "./follow.ts";
import { readSealed, type SealedEvent } from "./seal.ts";
import { untilDone } from "./until-done.ts";

/** Upward effects: called once per event and subscriber, in a transaction of its own, in the log's order. */
export type Subscriber = {
  name: string;
  handles: (kind: string) => boolean;
  handle: (tx: Tx, event: SealedEvent) => Promise<void>;
};

const page = 500;

/** Keeps every subscriber up with the log. @returns lag per subscriber in events, and the way to stop. */
export function runSubscribers(
  database: Database,
  follower: LogFollower,
  subscribers: Subscriber[],
  onError: (error: unknown) => void,
) {
  const lag = new Map(subscribers.map((subscriber) => [subscriber.name, 0]));
  let stopped = false;

  async function catchUp(subscriber: Subscriber): Promise<void> {
    for (;;) {
      const done = await database.transaction((tx) => handlePage(tx, subscriber));
      lag.set(subscriber.name, follower.position() - done.position);
      if (done.count < page) return;
    }
  }

  const works = subscribers.map((subscriber) =>
    untilDone(() => catchUp(subscriber), { over: () => stopped, onError }),
  );
  const next = () => Promise.all(works.map((work) => work()));
  const stopListening = follower.listen(() => void next());
  void next();
  return {
    lag,
    /** Resolves when everything told before the call is handled. */
    idle: next,
    async stop() {
      stopListening();
      stopped = true;
      await next();
    },
  };
}

async function handlePage(
  tx: Tx,
  { name, handles, handle }: Subscriber,
): Promise<{ position: number; count: number }> {
  await tx
    .insertInto("subscriber")
    .values({ name, position: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const cursor = await tx
    .selectFrom("subscriber")
    .select("position")
    .where("name", "=", name)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const events = await readSealed(tx, cursor.position, page);
  for (const event of events) {
    if (handles(event.kind)) await handle(tx, event);
  }
  const position = events.at(-1)?.position ?? cursor.position;
  if (position > cursor.position)
    await tx.updateTable("subscriber").set({ position }).where("name", "=", name).execute();
  return { position, count: events.length };
}
