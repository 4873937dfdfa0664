import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { mayNext, type Outside } from "@moc/engines/gate/verdict.ts";
import { callable } from "./calling-hours.ts";
import { callingMode, leftStanding, orderedOpen, steeredOf } from "./calling-mode.ts";
import { orderNo } from "./order-words.ts";
import type { GateParts, ZoneRules } from "./parts.ts";
import { callerOf, gatePolicy, rowOf, type TripRow } from "./policy.ts";
import { withNames } from "./spoken-names.ts";

/** What stands against calling this truck beside itself: the rules, the hours and the orders of its route. */
function outsideOf(parts: GateParts, rules: ZoneRules, trip: Trip, now: Date): Outside {
  if (trip.state !== "holding") return {};
  const open = callable(parts, rules, trip, now);
  if (!open.allowed) return { call_forward: open };
  const mode = callingMode(parts, trip, now);
  const ordered = orderedOpen(mode, trip);
  if (!ordered.allowed) return { call_forward: ordered };
  const left = leftStanding(mode, steeredOf(trip));
  if (left === null) return {};
  if (left.reason !== "not_pre_registered") return { call_forward: orderNo(left.order, trip.route) };
  return { call_forward: { allowed: false, reason: left.reason, params: {} } };
}

/** Another declaration like this one, for who may read the whole of it. It is no step of the trip. */
function mayCopy(actor: Actor, row: TripRow): May {
  const allowed = gatePolicy.declare(actor, row) && gatePolicy.read_declaration(actor, row);
  if (allowed) return { action: "copy", allowed };
  return { action: "copy", allowed, reason: "not_allowed", params: { who: "declarant" } };
}

/** What this actor may do next with the trip as it stands now, and why not. */
export function mayNow(parts: GateParts, rules: ZoneRules, actor: Actor, trip: Trip): May[] {
  const now = parts.clock.now();
  const row = rowOf(trip, rules);
  const caller = callerOf(actor, row);
  const next = mayNext(trip, caller, now.toISOString(), outsideOf(parts, rules, trip, now));
  return [...next, mayCopy(actor, row)].map((line) => {
    const params = line.params && withNames(line.params, rules);
    return params === line.params ? line : { ...line, params };
  });
}
