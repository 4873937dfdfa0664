import { tellText } from "@moc/contract/gate/messages/notification.ts";
import type { Notification, TellChoice } from "@moc/contract/gate/notification.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { authorise } from "../../platform/authorise.ts";
import { type Channel, saveChoice, selectChoices, selectTold } from "./notification-store.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { tripFor } from "./read-trip.ts";

/** As whom an actor is told: a driver of his link's trip, or an account of a firm. */
function recipientOf(actor: Actor): { recipient: string; channel: Channel; organisation: string | null } {
  return actor.kind === "link"
    ? { recipient: actor.trip ?? actor.id, channel: "phone", organisation: null }
    : { recipient: actor.id, channel: "email", organisation: actor.organisation };
}

/** Chooses for oneself whether, in which language and when one is told. What waits already follows the new choice. */
export async function chooseNotifications(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; choice: TellChoice },
): Promise<{ choice: TellChoice }> {
  const actor = authorise(gatePolicy, "choose_notifications", caller, noTrip);
  const { choice } = input;
  const command = { name: "gate.choose_notifications", actor, role: actor.roles[0] ?? null, input };
  await parts.once(command, async ({ tx, now, emit }) => {
    const who = recipientOf(actor);
    await saveChoice(tx, who, choice, now());
    const data = { channel: who.channel, ...choice };
    emit({ kind: "gate.notifications_chosen", subject: who.recipient, data });
    return {};
  });
  return { choice };
}

/** What was told of a trip, to whoever may see the trip; no address and no link is shown. */
export async function readNotifications(
  parts: GateParts,
  caller: Actor | null,
  input: { trip: string },
): Promise<{ rows: Notification[]; choice: TellChoice | null; mayChoose: boolean }> {
  const { actor, trip } = await tripFor(parts, caller, input.trip);
  const { db } = parts.database;
  const told = await selectTold(db, trip.id);
  const { recipient } = recipientOf(actor);
  const choice = (await selectChoices(db, [recipient])).get(recipient) ?? null;
  const rows = told.map(
    (one): Notification => ({
      id: one.id,
      cause: one.cause,
      to: one.channel === "phone" ? "driver" : "firm",
      channel: one.channel,
      state: one.state,
      reason: one.reason,
      text: tellText(one.language, one.cause, trip.code),
      attempts: one.attempts,
      at: one.at.toISOString(),
      sentAt: one.sent_at?.toISOString() ?? null,
      deliveredAt: one.delivered_at?.toISOString() ?? null,
      simulated: one.channel === "phone" && parts.clock.mode === "demo",
    }),
  );
  return { rows, choice, mayChoose: gatePolicy.choose_notifications(actor, noTrip) };
}
