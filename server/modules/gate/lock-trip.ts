import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { lockQueuesOf, type Queue, queueStates } from "./queue-store.ts";
import { lockTrip } from "./trip-store.ts";

/** The trip went to another queue while its own was waited for. Nothing was written: the command begins anew. */
class Overtaken extends Error {
  /** As the database says it of a transaction that has to begin anew. */
  readonly code = "40001";
}

/**
 * Holds a trip until the transaction ends, and before it the queue that it stands in or may join. `rejoining`: it has
 * left its queue and may come back. `also`: another route that it may be moved to; all take their queues in one order, so
 * that nobody waits in a circle. @throws Overtaken
 */
export async function lockInQueue(
  tx: Tx,
  id: string,
  { rejoining = false, also }: { rejoining?: boolean; also?: string | undefined } = {},
): Promise<{ trip: Trip | undefined; queue: Queue | undefined; queues: Queue[] }> {
  const queues = await lockQueuesOf(tx, id, rejoining, also ?? null);
  const trip = await lockTrip(tx, id);
  const queue = queues.find(({ route }) => route === trip?.route);
  if (trip !== undefined && queue === undefined) {
    const needed = kindTraits[trip.kind].queued && (rejoining || queueStates.has(trip.state));
    if (needed) throw new Overtaken(`trip ${id} went to ${trip.route}`);
  }
  return { trip, queue, queues };
}
