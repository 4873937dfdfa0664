import type { GateEvent } from "@moc/contract/gate/events.ts";
import { systemActor } from "@moc/contract/values/actor.ts";
import { stepVerdict } from "@moc/engines/gate/verdict.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { appendEvents } from "../../platform/events/append.ts";
import type { Clock } from "../../platform/time/clock.ts";
import { lockQueueOf } from "./queue-store.ts";
import { settle } from "./settle.ts";
import { lockTrip, saveTrips } from "./trip-store.ts";

/** A timer of a trip fell due: it never arrived, or was called and did not show. A trip that has gone on is left alone. */
export async function expireTrip(
  tx: Tx,
  clock: Clock,
  id: string,
  after: "not_arrived" | "no_show",
): Promise<void> {
  await lockQueueOf(tx, id);
  const trip = await lockTrip(tx, id);
  const now = clock.now();
  const called = trip?.state === "called";
  if (trip === undefined || called !== (after === "no_show")) return;
  if (!stepVerdict(trip, "expire", now.toISOString()).allowed) return;
  const event: GateEvent = { kind: "gate.expired", data: { after } };
  const mark = { at: now.toISOString(), by: systemActor.id };
  const settled = settle(trip, [event], mark, undefined);
  await saveTrips(tx, [settled.trip]);
  const { kind, data } = event;
  await appendEvents(tx, { ...systemActor, simulated: trip.simulated }, null, now, [
    { kind, data, subject: id, occurredAt: now },
  ]);
}
