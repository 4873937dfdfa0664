import type { SignalOrigin } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { judgeSignal } from "@moc/engines/gate/signals.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";
import { maySignal, rowOf } from "./policy.ts";
import { placeFor } from "./rules.ts";

/**
 * One of the two signals that make an arrival. Who gives it is the actor itself, never a value of the caller's; when it
 * was given is when the server records it.
 * @throws Refusal `place_not_found`, `place_serves_other_route`, `signal_not_independent`, `driver_signal_alone`
 */
export function signalArrival(
  parts: GateParts,
  actor: Actor | null,
  input: TripCommandInput & { origin: SignalOrigin; place: string },
) {
  const { origin, place } = input;
  return changeTrip(parts, actor, "signal_arrival", input, ({ trip, rules, actor: by }) => {
    if (!maySignal(by, rowOf(trip, rules), origin)) throw new Refusal("not_allowed", { field: "origin" });
    const serves = placeFor(rules, trip.route, place, { parks: true });
    if (serves === "unknown") throw new Refusal("place_not_found", { field: "place" });
    if (serves === "other_route") throw new Refusal("place_serves_other_route", { field: "place" });
    const signal = { origin, source: by.id, place };
    const verdict = judgeSignal(trip.signals, signal);
    if (verdict === "signal_not_independent" || verdict === "driver_signal_alone") throw new Refusal(verdict);
    return [{ kind: "gate.signalled", data: signal }];
  });
}
