import type { Actor } from "@moc/contract/values/actor.ts";
import { changeAtOnce } from "./change-at-once.ts";
import type { TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/** The called truck stands at the gate. */
export function reachGate(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeAtOnce(parts, actor, "reach_gate", input, () => [{ kind: "gate.reached", data: {} }]);
}
