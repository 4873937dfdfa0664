/** Timers of the gate, in zone time; the subject is the trip, the draft, or the automatic. */
export const notArrivedTimer = "gate.not_arrived";
export const slotTimer = "gate.slot_opens";
export const postponementTimer = "gate.postponement_over";
export const noShowTimer = "gate.no_show";
export const automaticTimer = "gate.automatic_look";
export const draftTimer = "gate.draft_expired";
