import type { Actor } from "@moc/contract/values/actor.ts";
import { changeAtOnce } from "./change-at-once.ts";
import type { TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/** The truck is back from abroad. */
export function confirmReturn(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeAtOnce(parts, actor, "return", input, () => [{ kind: "gate.returned", data: {} }]);
}
