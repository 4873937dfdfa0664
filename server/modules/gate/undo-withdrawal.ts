import type { Actor } from "@moc/contract/values/actor.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";
import { refuseTwin } from "./refuse-twin.ts";
import { notArrivedTimer } from "./timer-kinds.ts";

/**
 * Takes a withdrawal back for ten minutes: the truck stands where it stood, with the ticket that it had.
 * @throws Refusal `undo_over`, `plate_on_open_trip`, `vin_on_open_trip` when the truck was declared anew meanwhile
 */
export function undoWithdrawal(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeTrip(parts, actor, "undo_withdrawal", input, async ({ tx, trip }) => {
    await refuseTwin(tx, trip.vehicle, trip.id);
    // The timer may have run out while the trip was withdrawn, when it had nothing to expire.
    if (trip.withdrawnFrom !== "holding")
      await setTimer(tx, notArrivedTimer, trip.id, new Date(trip.expiresAt));
    return [{ kind: "gate.withdrawal_undone", data: {} }];
  });
}
