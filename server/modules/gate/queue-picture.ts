import type { Direction } from "@moc/contract/values/traffic.ts";
import { callOrder, type Placed } from "@moc/engines/gate/queue.ts";
import type { Db } from "../../platform/database/handle.ts";
import type { ZoneRules } from "./parts.ts";
import { findQueue, selectWaiting } from "./queue-store.ts";
import { queueRule } from "./rules.ts";

/** A queue in the order of calling. */
export type Picture = {
  changes: number;
  order: readonly Placed[];
  byTrip: ReadonlyMap<string, Placed>;
};

export type Pictures = ReturnType<typeof keepPictures>;

/**
 * Keeps the last picture of each queue. The queue's row counts its changes under its own lock, so a picture with the
 * same count, rules and mode is the present one, in whatever process it was made. `registeredBefore` is of the route, now.
 */
export function keepPictures(db: Db, registeredBefore: (route: string) => Date | null) {
  const kept = new Map<string, { picture: Picture; rules: ZoneRules; before: number | undefined }>();
  return async (rules: ZoneRules, route: string, direction: Direction): Promise<Picture> => {
    const key = `${route}/${direction}`;
    const queue = await findQueue(db, route, direction);
    if (queue === undefined) return { changes: 0, order: [], byTrip: new Map() };
    const known = kept.get(key);
    const registered = registeredBefore(route);
    const before = registered?.getTime();
    const present = known?.picture.changes === queue.changes && known.rules === rules;
    if (present && known.before === before) return known.picture;
    const waiting = await selectWaiting(db, route, direction, registered);
    const order = callOrder(waiting, queueRule(rules, route, direction), queue.credit);
    const picture = {
      changes: queue.changes,
      order,
      byTrip: new Map(order.map((truck) => [truck.trip, truck])),
    };
    kept.set(key, { picture, rules, before });
    return picture;
  };
}
