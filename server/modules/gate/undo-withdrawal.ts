import type { Actor } from "@moc/contract/values/actor.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";
import { refuseTwin } from "./refuse-twin.ts";
import { notArrivedTimer, postponementTimer, slotTimer } from "./timer-kinds.ts";

/**
 * Takes a withdrawal back for ten minutes: the truck stands where it stood, with the ticket that it had.
 * @throws Refusal `undo_over`, `plate_on_open_trip`, `vin_on_open_trip` when the truck was declared anew meanwhile
 */
export function undoWithdrawal(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeTrip(parts, actor, "undo_withdrawal", input, async ({ tx, trip }) => {
    await refuseTwin(tx, trip.vehicle, trip.id);
    // Timers may have run out while the trip was withdrawn, when they had nothing to do.
    const { id, booking, postponedUntil } = trip;
    if (trip.withdrawnFrom !== "holding") await setTimer(tx, notArrivedTimer, id, new Date(trip.expiresAt));
    if (booking?.state === "early") await setTimer(tx, slotTimer, id, new Date(booking.from));
    if (postponedUntil !== null) await setTimer(tx, postponementTimer, id, new Date(postponedUntil));
    return [{ kind: "gate.withdrawal_undone", data: {} }];
  });
}
