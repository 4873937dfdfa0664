/** A set of places that is emptied in order, up or down; marking a place ahead of the cursor is cheap. */
export interface Dirty {
  words: Int32Array;
  count: number;
  /** The word from which to search next. */
  cursor: number;
}

export function dirtySet(places: number): Dirty {
  return { words: new Int32Array((places + 31) >>> 5), count: 0, cursor: 0 };
}

/** Marks a place while the set is being emptied: it must lie ahead of the one taken last. */
export function mark(dirty: Dirty, place: number): void {
  const word = place >>> 5;
  const bit = 1 << (place & 31);
  const held = dirty.words[word] as number; // inside: the set was made for all places
  if ((held & bit) !== 0) return;
  dirty.words[word] = held | bit;
  dirty.count++;
}

/** Marks any place before the set is emptied, `up` or down, and moves the cursor so that it will be found. */
export function markFirst(dirty: Dirty, place: number, up: boolean): void {
  const word = place >>> 5;
  if (dirty.count === 0 || (up ? word < dirty.cursor : word > dirty.cursor)) dirty.cursor = word;
  mark(dirty, place);
}

/** Takes the lowest marked place out; only when `count` is not zero. */
export function takeLowest(dirty: Dirty): number {
  while (dirty.words[dirty.cursor] === 0) dirty.cursor++;
  const held = dirty.words[dirty.cursor] as number; // inside: count says that some word is not zero
  const lowest = 31 - Math.clz32(held & -held);
  dirty.words[dirty.cursor] = held & (held - 1);
  dirty.count--;
  return (dirty.cursor << 5) + lowest;
}

/** Takes the highest marked place out; only when `count` is not zero. */
export function takeHighest(dirty: Dirty): number {
  while (dirty.words[dirty.cursor] === 0) dirty.cursor--;
  const held = dirty.words[dirty.cursor] as number; // inside: count says that some word is not zero
  const highest = 31 - Math.clz32(held);
  dirty.words[dirty.cursor] = held & ~(1 << highest);
  dirty.count--;
  return (dirty.cursor << 5) + highest;
}
