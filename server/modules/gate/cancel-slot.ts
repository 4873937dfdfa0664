import type { Actor } from "@moc/contract/values/actor.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/** Gives a booked window back; somebody else may book it at once. @throws Refusal `no_slot` */
export function cancelSlot(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeTrip(parts, actor, "cancel_slot", input, () => [{ kind: "gate.slot_cancelled", data: {} }]);
}
