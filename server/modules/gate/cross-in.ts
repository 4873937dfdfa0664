import type { GateEvent } from "@moc/contract/gate/events.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { callingMode, leftStanding, steeredOf } from "./calling-mode.ts";
import { changeAtOnce, type Seen } from "./change-at-once.ts";
import { refuseBy, type TripCommandInput } from "./change-trip.ts";
import { homeByIfRuled } from "./home-by.ts";
import { orderNo } from "./order-words.ts";
import type { GateParts } from "./parts.ts";

/** What is steered at Km0: an export that comes back loaded is the import that it brings. */
function loadOf(trip: Trip): Parameters<typeof steeredOf>[0] {
  const { back, route, declaredAt } = trip;
  return back === null ? trip : { route, declaredAt, goods: back.goods, direction: "import" };
}

/**
 * For a Chinese truck the clock of its way home starts, a new vehicle stays. Nobody is let in against an order.
 * @throws Refusal `order_stops`, `order_diverts`, `not_pre_registered`
 */
export function crossedIn(parts: GateParts, { rules, trip, now }: Seen): GateEvent[] {
  const load = loadOf(trip);
  const left = leftStanding(callingMode(parts, load, now), steeredOf(load));
  if (left?.reason === "not_pre_registered") throw new Refusal(left.reason);
  if (left !== null) refuseBy(orderNo(left.order, trip.route));
  const { country, isGoods } = kindTraits[trip.kind];
  const returnBy = country === "CN" && !isGoods ? homeByIfRuled(rules, trip, now) : undefined;
  return [{ kind: "gate.crossed_in", data: returnBy === undefined ? {} : { returnBy } }];
}

/** A truck from the other side is let in over Km0. @throws as `crossedIn` */
export function crossIn(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeAtOnce(parts, actor, "cross_in", input, (seen) => crossedIn(parts, seen));
}
