import { createHmac } from "node:crypto";
import type { Platform } from "../../platform/platform.ts";
import { type Gathering, gatherStrokes } from "../../platform/stroke.ts";
import type { Identity } from "../identity/index.ts";
import type { Registry } from "../registry/index.ts";
import { callingMode } from "./calling-mode.ts";
import { keepHours } from "./hours-of-day.ts";
import { keepLast } from "./keep-last.ts";
import type { GateParts } from "./parts.ts";
import { keepPictures } from "./queue-picture.ts";
import { keepNotices, withNotices } from "./standing-notices.ts";
import { keepOrders } from "./standing-orders.ts";
import { rememberTrips } from "./trip-memory.ts";
import { tripStroke } from "./trip-stroke.ts";

/** Puts together what the gate works with. `gathering`: how decisions share a statement, where it is to be measured. */
export async function openParts(
  platform: Platform,
  lower: { registry: Registry; identity: Identity },
  gathering?: Gathering,
): Promise<GateParts> {
  const { database, once, clock, follower } = platform;
  const notices = await keepNotices(platform);
  const registry = withNotices(lower.registry, notices, clock.timeZone);
  const orders = await keepOrders(platform);
  const pictures = keepPictures(database.db, (queue) =>
    callingMode({ registry, orders }, queue, clock.now()),
  );
  const memory = rememberTrips(database.db);
  const strokes = gatherStrokes(platform, tripStroke, gathering);
  return {
    database,
    once,
    clock,
    follower,
    ...lower,
    registry,
    kept: platform.memory,
    notices,
    orders,
    importKey: createHmac("sha256", platform.settings.secret).update("digest of an import").digest(),
    pictures,
    trips: memory.read,
    memory,
    strokes,
    hours: keepHours({ database, clock }),
    operations: keepLast(4),
    queues: keepLast(16),
    calls: keepLast(16),
    intakes: keepLast(2),
    lists: keepLast(64),
    histories: keepLast(5_000),
  };
}
