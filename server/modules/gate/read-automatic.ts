import type { AutomaticView } from "@moc/contract/gate/automatic.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import type { Verdict } from "@moc/engines/gate/yes-or-no.ts";
import { authorise } from "../../platform/authorise.ts";
import { timerDue } from "../../platform/time/timers.ts";
import { findLast, type Switching } from "./automatic-store.ts";
import { type Ahead, lookAhead } from "./look-ahead.ts";
import { lookNow } from "./look-at-call.ts";
import { mayByDuty } from "./may-by-duty.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { hasRoute } from "./rules.ts";
import { automaticTimer } from "./timer-kinds.ts";

type Queue = { route: string; direction: Direction };

function said(verdict: Verdict): AutomaticView["why"] {
  if (verdict.allowed) return { allowed: true, reason: null, params: {} };
  return { allowed: false, reason: verdict.reason, params: verdict.params };
}

/** What may be done with the switch: the one that is not pressed, within the rule of today. */
function switches(actor: Actor, on: boolean, { rule, why }: Ahead): May[] {
  const action = on ? "stop_automatic" : "start_automatic";
  const may = mayByDuty(actor, "switch_automatic", action);
  if (!may.allowed || on || rule !== null || why.allowed) return [may];
  return [{ action, allowed: false, reason: why.reason, params: why.params }];
}

/** The last turn of the switch; its officer for those who see every trip. */
async function showSwitched(
  { database: { db }, identity }: GateParts,
  reader: Actor,
  { at, actor, organisation, reason }: Switching,
): Promise<AutomaticView["switched"]> {
  const named = gatePolicy.read_all_trips(reader, noTrip)
    ? await identity.nameActors(db, [actor])
    : new Map<string, string>();
  return { at, organisation, officer: named.get(actor) ?? null, reason };
}

/** The automatic of one queue for one reader. */
export async function showAutomatic(
  parts: GateParts,
  reader: Actor,
  { route, direction }: Queue,
): Promise<AutomaticView> {
  const { db } = parts.database;
  const last = await findLast(db, route, direction);
  const queue = { route, direction };
  const ahead = lookAhead(parts, queue, await lookNow(parts, queue));
  const { rule, count, why } = ahead;
  const on = last?.stopped === null;
  return {
    route,
    direction,
    on,
    switched: last === undefined ? null : await showSwitched(parts, reader, last.stopped ?? last.started),
    nextAt: on ? ((await timerDue(db, automaticTimer, last.id))?.toISOString() ?? null) : null,
    rule: rule === null ? null : { key: rule.key, everyMinutes: rule.everyMinutes, most: rule.most },
    would: count,
    why: said(why),
    may: switches(reader, on, ahead),
  };
}

/** Whether a queue calls by itself, what it would do next and why not. @throws Refusal `route_not_found` */
export async function readAutomatic(
  parts: GateParts,
  caller: Actor | null,
  input: Queue,
): Promise<{ automatic: AutomaticView }> {
  const actor = authorise(gatePolicy, "read_queue", caller, noTrip);
  if (!hasRoute(rulesNow(parts), input.route)) throw new Refusal("route_not_found", { field: "route" });
  return { automatic: await showAutomatic(parts, actor, input) };
}
