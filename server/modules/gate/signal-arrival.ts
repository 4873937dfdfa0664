import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { SignalOrigin } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { bindingFor } from "@moc/engines/gate/orders.ts";
import { judgeSignal } from "@moc/engines/gate/signals.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { callingMode, steeredOf } from "./calling-mode.ts";
import { changeTrip, type Situation, type TripCommandInput } from "./change-trip.ts";
import { orderParams } from "./order-words.ts";
import type { GateParts, ZoneRules } from "./parts.ts";
import { maySignal, rowOf } from "./policy.ts";
import { placeFor } from "./rules.ts";

/** Where an order holds trucks in a park they arrive there alone, unless the first signal came before it. */
function refuseElsewhere(parts: GateParts, rules: ZoneRules, trip: Trip, place: string, now: Date): void {
  const { hold_in_park: order } = bindingFor(
    callingMode(parts, trip, now).orders,
    steeredOf(trip),
    now.toISOString(),
  );
  if (order?.action.kind !== "hold_in_park" || order.action.park === place) return;
  const { park } = order.action;
  if (trip.signals.some((signal) => signal.place === place && signal.recordedAt < order.from)) return;
  const name = rules.park.find((row) => row.key === park)?.name ?? { vi: park, en: park, zh: park };
  const said = { park_vi: name.vi, park_en: name.en, park_zh: name.zh };
  const params = { ...orderParams(order, trip.route), ...said };
  throw new Refusal("order_holds_elsewhere", { field: "place", params });
}

type Signal = { origin: SignalOrigin; place: string };

/**
 * One signal at a place that serves the truck's route. Who gives it is the actor itself, never a value of the caller's.
 * @throws Refusal `place_not_found`, `place_serves_other_route`, `signal_not_independent`, `driver_signal_alone`,
 * `order_holds_elsewhere`
 */
export function arrivalSignalled(
  parts: GateParts,
  { origin, place }: Signal,
  { trip, rules, actor: by, now }: Situation,
): GateEvent[] {
  const serves = placeFor(rules, trip.route, place, { parks: true });
  if (serves === "unknown") throw new Refusal("place_not_found", { field: "place" });
  if (serves === "other_route") throw new Refusal("place_serves_other_route", { field: "place" });
  refuseElsewhere(parts, rules, trip, place, now);
  const signal = { origin, source: by.id, place };
  const verdict = judgeSignal(trip.signals, signal);
  if (verdict === "signal_not_independent" || verdict === "driver_signal_alone") throw new Refusal(verdict);
  return [{ kind: "gate.signalled", data: signal }];
}

/** One of the two signals that make an arrival, given when the server records it. @throws as `arrivalSignalled` */
export function signalArrival(parts: GateParts, actor: Actor | null, input: TripCommandInput & Signal) {
  return changeTrip(parts, actor, "signal_arrival", input, (situation) => {
    if (!maySignal(situation.actor, rowOf(situation.trip, situation.rules), input.origin))
      throw new Refusal("not_allowed", { field: "origin" });
    return arrivalSignalled(parts, input, situation);
  });
}
