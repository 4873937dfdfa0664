import type { GateEvent } from "@moc/contract/gate/events.ts";
import { systemActor } from "@moc/contract/values/actor.ts";
import { stepVerdict } from "@moc/engines/gate/verdict.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { appendEvents } from "../../platform/events/append.ts";
import type { Clock } from "../../platform/time/clock.ts";
import { lockQueueOf, saveQueue } from "./queue-store.ts";
import { settle } from "./settle.ts";
import { lockTrip, saveTrips } from "./trip-store.ts";

/**
 * A booked window begins. A truck that came before it joins the slot holders now, with a ticket of now: to have come
 * early gains nothing over those who come in their window. Everybody else is left alone.
 */
export async function openSlot(tx: Tx, clock: Clock, id: string): Promise<void> {
  const queue = await lockQueueOf(tx, id);
  const trip = await lockTrip(tx, id);
  const now = clock.now();
  if (queue === undefined || trip === undefined) return;
  if (!stepVerdict(trip, "open_slot", now.toISOString()).allowed) return;
  const event: GateEvent = { kind: "gate.slot_opened", data: { ticket: queue.nextTicket } };
  queue.nextTicket += 1;
  const mark = { at: now.toISOString(), by: systemActor.id };
  const settled = settle(trip, [event], mark, undefined);
  await saveTrips(tx, [settled.trip]);
  await saveQueue(tx, queue, settled.changes);
  const { kind, data } = event;
  await appendEvents(tx, { ...systemActor, simulated: trip.simulated }, null, now, [
    { kind, data, subject: id, occurredAt: now },
  ]);
}
