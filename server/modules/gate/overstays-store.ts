import type { OperationsView } from "@moc/contract/gate/operations.ts";
import { sql } from "kysely";
import type { Db } from "../../platform/database/handle.ts";

/** Trucks past their hours on the other side of their own border, by route: the longest first, at most fifty told by id. */
export async function selectOverstays(db: Db, now: Date): Promise<OperationsView["overstays"]> {
  const { rows } = await sql<OperationsView["overstays"][number]>`
    SELECT route, side, count(*) AS vehicles, count(*) FILTER (WHERE two_way) AS "twoWay",
      floor(max(extract(epoch FROM ${now}::timestamptz - return_by)) / 60)::int AS "longestMinutes",
      (array_agg(id ORDER BY return_by, id))[1:50] AS trips
    FROM (
      SELECT id, route, return_by, coalesce((trip ->> 'twoWay')::boolean, false) AS two_way,
        CASE WHEN state = 'abroad' THEN 'abroad' ELSE 'inside' END AS side
      FROM gate_trip
      WHERE ended_at IS NULL AND return_by <= ${now}
        AND (state = 'abroad' OR (in_at IS NOT NULL AND out_at IS NULL))) AS late
    GROUP BY route, side ORDER BY "longestMinutes" DESC, route`.execute(db);
  return rows;
}
