import type { Actor } from "@moc/contract/values/actor.ts";
import { changeAtOnce } from "./change-at-once.ts";
import type { TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/** The truck may go on inland with its goods. */
export function allowInland(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeAtOnce(parts, actor, "allow_inland", input, () => [{ kind: "gate.inland_allowed", data: {} }]);
}
