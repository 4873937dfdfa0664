import type { Direction } from "@moc/contract/values/traffic.ts";
import { sql } from "kysely";
import type { Db } from "../../platform/database/handle.ts";

/** Trucks of one route that wait in the yard for one check, and by how many called after them they were passed. */
export type OutOfStep = {
  check: string;
  route: string;
  direction: Direction;
  count: number;
  /** Since when the first of them stands in the yard. */
  since: Date;
  passed: number;
  trips: string[];
};

/**
 * Checks that are done in another order than the trucks were called in: who waits in the yard while at least `least`
 * called later were passed. The most trucks left behind first.
 */
export async function selectOutOfStep(db: Db, least: number): Promise<OutOfStep[]> {
  const { rows } = await sql<OutOfStep>`
    WITH inside AS MATERIALIZED (
      SELECT t.id, t.route, t.direction, t.state, t.yard_in, coalesce(t.called_at, t.yard_in) AS turn,
        c ->> 'kind' AS asked, c ->> 'state' AS decision, (c ->> 'decidedAt')::timestamptz AS at
      FROM gate_trip t, jsonb_array_elements(t.trip -> 'checks') AS c
      WHERE t.ended_at IS NULL AND t.yard_in IS NOT NULL),
    behind AS (
      SELECT w.id, w.route, w.direction, w.asked, w.yard_in, count(*) AS passed
      FROM inside w JOIN inside p ON p.route = w.route AND p.direction = w.direction AND p.asked = w.asked
        AND p.decision = 'pass' AND p.turn > w.turn AND p.at > w.yard_in
      WHERE w.state = 'in_yard' AND w.decision = 'pending'
      GROUP BY w.id, w.route, w.direction, w.asked, w.yard_in HAVING count(*) >= ${least})
    SELECT asked AS "check", route, direction, count(*) AS count, min(yard_in) AS since, max(passed) AS passed,
      array_agg(id ORDER BY yard_in, id) AS trips
    FROM behind GROUP BY asked, route, direction ORDER BY count(*) DESC, min(yard_in)`.execute(db);
  return rows;
}
