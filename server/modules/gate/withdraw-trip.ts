import type { Actor } from "@moc/contract/values/actor.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";
import { refuseNames } from "./refuse-names.ts";

/** Takes a trip back: the declarant until the call, the gate centre until the release. Before the call it can be undone. */
export function withdrawTrip(
  parts: GateParts,
  actor: Actor | null,
  input: TripCommandInput & { reason: string },
) {
  const { reason } = input;
  return changeTrip(parts, actor, "withdraw", input, async ({ tx, trip }) => {
    await refuseNames(parts, tx, trip, { reason: [reason] });
    return [{ kind: "gate.withdrawn", data: { reason, from: trip.state } }];
  });
}
