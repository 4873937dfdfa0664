import type { Direction } from "@moc/contract/values/traffic.ts";
import type { QueueChange } from "@moc/engines/gate/places.ts";
import { callOrder, type Placed, type Waiting } from "@moc/engines/gate/queue.ts";
import type { Db } from "../../platform/database/handle.ts";
import type { ZoneRules } from "./parts.ts";
import { findQueue, type Queue, selectChanges, selectWaiting } from "./queue-store.ts";
import { queueRule } from "./rules.ts";

/** A queue in the order of calling. */
export type Picture = {
  changes: number;
  order: readonly Placed[];
  byTrip: ReadonlyMap<string, Placed>;
};

export type Pictures = ReturnType<typeof keepPictures>;

/** `registered`: only vehicles declared before it are called, by the route's mode; null: all. */
type Kept = { picture: Picture; rules: ZoneRules; registered: Date | null };

// Beyond so many changes all waiting trucks are read anew, which is then the shorter way.
const mostChanges = 500;

/** The waiting trucks after the changes that came since they were read. */
function caughtUp(waiting: ReadonlyMap<string, Waiting>, changes: readonly QueueChange[]) {
  const now = new Map(waiting);
  for (const change of changes) {
    const { trip } = change;
    const truck = now.get(trip);
    if (change.kind === "joined") {
      const { stream, ticket, passedOver } = change;
      now.set(trip, { trip, stream, ticket, passedOver });
    } else if (change.kind !== "held") now.delete(trip);
    else if (truck !== undefined) now.set(trip, { ...truck, passedOver: change.passedOver });
  }
  return now;
}

/** Whether the kept picture lacks nothing but the changes since; what a mode passes over is in no change. */
function fallsShort(known: Kept | undefined, queue: Queue, registered: Date | null): known is Kept {
  if (known === undefined || known.registered !== null || registered !== null) return false;
  const behind = queue.changes - known.picture.changes;
  return behind >= 0 && behind <= mostChanges;
}

/**
 * Keeps the last picture of each queue. The queue's row counts its changes under its own lock, so a picture with the
 * same count, rules and mode is the present one, in whatever process it was made, and an older one lacks just the
 * changes since. `registeredBefore` is of the route, now.
 */
export function keepPictures(db: Db, registeredBefore: (route: string) => Date | null) {
  const kept = new Map<string, Kept>();

  async function waitingNow(queue: Queue, known: Kept | undefined, registered: Date | null) {
    const { route, direction, changes } = queue;
    if (!fallsShort(known, queue, registered)) return selectWaiting(db, route, direction, registered);
    const { picture } = known;
    if (picture.changes === changes) return picture.order;
    const since = await selectChanges(db, route, direction, picture.changes + 1, changes);
    return [...caughtUp(picture.byTrip, since).values()];
  }

  return async (rules: ZoneRules, route: string, direction: Direction): Promise<Picture> => {
    const key = `${route}/${direction}`;
    const queue = await findQueue(db, route, direction);
    if (queue === undefined) return { changes: 0, order: [], byTrip: new Map() };
    const known = kept.get(key);
    const registered = registeredBefore(route);
    const present = known?.picture.changes === queue.changes && known.rules === rules;
    if (present && known.registered?.getTime() === registered?.getTime()) return known.picture;
    const waiting = await waitingNow(queue, known, registered);
    const order = callOrder(waiting, queueRule(rules, route, direction), queue.credit);
    const byTrip = new Map(order.map((truck) => [truck.trip, truck]));
    const picture = { changes: queue.changes, order, byTrip };
    kept.set(key, { picture, rules, registered });
    return picture;
  };
}
