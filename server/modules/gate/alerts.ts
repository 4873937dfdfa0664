import type { Alert } from "@moc/contract/gate/operations.ts";
import type { AlertRow } from "./operations-store.ts";

/**
 * Bounds of an alert in hours. Total clearance takes 3–4 h since 2025 (gate-operations.md §1.4); a truck that waits
 * longer than that before its crossing is late. A check that takes two hours in the yard waits for somebody.
 */
export const alertBounds = { longWait: 4, longCheck: 2 } as const;

type Look = Pick<Alert, "severity" | "action">;
/** Kinds that trips give rise to; the others have their own. */
type TripAlert = Exclude<Alert["kind"], "counterpart_closure" | "out_of_step">;

const looks = {
  long_wait: { severity: "bad", action: "call_forward" },
  abroad_overdue: { severity: "bad", action: "open_trips" },
  inside_overdue: { severity: "bad", action: "open_trips" },
  check_waiting: { severity: "warn", action: "open_trips" },
  no_show: { severity: "warn", action: "open_trips" },
  abroad_due: { severity: "warn", action: "open_trips" },
  check_hold: { severity: "limited", action: "open_trips" },
  goods_unknown: { severity: "limited", action: "open_queue" },
} as const satisfies Record<TripAlert, Look>;

const rank = { bad: 0, warn: 1, limited: 2 } as const satisfies Record<Alert["severity"], number>;

function isKind(kind: string): kind is TripAlert {
  return Object.hasOwn(looks, kind);
}

/** Alerts by harm: what does harm now before what will, and the most vehicle hours lost first. */
export function orderAlerts(rows: readonly AlertRow[]): Alert[] {
  const alerts = rows.flatMap(({ kind, route, direction, count, hours, since, trips }): Alert[] => {
    if (!isKind(kind)) return [];
    const harmHours = hours === null ? null : Math.round(hours * 10) / 10;
    const { severity, action } = looks[kind];
    const [only] = trips;
    const params = { count: String(count), ...(harmHours !== null && { hours: String(harmHours) }) };
    const what = only !== undefined && count === 1 && action === "open_trips" ? "open_trip" : action;
    const id = `${kind}:${route}:${direction}`;
    const at = since.toISOString();
    return [{ id, kind, severity, harmHours, since: at, route, direction, params, trips, action: what }];
  });
  return alerts.toSorted(
    (one, other) =>
      rank[one.severity] - rank[other.severity] ||
      (other.harmHours ?? 0) - (one.harmHours ?? 0) ||
      one.since.localeCompare(other.since),
  );
}
