import type { GateEvent } from "@moc/contract/gate/events.ts";
import { homewardKind, kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { callingMode, leftStanding, steeredOf } from "./calling-mode.ts";
import { changeAtOnce, type Seen } from "./change-at-once.ts";
import { refuseBy, type TripCommandInput } from "./change-trip.ts";
import { homeByIfRuled } from "./home-by.ts";
import { orderNo } from "./order-words.ts";
import type { GateParts } from "./parts.ts";

/** What is steered: a truck that takes goods home is, from there on, what these make of it. */
function loadOf(trip: Trip): Parameters<typeof steeredOf>[0] {
  const { back, route, declaredAt } = trip;
  if (back === null) return trip;
  return { route, declaredAt, goods: back.goods, direction: kindTraits[homewardKind(trip.kind)].direction };
}

/** Nobody is let in, or loaded for home, against an order. @throws Refusal `order_stops`, `order_diverts`, `not_pre_registered` */
export function refuseAgainstOrder(parts: GateParts, trip: Trip, now: Date): void {
  const load = loadOf(trip);
  const left = leftStanding(callingMode(parts, load, now), steeredOf(load));
  if (left?.reason === "not_pre_registered") throw new Refusal(left.reason);
  if (left !== null) refuseBy(orderNo(left.order, trip.route));
}

/** For a Chinese truck the clock of its way home starts, a new vehicle stays. @throws as `refuseAgainstOrder` */
export function crossedIn(parts: GateParts, { rules, trip, now }: Seen): GateEvent[] {
  refuseAgainstOrder(parts, trip, now);
  const { country, isGoods } = kindTraits[trip.kind];
  const returnBy = country === "CN" && !isGoods ? homeByIfRuled(rules, trip, now) : undefined;
  return [{ kind: "gate.crossed_in", data: returnBy === undefined ? {} : { returnBy } }];
}

/** A truck from the other side is let in over Km0. @throws as `crossedIn` */
export function crossIn(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeAtOnce(parts, actor, "cross_in", input, (seen) => crossedIn(parts, seen));
}
