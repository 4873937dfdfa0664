/** Timers of the gate, in zone time; the subject is the trip, or the draft. */
export const notArrivedTimer = "gate.not_arrived";
export const slotTimer = "gate.slot_opens";
export const postponementTimer = "gate.postponement_over";
export const noShowTimer = "gate.no_show";
export const draftTimer = "gate.draft_expired";
