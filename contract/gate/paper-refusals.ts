/** Refusals of paper mode and of what is entered from paper. */
export const paperRefusals = {
  paper_not_found: 404,
  paper_times: 422,
  paper_overlaps: 409,
  paper_over: 409,
  paper_entered_later: 409,
  paper_other_route: 422,
  paper_time_outside: 422,
  paper_time_before: 422,
  paper_out_of_turn: 409,
  paper_arrival_not_yours: 403,
  slip_not_reserved: 422,
  slip_used: 409,
  slip_void: 409,
  writer_unknown: 422,
} as const satisfies Record<string, number>;
export type PaperRefusal = keyof typeof paperRefusals;
