import type { GateEvent } from "@moc/contract/gate/events.ts";
import { systemActor } from "@moc/contract/values/actor.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import type { TripStep } from "@moc/engines/gate/trip-row.ts";
import { stepVerdict } from "@moc/engines/gate/verdict.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { appendEvents } from "../../platform/events/append.ts";
import type { Clock } from "../../platform/time/clock.ts";
import { lockInQueue } from "./lock-trip.ts";
import { type Queue, saveQueue } from "./queue-store.ts";
import { settle } from "./settle.ts";
import { saveTrips } from "./trip-store.ts";

/** What a timer does to a truck in its queue, when the table still allows it; everybody else is left alone. */
async function stepByTimer(
  tx: Tx,
  clock: Clock,
  id: string,
  step: TripStep,
  say: (trip: Trip, queue: Queue) => GateEvent,
): Promise<void> {
  const { queue, trip } = await lockInQueue(tx, id);
  const now = clock.now();
  if (queue === undefined || trip === undefined) return;
  if (!stepVerdict(trip, step, now.toISOString()).allowed) return;
  const event = say(trip, queue);
  const settled = settle(trip, [event], { at: now.toISOString(), by: systemActor.id }, undefined);
  await saveTrips(tx, [settled.trip]);
  await saveQueue(tx, queue, settled.changes);
  const { kind, data } = event;
  await appendEvents(tx, { ...systemActor, simulated: trip.simulated }, null, now, [
    { kind, data, subject: id, occurredAt: now },
  ]);
}

/**
 * A booked window begins. A truck that came before it joins the slot holders now, with a ticket of now: to have come
 * early gains nothing over those who come in their window.
 */
export function openSlot(tx: Tx, clock: Clock, id: string): Promise<void> {
  return stepByTimer(tx, clock, id, "open_slot", (_trip, queue) => {
    const ticket = queue.nextTicket;
    queue.nextTicket += 1;
    return { kind: "gate.slot_opened", data: { ticket } };
  });
}

/** The time of a postponement is up: the truck can be called again, at the place that it kept. */
export function endPostponement(tx: Tx, clock: Clock, id: string): Promise<void> {
  return stepByTimer(tx, clock, id, "end_postponement", () => ({ kind: "gate.resumed", data: {} }));
}
