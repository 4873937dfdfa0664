import type { Actor } from "@moc/contract/values/actor.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";
import { refuseNames } from "./refuse-names.ts";

/** Refuses passage after a failed check. */
export function refuseTrip(
  parts: GateParts,
  actor: Actor | null,
  input: TripCommandInput & { reason: string },
) {
  const { reason } = input;
  return changeTrip(parts, actor, "refuse", input, async ({ tx, trip }) => {
    await refuseNames(parts, tx, trip, { reason: [reason] });
    return [{ kind: "gate.refused", data: { reason } }];
  });
}
