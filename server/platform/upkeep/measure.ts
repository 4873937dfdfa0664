import { statfs } from "node:fs/promises";
import { sql } from "kysely";
import type { Database } from "../database/handle.ts";
import type { Clock } from "../time/clock.ts";
import { readUpkeep, type Upkeep } from "./upkeep.ts";

/** What is measured of a running zone, whoever asks: `/ready` and the operator's page. */
export type Readings = {
  /** Machine time of the measurement. */
  at: Date;
  /** Machine clock minus the database's, ms. */
  clockOffsetMs: number;
  /** Committed events that are not yet sealed, and how long the oldest has waited (machine seconds). */
  unsealed: number;
  unsealedSeconds: number;
  /** Sealed events that each subscriber has still to handle. */
  subscriberLag: Record<string, number>;
  diskFreeBytes: number;
  /** When the zone was made, machine time. */
  madeAt: Date;
  upkeep: Upkeep;
};

type Row = { now: Date; madeAt: Date; unsealed: number; oldest: Date | null; lag: Record<string, number> };

/** Measures now: one short statement, one row per task, and the disk of the data folder. */
export async function measure(database: Database, clock: Clock, dataDir: string): Promise<Readings> {
  const before = Date.now();
  // Only events at or after the last sealed transaction can be unsealed: no scan of the whole log.
  const { rows } = await sql<Row>`
    WITH last AS (
      SELECT s.position, e.xact FROM event_seal s JOIN event e USING (seq) ORDER BY s.position DESC LIMIT 1),
    waiting AS (
      SELECT e.recorded_at FROM event e
      WHERE e.xact >= coalesce((SELECT xact FROM last), '0'::xid8)
        AND NOT EXISTS (SELECT 1 FROM event_seal s WHERE s.seq = e.seq))
    SELECT clock_timestamp() AS now, (SELECT min(made_at) FROM zone) AS "madeAt",
           (SELECT count(*) FROM waiting) AS unsealed, (SELECT min(recorded_at) FROM waiting) AS oldest,
           (SELECT coalesce(jsonb_object_agg(name, (SELECT coalesce(max(position), 0) FROM last) - position), '{}')
            FROM subscriber) AS lag`.execute(database.db);
  const row = rows[0];
  if (row === undefined) throw new Error("a statement without FROM gave no row");
  const middle = Math.round((before + Date.now()) / 2);
  const disk = await statfs(dataDir);
  return {
    at: new Date(),
    clockOffsetMs: middle - row.now.getTime(),
    unsealed: row.unsealed,
    unsealedSeconds: waited(row.oldest, clock),
    subscriberLag: row.lag,
    diskFreeBytes: disk.bavail * disk.bsize,
    madeAt: row.madeAt,
    upkeep: await readUpkeep(database),
  };
}

// Events carry zone time, which in a demonstration runs up to `speed` times as fast as the machine's.
function waited(oldest: Date | null, clock: Clock): number {
  if (oldest === null) return 0;
  const zoneSeconds = (clock.now().getTime() - oldest.getTime()) / 1000;
  return Math.max(0, Math.round(zoneSeconds / Math.max(1, clock.speed())));
}
