import type { Alert } from "@moc/contract/gate/operations.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { authorise } from "../../platform/authorise.ts";
import { alertBounds, orderAlerts } from "./alerts.ts";
import { selectAlerts } from "./operations-store.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { stepAlerts } from "./step-alerts.ts";

/** Trips that an alert names on the operations screen, which is sent to everybody with each change. */
export const mostNamed = 50;

// Who waits for longer has waited too long by far.
const daysBack = 14;

/** When each route was not closed in the last days: at night nobody can be called, so nobody loses time. */
function openTime(parts: GateParts, at: Date) {
  const from = new Date(at.getTime() - daysBack * 86_400_000);
  return rulesNow(parts).route.flatMap(({ key: route }) =>
    parts.registry.openStretches(route, from, at).map((stretch) => ({ route, ...stretch })),
  );
}

/** The alerts that trips give rise to now, by harm, each with the first `most` of its trips, the oldest first. */
export async function tripAlerts(parts: GateParts, at: Date, most: number): Promise<Alert[]> {
  const { db } = parts.database;
  const rows = await selectAlerts(db, at, alertBounds, openTime(parts, at), most);
  return [...orderAlerts(rows), ...(await stepAlerts(db, most))];
}

/**
 * All trips that one alert is about as it stands now; none when it is over.
 * @throws Refusal `not_allowed` to whom the operations screen is refused.
 */
export async function tripsOfAlert(parts: GateParts, reader: Actor, id: string): Promise<string[]> {
  authorise(gatePolicy, "read_operations", reader, noTrip);
  const alerts = await tripAlerts(parts, parts.clock.now(), Number.MAX_SAFE_INTEGER);
  return alerts.find((alert) => alert.id === id)?.trips ?? [];
}
