import type { Alert } from "@moc/contract/gate/operations.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { sql } from "kysely";
import type { Db } from "../../platform/database/handle.ts";

type Row = {
  check: string;
  route: string;
  direction: Direction;
  count: number;
  since: Date;
  passed: number;
  trips: string[];
};

/** One or two that are done sooner are an inspection that takes longer; so many are another order than the queue's. */
const outOfStep = 3;

/**
 * Checks that a force does in another order than the trucks were called in: trucks wait for it in the yard while as many
 * as `outOfStep`, called after them, were passed. The most trucks left behind first.
 */
export async function stepAlerts(db: Db): Promise<Alert[]> {
  const { rows } = await sql<Row>`
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
      GROUP BY w.id, w.route, w.direction, w.asked, w.yard_in HAVING count(*) >= ${outOfStep})
    SELECT asked AS "check", route, direction, count(*) AS count, min(yard_in) AS since, max(passed) AS passed,
      (array_agg(id ORDER BY yard_in, id))[1:50] AS trips
    FROM behind GROUP BY asked, route, direction ORDER BY count(*) DESC, min(yard_in)`.execute(db);
  return rows.map(({ check, route, direction, count, since, passed, trips }) => ({
    id: `out_of_step:${route}:${direction}:${check}`,
    kind: "out_of_step",
    severity: "warn",
    harmHours: null,
    since: since.toISOString(),
    route,
    direction,
    params: { count: String(count), check, passed: String(passed) },
    trips,
    action: count === 1 ? "open_trip" : "open_trips",
  }));
}
