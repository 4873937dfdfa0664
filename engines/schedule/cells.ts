/** Reads a cell of an integer table whose index is inside by construction; kept this small so that it is inlined. */
export function cell(table: Int32Array, index: number): number {
  return table[index] as number; // inside by construction: positions, slots and table indexes are made here
}

/** No bound from below, and none from above; far from any day, and safe to add days to. */
export const noFloor = -(2 ** 29);
export const noCeiling = 2 ** 29;

/**
 * An edge is two integers: the other end's position, and a code: lag · 16 + rule. The rule is a type (FS 0, SS 1,
 * FF 2, SF 3), plus 4 when only the finish waits ("parallel"), plus 8 when the lag is in working days.
 * Code 0, finish–start without lag, is by far the commonest and has a path of its own.
 */
export const ruleBits = { fromStart: 1, toFinish: 2, hold: 4, working: 8 } as const;

/** Node flags. `wait`: some edge holds its finish. `started` and `finished`: facts, not plans. */
export const nodeFlags = { unknown: 1, wait: 2, started: 4, finished: 8 } as const;

/** What is only a bound because something unknown lies before it (early) or after it (late). */
export const vagueBits = { earlyStart: 1, earlyFinish: 2, lateStart: 1, lateFinish: 2 } as const;
