/** Refusals of the counts of railways, markets and openings. */
export const countRefusals = {
  count_by_trips: 422,
  count_day: 422,
  count_stands: 409,
  count_not_found: 404,
} as const satisfies Record<string, number>;
export type CountRefusal = keyof typeof countRefusals;
