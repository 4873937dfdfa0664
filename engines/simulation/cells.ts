/**
 * Reading and adding to cells of typed arrays. The compiler counts every indexed read as possibly undefined; in
 * the kernel every index comes from a compiled network or from a slot that exists, which the tests of equal
 * trajectories would show at once if it were not so. One function per element type keeps each call site of one
 * machine type, so that the engine inlines it away. They are constants, not declarations: a declared function could be
 * assigned to, so V8 would check before every inlined call that it is still the same (3 % of the kernel's time).
 */
export type Ints = Int32Array<ArrayBuffer>;
export type Reals = Float64Array<ArrayBuffer>;

/** The integer in cell `index`, which must exist. */
export const int = (cells: Ints, index: number): number => cells[index] as number; // `as`: the one place that says that the index exists

/** The real number in cell `index`, which must exist. */
export const real = (cells: Reals, index: number): number => cells[index] as number; // `as`: the one place that says that the index exists

/** Adds `amount` to an integer cell. */
export const addInt = (cells: Ints, index: number, amount: number): void => {
  cells[index] = int(cells, index) + amount;
};

/** Adds `amount` to a real cell. */
export const addReal = (cells: Reals, index: number, amount: number): void => {
  cells[index] = real(cells, index) + amount;
};

/** The same integers in a longer array; new cells hold `fill`. */
export function longerInts(cells: Ints, length: number, fill: number): Ints {
  const grown = new Int32Array(length).fill(fill, cells.length);
  grown.set(cells);
  return grown;
}

/** The same reals in a longer array; new cells hold 0. */
export function longerReals(cells: Reals, length: number): Reals {
  const grown = new Float64Array(length);
  grown.set(cells);
  return grown;
}
