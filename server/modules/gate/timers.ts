import type { TimerHandler } from "../../platform/time/timers.ts";
import { callByItself } from "./call-by-itself.ts";
import { expireDraft } from "./drop-draft.ts";
import { expireTrip } from "./expire-trip.ts";
import type { GateParts } from "./parts.ts";
import { endPostponement, openSlot } from "./queue-timers.ts";
import {
  automaticTimer,
  draftTimer,
  noShowTimer,
  notArrivedTimer,
  postponementTimer,
  slotTimer,
} from "./timer-kinds.ts";

/** What the gate does of itself when a time has come. */
export function gateTimers(parts: GateParts): Record<string, TimerHandler> {
  const { clock } = parts;
  const running = { clock, openedAt: clock.now() };
  return {
    [notArrivedTimer]: (tx, id) => expireTrip(tx, running, { id, after: "not_arrived" }),
    [noShowTimer]: (tx, id) => expireTrip(tx, running, { id, after: "no_show" }),
    [slotTimer]: (tx, trip) => openSlot(tx, clock, trip),
    [postponementTimer]: (tx, trip) => endPostponement(tx, clock, trip),
    [automaticTimer]: (tx, automatic) => callByItself(parts, tx, automatic),
    [draftTimer]: (tx, draft) => expireDraft(parts, tx, draft),
  };
}
