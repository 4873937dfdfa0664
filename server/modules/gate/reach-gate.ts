import type { Actor } from "@moc/contract/values/actor.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/** The called truck stands at the gate. */
export function reachGate(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeTrip(parts, actor, "reach_gate", input, () => [{ kind: "gate.reached", data: {} }]);
}
