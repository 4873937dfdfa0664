/** A row of desks that serve trucks one by one in the order in which they come. */
export type Desks = {
  /** @returns when the service of `minutes` ends for a truck that comes at `moment` (both zone time, ms). */
  serve(moment: number, minutes: number): number;
};

/** @param count desks side by side. @param opens shifts a moment outside the hours to the next opening. */
export function makeDesks(count: number, opens: (moment: number) => number): Desks {
  const free = Array.from({ length: Math.max(1, Math.round(count)) }, () => 0);
  return {
    serve(moment, minutes) {
      const desk = free.indexOf(Math.min(...free));
      const begin = opens(Math.max(moment, free[desk] ?? 0));
      const end = begin + minutes * 60_000;
      free[desk] = end;
      return end;
    },
  };
}
