import { systemActor } from "@moc/contract/values/actor.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { appendEvents, type NewEvent } from "../../platform/events/append.ts";
import { civilDay, dayBounds } from "../../platform/time/clock.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { findRunning } from "./automatic-store.ts";
import { callTrucks } from "./call-forward.ts";
import { type Ahead, lookAhead } from "./look-ahead.ts";
import { lookAtCall } from "./look-at-call.ts";
import { selectStanding } from "./order-store.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { lockQueue } from "./queue-store.ts";
import { automaticTimer } from "./timer-kinds.ts";

/** When it looks again; while no rule is in force, on the civil day after, which is when another one may begin. */
export function nextLook({ clock }: Pick<GateParts, "clock">, rule: Ahead["rule"], now: Date): Date {
  if (rule !== null) return new Date(now.getTime() + rule.everyMinutes * 60_000);
  return dayBounds(civilDay(now, clock.timeZone), clock.timeZone).to;
}

/**
 * A look of an automatic fell due. It calls what the dispatcher would be shown, by the same use case and guards, in one
 * transaction with the taking away of its timer: whatever stops it in between, the call is made once or is still due.
 * One that was switched off is left alone. Looks that were missed are not made up for.
 */
export async function callByItself(parts: GateParts, tx: Tx, id: string): Promise<void> {
  const found = await findRunning(tx, id);
  if (found === undefined) return;
  const { route, direction, started, simulated } = found;
  await lockQueue(tx, route, direction);
  // Who switches it off holds the queue, and may have done so while this waited for it.
  if ((await findRunning(tx, id)) === undefined) return;
  const at = parts.clock.now();
  const looked = await lookAtCall(parts, tx, { route, direction }, await selectStanding(tx, at));
  const { rule, count } = lookAhead(parts, found, looked);
  if (count > 0) {
    const actor = { ...systemActor, organisation: started.organisation, simulated };
    const events: NewEvent[] = [];
    const work = { tx, actor, now: () => at, emit: (event: NewEvent) => events.push(event) };
    await callTrucks(parts, work, rulesNow(parts), { route, direction, count, automatic: id });
    await appendEvents(tx, actor, null, at, events);
  }
  await setTimer(tx, automaticTimer, id, nextLook(parts, rule, at));
}
