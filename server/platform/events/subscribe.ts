import type { Database, Tx } from "../database/handle.ts";
import type { LogFollower } from "./follow.ts";
import { readSealed, type SealedEvent } from "./seal.ts";

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
  let turn: Promise<void> = Promise.resolve();

  async function catchUp(subscriber: Subscriber): Promise<void> {
    for (;;) {
      const done = await database.transaction((tx) => handlePage(tx, subscriber));
      lag.set(subscriber.name, follower.position() - done.position);
      if (done.count < page) return;
    }
  }

  const next = () => {
    turn = turn.then(async () => {
      for (const subscriber of subscribers) await catchUp(subscriber).catch(onError);
    });
  };
  const stopListening = follower.listen(next);
  next();
  return {
    lag,
    idle: () => turn,
    async stop() {
      stopListening();
      await turn;
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
