import type { PassedOver } from "@moc/contract/gate/queue.ts";
import type { Trip } from "./trip.ts";

/** Why a call would leave this truck standing; null while nothing holds it. The gravest reason is the one that is shown. */
export function passedOverBy(trip: Pick<Trip, "checks" | "goods">): PassedOver | null {
  if (trip.checks.some((check) => check.state === "fail")) return "check_failed";
  if (trip.checks.some((check) => check.state === "hold")) return "check_hold";
  return trip.goods.length === 0 ? "goods_unknown" : null;
}
