import { PersonClass } from "@moc/contract/identity/person.ts";
import { systemActor } from "@moc/contract/values/actor.ts";
import { Temporal } from "temporal-polyfill";
import type { Tx } from "../../platform/database/handle.ts";
import { appendEvents, type NewEvent } from "../../platform/events/append.ts";
import { civilDay, dayBounds } from "../../platform/time/clock.ts";
import { setTimer, setTimerOnce } from "../../platform/time/timers.ts";
import { erase } from "./erase-person.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { selectOutdated, selectRetention } from "./person-store.ts";
import { ruleOn } from "./retention.ts";

/** Timer of the nightly erasure; its one subject. */
export const retentionTimer = "identity.retention";
export const retentionSubject = "00000000-0000-4000-8000-00000000a9e5";

// One night's erasure is done in steps, so that no transaction is long; a full step comes back at once.
const step = 500;

/** Sees to it that the timer is set; one that fell due while the server was down stays due. */
export async function scheduleRetention(tx: Tx, parts: IdentityParts): Promise<void> {
  await setTimerOnce(tx, retentionTimer, retentionSubject, nextNight(parts));
}

/** The first moment of the zone's next day. */
function nextNight({ clock }: IdentityParts): Date {
  return dayBounds(civilDay(clock.now(), clock.timeZone), clock.timeZone).to;
}

/**
 * Erases persons whose time is over by the rule in force today, then waits for the next day. Runs in the transaction
 * that takes the timer. @returns how many were erased.
 */
export async function expirePersons(tx: Tx, parts: IdentityParts): Promise<number> {
  const now = parts.clock.now();
  const { timeZone } = parts.clock;
  const today = civilDay(now, timeZone);
  const rules = await selectRetention(tx);
  const events: NewEvent[] = [];
  let full = false;
  for (const personClass of PersonClass.options) {
    const rule = ruleOn(rules, personClass, today);
    if (rule === undefined) continue;
    const firstKept = Temporal.PlainDate.from(today)
      .subtract({ days: rule.days - 1 })
      .toString();
    const due = await selectOutdated(tx, personClass, dayBounds(firstKept, timeZone).from, step);
    full ||= due.length === step;
    const erased = await erase(tx, parts, due, "retention", (event) => events.push(event));
    const after = { ground: "retention", days: rule.days };
    await keepAudit(
      tx,
      parts,
      systemActor,
      erased.map((subject) => ({ action: "person_erased", subject, after })),
    );
  }
  await appendEvents(tx, systemActor, null, now, events);
  await setTimer(tx, retentionTimer, retentionSubject, full ? now : nextNight(parts));
  return events.length;
}
