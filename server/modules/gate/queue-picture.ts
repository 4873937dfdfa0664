import type { Direction } from "@moc/contract/values/traffic.ts";
import { applyChange, type QueueChange } from "@moc/engines/gate/places.ts";
import { callOrder, type Placed, type Waiting } from "@moc/engines/gate/queue.ts";
import type { Db } from "../../platform/database/handle.ts";
import { type CallingMode, modeKey } from "./calling-mode.ts";
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

/** `mode`: the key of what left single trucks standing; empty: nothing. */
type Kept = { picture: Picture; rules: ZoneRules; mode: string };

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
function fallsShort(known: Kept | undefined, queue: Queue, mode: string): known is Kept {
  if (known === undefined || known.mode !== "" || mode !== "") return false;
  const behind = queue.changes - known.picture.changes;
  return behind >= 0 && behind <= mostChanges;
}

/**
 * Keeps the last picture of each queue. The queue's row counts its changes under its own lock, so a picture with the
 * same count, rules and mode is the present one, in whatever process it was made, and an older one lacks just the
 * changes since. `modeOf` is of the queue, now.
 */
export function keepPictures(
  db: Db,
  modeOf: (queue: { route: string; direction: Direction }) => CallingMode,
) {
  const kept = new Map<string, Kept>();

  async function read(queue: Queue, mode: CallingMode) {
    const { route, direction } = queue;
    const waiting: readonly Waiting[] = await selectWaiting(db, queue, mode);
    return { waiting, exceptions: await selectExceptions(db, route, direction, mostExceptions) };
  }

  async function present(queue: Queue, known: Kept | undefined, mode: CallingMode) {
    const { route, direction, changes } = queue;
    if (!fallsShort(known, queue, modeKey(mode))) return read(queue, mode);
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
    const mode = modeOf(queue);
    const same = known?.picture.changes === queue.changes && known.rules === rules;
    if (same && known.mode === modeKey(mode)) return known.picture;
    const { waiting, exceptions } = await present(queue, known, mode);
    const order = callOrder(waiting, queueRule(rules, route, direction), queue.credit);
    const byTrip = new Map(order.map((truck) => [truck.trip, truck]));
    const picture = { changes: queue.changes, order, byTrip, exceptions };
    kept.set(key, { picture, rules, mode: modeKey(mode) });
    return picture;
  };
}
