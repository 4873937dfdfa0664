import type { PassedOver, Way } from "@moc/contract/gate/queue.ts";
import type { Trip } from "./trip.ts";

/** What a trip itself can be passed over for; the hours and orders of its route are no matter of the trip. */
type OwnReason = Exclude<PassedOver, "not_pre_registered" | `order_${string}`>;

/** Why a call would leave this truck standing; null while nothing holds it. The gravest reason is the one that is shown. */
export function passedOverBy(
  trip: Pick<Trip, "checks" | "goods" | "heldBack" | "booking" | "postponedUntil">,
): OwnReason | null {
  if (trip.checks.some((check) => check.state === "fail")) return "check_failed";
  if (trip.checks.some((check) => check.state === "hold")) return "check_hold";
  if (trip.heldBack !== null) return "held_back";
  if (trip.postponedUntil !== null) return "postponed";
  if (trip.booking?.state === "early") return "before_slot";
  return trip.goods.length === 0 ? "goods_unknown" : null;
}

/** In which line of its stream a waiting truck stands. */
export function wayOf({ priority, booking }: Pick<Trip, "priority" | "booking">): Way {
  if (priority !== null) return "priority";
  return booking?.state === "early" || booking?.state === "open" ? "slot" : "live";
}
