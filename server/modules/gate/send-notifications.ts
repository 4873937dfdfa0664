import { createHash } from "node:crypto";
import { tellSubject, tellText } from "@moc/contract/gate/messages/notification.ts";
import type { TellChoice, TellReason } from "@moc/contract/gate/notification.ts";
import { quietMinutes, retryAfter, simulatePhone } from "@moc/engines/gate/delivery.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import type { Mail, Posted } from "../../platform/mail/smtp.ts";
import { zonedMinute } from "../../platform/time/clock.ts";
import {
  claimDue,
  deliverDue,
  insertTold,
  type Outcome,
  renewClaim,
  type StoredTold,
  saveOutcome,
  selectChoices,
  selectRunningOut,
} from "./notification-store.ts";
import type { GateParts } from "./parts.ts";
import { findTrip } from "./trip-store.ts";

const minute = 60_000; // ms
const atOnce = 50;

type Sender = Pick<GateParts, "database" | "clock" | "identity" | "registry"> & {
  mail: Mail | null;
  machineNow?: () => Date;
  /** Whether the process ends. */
  over?: () => boolean;
};

const waiting = (reason: TellReason, due: Date, untried = false): Outcome => ({
  state: "queued",
  reason,
  due,
  sent: null,
  untried,
});
const ended = (state: "failed" | "suppressed", reason: TellReason, now: Date): Outcome => ({
  state,
  reason,
  due: now,
  sent: null,
});

/** A number that differs from message to message and try to try, for the simulated phone. */
function drawOf({ id, attempts }: StoredTold): number {
  return createHash("sha256").update(`${id} ${attempts}`).digest().readUInt32BE();
}

/** The rule of this moment; null: none is in force, and each message is sent once and at once. */
const ruleNow = ({ registry, clock }: Sender) => registry.rows(clock.now()).notification_rule[0] ?? null;

/** After a try that did not work: later again, or given up. */
function again(sender: Sender, { attempts }: StoredTold, now: Date): Outcome {
  const rule = ruleNow(sender);
  if (rule === null) return ended("failed", "no_rule", now);
  const after = retryAfter(attempts, rule.retryMinutes);
  return after === null
    ? ended("failed", "given_up", now)
    : waiting("tried_again", new Date(now.getTime() + after * minute));
}

/** To the phone of a demonstration, which reaches nobody; a live zone has none until an adapter for SMS is installed. */
function byPhone(sender: Sender, told: StoredTold, phone: string | undefined, now: Date): Outcome {
  if (phone === undefined) return ended("suppressed", "no_address", now);
  if (sender.clock.mode !== "demo") return ended("suppressed", "no_channel", now);
  const fate = simulatePhone(drawOf(told));
  if (fate.lost) return again(sender, told, now);
  return { state: "sent", reason: null, due: new Date(now.getTime() + fate.afterSeconds * 1000), sent: now };
}

async function byMail(
  sender: Sender,
  told: StoredTold,
  trip: Trip,
  { language }: TellChoice,
  to: string | undefined,
  now: Date,
): Promise<Outcome> {
  const { mail, identity } = sender;
  if (to === undefined) return ended("suppressed", "no_address", now);
  if (mail === null) return ended("suppressed", "no_channel", now);
  const { cause } = told;
  const text = `${tellText(language, cause, trip.code)}\n${identity.address()}/trips/${trip.id}\n`;
  const posted: Posted = await mail.send({
    id: told.id,
    to,
    subject: tellSubject(language, cause, trip.code),
    text,
  });
  if (posted === "refused") return ended("failed", "refused", now);
  return posted === "again" ? again(sender, told, now) : { state: "sent", reason: null, due: now, sent: now };
}

/** Sends one message outside any transaction, unless its recipient has changed his mind, sleeps, or cannot be reached. */
async function attempt(sender: Sender, told: StoredTold): Promise<Outcome> {
  const { database, clock, identity } = sender;
  const { db } = database;
  const now = clock.now();
  const choice = (await selectChoices(db, [told.recipient])).get(told.recipient);
  const trip = await findTrip(db, told.trip);
  if (trip === undefined || choice === undefined || !choice.consent)
    return ended("suppressed", "no_consent", now);
  const quiet = quietMinutes(zonedMinute(now, clock.timeZone), choice.quiet);
  if (quiet > 0) return waiting("quiet_hours", new Date(now.getTime() + quiet * minute), true);
  const reach = await identity.reachOf(
    db,
    told.channel === "phone" ? { person: trip.person } : { account: told.recipient },
  );
  return told.channel === "phone"
    ? byPhone(sender, told, reach.phone, now)
    : byMail(sender, told, trip, choice, reach.email, now);
}

/** Tells whose time runs out, as long before as the rule says; what has been told already is not told again. */
async function tellRunningOut(sender: Sender): Promise<void> {
  const rule = ruleNow(sender);
  if (rule === null) return;
  const now = sender.clock.now();
  const until = (ahead: number | null) => (ahead === null ? null : new Date(now.getTime() + ahead * minute));
  await sender.database.transaction(async (tx) => {
    const [shows, returns] = [until(rule.showAheadMinutes), until(rule.returnAheadMinutes)];
    await insertTold(tx, await selectRunningOut(tx, now, shows, returns), now);
  });
}

/**
 * Sends what is due. Claims are committed before anything leaves the house, and outcomes recorded after it. A mail server
 * that is slow to answer may hold up a whole round for minutes: each letter is claimed anew before it goes, and a process
 * that ends leaves the rest to the next, which takes them when the claims have grown old.
 */
export async function sendNotifications(sender: Sender): Promise<void> {
  const { database, clock } = sender;
  const { machineNow = () => new Date(), over = () => false } = sender;
  await tellRunningOut(sender);
  await deliverDue(database.db, clock.now());
  for (;;) {
    const claimed = await database.transaction((tx) => claimDue(tx, clock.now(), machineNow(), atOnce));
    for (const told of claimed) {
      if (over()) return;
      if (told.channel === "email" && !(await renewClaim(database.db, told, machineNow()))) continue;
      await saveOutcome(database.db, told.id, await attempt(sender, told));
    }
    if (claimed.length < atOnce) return;
  }
}
