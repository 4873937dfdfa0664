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
  type StoredTold,
  saveOutcome,
  selectChoices,
  selectRunningOut,
} from "./notification-store.ts";
import type { GateParts } from "./parts.ts";
import { findTrip } from "./trip-store.ts";

const minute = 60_000; // ms
const atOnce = 50;
/** How long before it runs out a time is told. */
const showAhead = 30 * minute;
const returnAhead = 120 * minute;

type Sender = Pick<GateParts, "database" | "clock" | "identity"> & {
  mail: Mail | null;
  machineNow?: () => Date;
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

/** After a try that did not work: later again, or given up. */
function again({ attempts }: StoredTold, now: Date): Outcome {
  const after = retryAfter(attempts);
  return after === null
    ? ended("failed", "given_up", now)
    : waiting("tried_again", new Date(now.getTime() + after * minute));
}

/** To the phone of a demonstration, which reaches nobody; a live zone has none until an adapter for SMS is installed. */
function byPhone({ clock }: Sender, told: StoredTold, phone: string | undefined, now: Date): Outcome {
  if (phone === undefined) return ended("suppressed", "no_address", now);
  if (clock.mode !== "demo") return ended("suppressed", "no_channel", now);
  const fate = simulatePhone(drawOf(told));
  if (fate.lost) return again(told, now);
  return { state: "sent", reason: null, due: new Date(now.getTime() + fate.afterSeconds * 1000), sent: now };
}

async function byMail(
  { mail, identity }: Sender,
  told: StoredTold,
  trip: Trip,
  { language }: TellChoice,
  to: string | undefined,
  now: Date,
): Promise<Outcome> {
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
  return posted === "again" ? again(told, now) : { state: "sent", reason: null, due: now, sent: now };
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

/** Tells whose time runs out; what has been told already is not told again. */
function tellRunningOut({ database, clock }: Sender): Promise<void> {
  return database.transaction(async (tx) => {
    const now = clock.now();
    const shows = new Date(now.getTime() + showAhead);
    const returns = new Date(now.getTime() + returnAhead);
    await insertTold(tx, await selectRunningOut(tx, now, shows, returns), now);
  });
}

/** Sends what is due. Claims are committed before anything leaves the house, and outcomes recorded after it. */
export async function sendNotifications(sender: Sender): Promise<void> {
  const { database, clock } = sender;
  const machineNow = sender.machineNow ?? (() => new Date());
  await tellRunningOut(sender);
  await deliverDue(database.db, clock.now());
  for (;;) {
    const claimed = await database.transaction((tx) => claimDue(tx, clock.now(), machineNow(), atOnce));
    for (const told of claimed) await saveOutcome(database.db, told.id, await attempt(sender, told));
    if (claimed.length < atOnce) return;
  }
}
