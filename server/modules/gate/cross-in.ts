import type { Actor } from "@moc/contract/values/actor.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/** A truck from the other side has passed Km0. */
export function crossIn(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeTrip(parts, actor, "cross_in", input, () => [{ kind: "gate.crossed_in", data: {} }]);
}
