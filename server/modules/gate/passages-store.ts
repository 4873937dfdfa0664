import { sql } from "kysely";
import type { Db } from "../../platform/database/handle.ts";

export type PassageCounts = { out: number; in: number; newVehicles: number; newVehiclesWaiting: number };

/**
 * Passages over Km0 from `from` to `at`, loaded or empty, each way; and the new vehicles, which are goods and no lorries:
 * those that came in meanwhile, and those that had come in by `at` and were still at the gates.
 */
export async function countPassages(db: Db, from: Date, at: Date): Promise<PassageCounts> {
  const { rows } = await sql<PassageCounts>`
    SELECT
      (SELECT count(*) FROM gate_trip WHERE out_at >= ${from} AND out_at <= ${at}) AS out,
      (SELECT count(*) FROM gate_trip WHERE in_at >= ${from} AND in_at <= ${at}) AS in,
      (SELECT count(*) FROM gate_trip
        WHERE direction = 'import' AND goods_class = 'new_vehicle' AND crossed_at >= ${from} AND crossed_at <= ${at})
        AS "newVehicles",
      (SELECT count(*) FROM gate_trip
        WHERE direction = 'import' AND goods_class = 'new_vehicle' AND crossed_at <= ${at}
          AND (ended_at IS NULL OR ended_at > ${at})) AS "newVehiclesWaiting"`.execute(db);
  return rows[0] ?? { out: 0, in: 0, newVehicles: 0, newVehiclesWaiting: 0 };
}
