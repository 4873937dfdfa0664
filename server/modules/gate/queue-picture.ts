import type { Direction } from "@moc/contract/values/traffic.ts";
import { applyChange, type QueueChange } from "@moc/engines/gate/places.ts";
import { callOrder, type Placed, type Waiting } from "@moc/engines/gate/queue.ts";
import type { Db } from "../../platform/database/handle.ts";
import type { ZoneRules } from "./parts.ts";
import {
  type Excepted,
  findQueue,
  type Queue,
  selectChanges,
  selectExceptions,
  selectWaiting,
} from "./queue-store.ts";
import { queueRule } from "./rules.ts";

/** A queue in the order of calling. */
export type Picture = {
  changes: number;
  order: readonly Placed[];
  byTrip: ReadonlyMap<string, Placed>;
  /** The last departures from the order, newest first. */
  exceptions: readonly Excepted[];
};

export type Pictures = ReturnType<typeof keepPictures>;

/** `registered`: only vehicles declared before it are called, by the route's mode; null: all. */
type Kept = { picture: Picture; rules: ZoneRules; registered: Date | null };

// Beyond so many changes all waiting trucks are read anew, which is then the shorter way.
const mostChanges = 500;

const mostExceptions = 20;

/** The waiting trucks after the changes that came since they were read. */
function caughtUp(waiting: ReadonlyMap<string, Waiting>, changes: readonly QueueChange[]) {
  const now = new Map(waiting);
  for (const change of changes) applyChange(now, change);
  return now;
}

/** The departures from the order among some changes, newest first. */
function exceptedOf(changes: readonly QueueChange[]): Excepted[] {
  return changes
    .flatMap((change) =>
      change.kind === "excepted" ? [{ at: change.at, trip: change.trip, exception: change.exception }] : [],
    )
    .toReversed();
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

  async function read({ route, direction }: Queue, registered: Date | null) {
    const waiting = await selectWaiting(db, route, direction, registered);
    return { waiting, exceptions: await selectExceptions(db, route, direction, mostExceptions) };
  }

  async function present(queue: Queue, known: Kept | undefined, registered: Date | null) {
    const { route, direction, changes } = queue;
    if (!fallsShort(known, queue, registered)) return read(queue, registered);
    const { picture } = known;
    const { exceptions } = picture;
    if (picture.changes === changes) return { waiting: picture.order, exceptions };
    const since = await selectChanges(db, route, direction, picture.changes + 1, changes);
    const waiting = [...caughtUp(picture.byTrip, since).values()];
    return { waiting, exceptions: [...exceptedOf(since), ...exceptions].slice(0, mostExceptions) };
  }

  return async (rules: ZoneRules, route: string, direction: Direction): Promise<Picture> => {
    const key = `${route}/${direction}`;
    const queue = await findQueue(db, route, direction);
    if (queue === undefined) return { changes: 0, order: [], byTrip: new Map(), exceptions: [] };
    const known = kept.get(key);
    const registered = registeredBefore(route);
    const same = known?.picture.changes === queue.changes && known.rules === rules;
    if (same && known.registered?.getTime() === registered?.getTime()) return known.picture;
    const { waiting, exceptions } = await present(queue, known, registered);
    const order = callOrder(waiting, queueRule(rules, route, direction), queue.credit);
    const byTrip = new Map(order.map((truck) => [truck.trip, truck]));
    const picture = { changes: queue.changes, order, byTrip, exceptions };
    kept.set(key, { picture, rules, registered });
    return picture;
  };
}
