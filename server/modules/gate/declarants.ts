import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { FastifyBaseLogger } from "fastify";
import type { Db } from "../../platform/database/handle.ts";
import type { LogFollower } from "../../platform/events/follow.ts";
import { untilDone } from "../../platform/events/until-done.ts";
import { selectOpenDeclarants } from "./list-store.ts";

const most = 50_000;

/**
 * Who declared each open trip, from memory: the live stream asks it for every event and every reader. A firm hears what
 * officers do to its own trucks, and nothing of others'.
 */
export function keepDeclarants(
  db: Db,
  {
    follower,
    log,
  }: { follower: Pick<LogFollower, "listen" | "over">; log: Pick<FastifyBaseLogger, "error"> },
) {
  const known = new Map<string, readonly string[]>();
  const readOpen = untilDone(
    async () => {
      for (const row of await selectOpenDeclarants(db))
        known.set(row.id, [row.declarant, ...(row.by === null ? [] : [row.by])]);
    },
    {
      over: follower.over,
      onError: (err) =>
        log.error({ err }, "who declared the open trips could not be read; it is tried again"),
    },
  );
  void readOpen();
  follower.listen((events) => {
    for (const { kind, subject, data } of events) {
      if (kind !== "gate.declared") continue;
      const { declarant, onBehalf } = data as Extract<GateEvent, { kind: "gate.declared" }>["data"]; // as: written by this room
      known.set(subject, [declarant, ...(onBehalf === undefined ? [] : [onBehalf.by])]);
      const oldest = known.keys().next();
      if (known.size > most && oldest.done !== true) known.delete(oldest.value);
    }
  });
  return (trip: string): readonly string[] => known.get(trip) ?? [];
}
