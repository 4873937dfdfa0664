import type { CheckKind } from "@moc/contract/gate/check.ts";
import { type TripCommand, tripCommands } from "@moc/contract/gate/trip.ts";
import type { May } from "@moc/contract/values/may.ts";
import type { Instant } from "@moc/contract/values/time.ts";
import { amendable } from "./amend.ts";
import { decisionsFor, missingChecks } from "./checks.ts";
import { arrivalConfirmed } from "./signals.ts";
import type { Trip } from "./trip.ts";
import { type Guard, type Party, rowFor, type TripStep, tripTables } from "./trip-table.ts";

/** Who asks, about one trip: its capacities, and the checks that its force performs. */
export interface Caller {
  parties: ReadonlySet<Party>;
  checks: ReadonlySet<CheckKind>;
}

/** Yes, or no with a key of the messages and the values of its sentence. */
export type Verdict = { allowed: true } | { allowed: false; reason: string; params: Record<string, string> };

const yes: Verdict = { allowed: true };
function no(reason: string, params: Record<string, string> = {}): Verdict {
  return { allowed: false, reason, params };
}

const guards = {
  amendable: (trip) => (amendable(trip).length > 0 ? yes : no("amend_too_late")),
  two_signals: (trip) => (arrivalConfirmed(trip.signals) ? yes : no("second_signal_missing")),
  checks_passed: (trip) => {
    const missing = missingChecks(trip);
    return missing.length === 0 ? yes : no("checks_missing", { checks: missing.join(",") });
  },
  check_failed: (trip) => (trip.checks.some((check) => check.state === "fail") ? yes : no("no_check_failed")),
  arrival_overdue: (trip, now) => (now >= trip.expiresAt ? yes : no("not_due", { due: trip.expiresAt })),
  show_overdue: (trip, now) =>
    trip.showBy !== null && now >= trip.showBy ? yes : no("not_due", { due: trip.showBy ?? "" }),
} as const satisfies Record<Guard, (trip: Trip, now: Instant) => Verdict>;

/** Whether the table lets a step happen now, whoever asks. Reasons: `state_forbids` and those of the guards. */
export function stepVerdict(trip: Trip, step: TripStep, now: Instant): Verdict {
  const row = rowFor(trip.kind, trip.state, step);
  if (row === undefined) return no("state_forbids", { state: trip.state });
  return row.guard === undefined ? yes : guards[row.guard](trip, now);
}

/**
 * Whether this caller may give a command now. Who comes before the guards, so that a stranger learns nothing of the
 * trip: reasons `state_forbids`, `not_allowed` (with the parties who may), then those of the guards.
 */
export function commandVerdict(trip: Trip, command: TripCommand, caller: Caller, now: Instant): Verdict {
  const row = rowFor(trip.kind, trip.state, command);
  if (row === undefined) return no("state_forbids", { state: trip.state });
  if (!row.who.some((party) => caller.parties.has(party))) {
    return no("not_allowed", { who: row.who.join(",") });
  }
  return stepVerdict(trip, command, now);
}

/** Whether this caller may decide one check of the trip now, and which decisions the check takes. */
export function checkVerdict(trip: Trip, kind: CheckKind, caller: Caller, now: Instant): Verdict {
  const row = commandVerdict(trip, "decide_check", caller, now);
  if (!row.allowed) return row;
  if (!caller.checks.has(kind)) return no("not_allowed", { who: kind });
  const check = trip.checks.find((candidate) => candidate.kind === kind);
  if (check === undefined) return no("check_not_applicable", { check: kind });
  if (decisionsFor(check.state).length === 0) return no("check_transition", { state: check.state });
  return yes;
}

function asMay(action: string, verdict: Verdict, params: Record<string, string> = {}): May {
  return verdict.allowed
    ? { action, allowed: true, ...(Object.keys(params).length > 0 && { params }) }
    : { action, allowed: false, reason: verdict.reason, params: verdict.params };
}

/**
 * What this caller may do next with the trip, and why not. One line per command that the kind of trip knows; checks
 * have one line each, `decide_check:customs`, whose params name the decisions it takes. `expire` is the timers' own.
 */
export function mayNext(trip: Trip, caller: Caller, now: Instant): May[] {
  const lines: May[] = [];
  for (const command of tripCommands) {
    if (command === "expire" || tripTables[trip.kind][command].length === 0) continue;
    if (command !== "decide_check") {
      const params: Record<string, string> = command === "amend" ? { fields: amendable(trip).join(",") } : {};
      lines.push(asMay(command, commandVerdict(trip, command, caller, now), params));
      continue;
    }
    for (const check of trip.checks) {
      const params = { decisions: decisionsFor(check.state).join(",") };
      lines.push(asMay(`decide_check:${check.kind}`, checkVerdict(trip, check.kind, caller, now), params));
    }
  }
  return lines;
}
