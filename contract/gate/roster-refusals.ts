/** Refusals of the roster. */
export const rosterRefusals = {
  shift_times: 422,
  officer_unknown: 422,
  shift_not_found: 404,
  shift_over: 409,
} as const satisfies Record<string, number>;
export type RosterRefusal = keyof typeof rosterRefusals;
