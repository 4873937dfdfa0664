import type { Alert } from "@moc/contract/gate/operations.ts";
import type { Db } from "../../platform/database/handle.ts";
import { selectOutOfStep } from "./step-store.ts";

/** One or two that are done sooner are an inspection that takes longer; so many are another order than the queue's. */
const outOfStep = 3;

/** Forces that are out of step with the queue, each with the first `most` of the trucks that it leaves behind. */
export async function stepAlerts(db: Db, most: number): Promise<Alert[]> {
  const rows = await selectOutOfStep(db, outOfStep);
  return rows.map(({ check, route, direction, count, since, passed, trips }) => ({
    id: `out_of_step:${route}:${direction}:${check}`,
    kind: "out_of_step",
    severity: "warn",
    harmHours: null,
    since: since.toISOString(),
    route,
    direction,
    params: { count: String(count), check, passed: String(passed) },
    trips: trips.slice(0, most),
    action: count === 1 ? "open_trip" : "open_trips",
  }));
}
