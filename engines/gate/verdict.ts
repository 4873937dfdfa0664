import type { CheckKind } from "@moc/contract/gate/check.ts";
import { type Party, type TripCommand, tripCommands } from "@moc/contract/gate/trip.ts";
import type { May } from "@moc/contract/values/may.ts";
import type { Instant } from "@moc/contract/values/time.ts";
import { amendable } from "./amend.ts";
import { decisionsFor } from "./checks.ts";
import { guards } from "./guards.ts";
import { kindNow } from "./leg.ts";
import type { Trip } from "./trip.ts";
import type { Row, TripStep } from "./trip-row.ts";
import { rowFor, tripTables } from "./trip-table.ts";
import { whyNot } from "./why-not.ts";
import { no, type Verdict, yes } from "./yes-or-no.ts";

/** Who asks, about one trip: its capacities, and the checks that its force performs. */
export interface Caller {
  parties: ReadonlySet<Party>;
  checks: ReadonlySet<CheckKind>;
}

/** Whether the table lets a step happen now, whoever asks. Reasons: those of `whyNot` and of the guards. */
export function stepVerdict(trip: Trip, step: TripStep, now: Instant): Verdict {
  const row = rowFor(kindNow(trip), trip.state, step);
  return row === undefined ? whyNot(trip, step) : guarded(row, trip, now);
}

function guarded(row: Row, trip: Trip, now: Instant): Verdict {
  return row.guard === undefined ? yes : guards[row.guard](trip, now);
}

/**
 * Whether this caller may give a command now. Who comes before the guards, so that a stranger learns nothing of the
 * trip's papers: reasons of `whyNot`, `not_allowed` (with the people who may), then those of the guards.
 */
export function commandVerdict(trip: Trip, command: TripCommand, caller: Caller, now: Instant): Verdict {
  const row = rowFor(kindNow(trip), trip.state, command);
  if (row === undefined) return whyNot(trip, command);
  if (!row.who.some((party) => caller.parties.has(party))) {
    return no("not_allowed", { who: row.who.filter((party) => party !== "system").join(",") });
  }
  return guarded(row, trip, now);
}

/** Whether this caller may decide one check of the trip now, and which decisions the check takes. */
export function checkVerdict(trip: Trip, kind: CheckKind, caller: Caller, now: Instant): Verdict {
  const row = commandVerdict(trip, "decide_check", caller, now);
  if (!row.allowed) return row;
  if (!caller.checks.has(kind)) return no("not_allowed", { who: kind });
  const check = trip.checks.find((candidate) => candidate.kind === kind);
  if (check === undefined) return no("check_not_applicable", { check: kind });
  if (decisionsFor(check.state).length === 0) return no("check_transition", { result: check.state });
  return yes;
}

function asMay(action: string, verdict: Verdict, params: Record<string, string> = {}): May {
  return verdict.allowed
    ? { action, allowed: true, ...(Object.keys(params).length > 0 && { params }) }
    : { action, allowed: false, reason: verdict.reason, params: verdict.params };
}

/** What of a command is open, for those that have parts. */
const paramsOf: Partial<Record<TripCommand, (trip: Trip) => Record<string, string>>> = {
  amend: (trip) => ({ fields: amendable(trip).join(",") }),
  lift_exception: (trip) => ({
    exceptions: [trip.priority && "priority", trip.heldBack && "hold"].filter(Boolean).join(","),
  }),
};

/** What stands against a command outside the trip, such as the hours of its route. */
export type Outside = Partial<Record<TripCommand, Verdict>>;

/**
 * What this caller may do next with the trip, and why not. One line per command that the kind of trip knows; checks
 * have one line each, `decide_check:customs`, whose params name the decisions it takes. `expire` is the timers' own.
 */
export function mayNext(trip: Trip, caller: Caller, now: Instant, outside: Outside = {}): May[] {
  const lines: May[] = [];
  for (const command of tripCommands) {
    if (command === "expire" || tripTables[kindNow(trip)][command].length === 0) continue;
    if (command !== "decide_check") {
      const params = paramsOf[command]?.(trip) ?? {};
      const verdict = commandVerdict(trip, command, caller, now);
      lines.push(asMay(command, verdict.allowed ? (outside[command] ?? verdict) : verdict, params));
      continue;
    }
    for (const check of trip.checks) {
      const params = { decisions: decisionsFor(check.state).join(",") };
      lines.push(asMay(`decide_check:${check.kind}`, checkVerdict(trip, check.kind, caller, now), params));
    }
  }
  return lines;
}
