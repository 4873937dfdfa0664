import type { Actor } from "@moc/contract/values/actor.ts";
import { changeAtOnce } from "./change-at-once.ts";
import type { TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/** The truck has left the gate area for good. */
export function leave(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeAtOnce(parts, actor, "leave", input, () => [{ kind: "gate.left", data: {} }]);
}
