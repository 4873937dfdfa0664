/** Timers of the gate, in zone time; the subject is the trip. */
export const notArrivedTimer = "gate.not_arrived";
export const noShowTimer = "gate.no_show";
