import type { GateEvent } from "@moc/contract/gate/events.ts";
import { systemActor } from "@moc/contract/values/actor.ts";
import { stepVerdict } from "@moc/engines/gate/verdict.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { appendEvents } from "../../platform/events/append.ts";
import type { Clock } from "../../platform/time/clock.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { expiryWaits } from "./expiry-waits.ts";
import { lockInQueue } from "./lock-trip.ts";
import { settle } from "./settle.ts";
import { noShowTimer, notArrivedTimer } from "./timer-kinds.ts";
import { saveTrips } from "./trip-store.ts";

const timerOf = { not_arrived: notArrivedTimer, no_show: noShowTimer } as const;

/**
 * A timer of a trip fell due: it never arrived, or was called and did not show. A trip that has gone on is left alone,
 * and one whose acts may stand on paper is given the time to be entered. `openedAt`: since when this process works.
 */
export async function expireTrip(
  tx: Tx,
  { clock, openedAt }: { clock: Clock; openedAt: Date },
  { id, after }: { id: string; after: keyof typeof timerOf },
): Promise<void> {
  const { trip } = await lockInQueue(tx, id);
  const now = clock.now();
  const called = trip?.state === "called";
  if (trip === undefined || called !== (after === "no_show")) return;
  if (!stepVerdict(trip, "expire", now.toISOString()).allowed) return;
  const due = new Date(called && trip.showBy !== null ? trip.showBy : trip.expiresAt);
  const waits = await expiryWaits(tx, { route: trip.route, due, openedAt, now });
  if (waits !== null) return setTimer(tx, timerOf[after], id, waits);
  const event: GateEvent = { kind: "gate.expired", data: { after } };
  const mark = { at: now.toISOString(), by: systemActor.id };
  const settled = settle(trip, [event], mark, undefined);
  await saveTrips(tx, [settled.trip]);
  const { kind, data } = event;
  await appendEvents(tx, { ...systemActor, simulated: trip.simulated }, null, now, [
    { kind, data, subject: id, occurredAt: now },
  ]);
}
