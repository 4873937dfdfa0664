import type { Actor } from "@moc/contract/values/actor.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/** Refuses passage after a failed check. */
export function refuseTrip(
  parts: GateParts,
  actor: Actor | null,
  input: TripCommandInput & { reason: string },
) {
  const { reason } = input;
  return changeTrip(parts, actor, "refuse", input, () => [{ kind: "gate.refused", data: { reason } }]);
}
