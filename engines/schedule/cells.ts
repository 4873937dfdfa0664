/** Reads a cell of an integer table whose index is inside by construction; kept this small so that it is inlined. */
export function cell(table: Int32Array, index: number): number {
  return table[index] as number; // inside by construction: positions, slots and table indexes are made here
}

/**
 * The greater of two times, without a branch: which of two predecessors ends later cannot be guessed, and a wrong guess
 * of the processor costs more than all the rest. Right while the difference fits 32 bits; times stay within ±2^30.
 */
export function later(a: number, b: number): number {
  const ahead = (a - b) | 0;
  return (a - (ahead & (ahead >> 31))) | 0;
}

/** The smaller of two times, likewise. */
export function earlier(a: number, b: number): number {
  const ahead = (b - a) | 0;
  return (a + (ahead & (ahead >> 31))) | 0;
}

/** No bound from below, and none from above; far from any day, and safe to add days to. */
export const noFloor = -(2 ** 29);
export const noCeiling = 2 ** 29;

/**
 * An edge is the other end's place, and a code: lag · 16 + rule. The rule is a type (FS 0, SS 1,
 * FF 2, SF 3), plus 4 when only the finish waits ("parallel"), plus 8 when the lag is in working days.
 * Code 0, finish–start without lag, is by far the commonest and has a path of its own.
 */
export const ruleBits = { fromStart: 1, toFinish: 2, hold: 4, working: 8 } as const;

/**
 * Node flags. `wait`: some edge holds its finish. `started` and `finished`: facts, not plans. `dated`: it has a finish
 * floor or a start ceiling. `moment`: it takes no time. `coded`: some edge into it, `codedOut` out of it, has a code.
 * A node without flags is a common one, and has a path of its own.
 */
export const nodeFlags = {
  unknown: 1,
  wait: 2,
  started: 4,
  finished: 8,
  dated: 16,
  moment: 32,
  coded: 64,
  codedOut: 128,
} as const;

/** The flags that come from a node's edges, not from its own data. */
export const edgeFlags = nodeFlags.wait | nodeFlags.coded | nodeFlags.codedOut;

/** What is only a bound because something unknown lies before it (early) or after it (late). */
export const vagueBits = { earlyStart: 1, earlyFinish: 2, lateStart: 1, lateFinish: 2 } as const;
