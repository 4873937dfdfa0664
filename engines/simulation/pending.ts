import { addInt, type Ints, int, longerInts, longerReals, type Reals, real } from "./cells.ts";
import { COUNT, heapPop, heapPush } from "./heap.ts";

/**
 * The set of pending events. A subject (source, timeline, part of a truck) has at most one event, so the subject is
 * the event: nothing is allocated. Events leave by time, equal times in the order in which they came.
 *
 * Bucket queue (after R. Brown, "Calendar queues", CACM 31(10), 1988): time is cut into turns of equal width, turn t
 * lives in bucket t mod n as a list kept sorted. Width and n follow the measured gap between events. When that does
 * not help (events in far apart clusters), the set becomes a 4-ary heap for good; the order stays the same.
 */
export type Pending = {
  /** Time of each subject's event, minutes. */
  at: Reals;
  /** Two cells per subject: the following subject in the same bucket (−1 at the end), and the turn of the event. */
  link: Ints;
  /** Head and tail of each bucket's list, −1 when empty. */
  bucket: Ints;
  heap: Ints;
  /** Number of each event in the heap, so that equal times keep their order. */
  order: Reals;
  scalar: Ints;
  measure: Reals;
};

// Cells of `scalar`.
const TURN = 1; // cell 0 is the count, see heap.ts
const MASK = 2;
export const IS_HEAP = 3;
const POPS = 4;
const WORK = 5;
const STRIKES = 6;
// Cells of `measure`.
const PER_MINUTE = 0;
const TUNED_AT = 1;
const MOST_PER_MINUTE = 2; // cell 3 is the number of the next event in the heap, see heap.ts

const FEWEST_BUCKETS = 64;
const REVIEW_EVERY = 1024;
/** Cells looked at per event above which the width is measured again. */
const BUSY = 3;
/** Fruitless reviews in a row before the heap takes over. */
const PATIENCE = 12;

/** An empty set for subjects 0 … subjects−1 and times in [0, horizon] minutes. */
export function createPending(subjects: number, horizon: number): Pending {
  const measure = new Float64Array(4);
  measure[PER_MINUTE] = 1;
  measure[MOST_PER_MINUTE] = 2 ** 29 / (horizon + 1); // so that a turn fits 32 bits
  const scalar = new Int32Array(7);
  scalar[MASK] = FEWEST_BUCKETS - 1;
  return {
    at: new Float64Array(subjects),
    link: new Int32Array(subjects * 2).fill(-1),
    bucket: new Int32Array(FEWEST_BUCKETS * 2).fill(-1),
    heap: new Int32Array(0),
    order: new Float64Array(0),
    scalar,
    measure,
  };
}

/** Makes room for more subjects. */
export function growPending(pending: Pending, subjects: number): void {
  pending.at = longerReals(pending.at, subjects);
  pending.link = longerInts(pending.link, subjects * 2, -1);
  if (int(pending.scalar, IS_HEAP) === 1) {
    pending.heap = longerInts(pending.heap, subjects, -1);
    pending.order = longerReals(pending.order, subjects);
  }
}

/** Adds the event of `subject` at `time`, which is not before the last event taken. */
export function push(pending: Pending, subject: number, time: number): void {
  pending.at[subject] = time; // handed on in the array: a real number as an argument would be boxed
  if (int(pending.scalar, IS_HEAP) === 1) heapPush(pending, subject);
  else place(pending, subject);
}

/** Takes the earliest event and returns its subject, −1 when there is none. */
export function pop(pending: Pending): number {
  const scalar = pending.scalar;
  if (int(scalar, COUNT) === 0) return -1;
  if (int(scalar, IS_HEAP) === 1) return heapPop(pending);
  const mask = int(scalar, MASK);
  const bucket = pending.bucket;
  let turn = int(scalar, TURN);
  const last = turn + mask;
  let subject = int(bucket, (turn & mask) * 2);
  while (subject < 0 || int(pending.link, subject * 2 + 1) !== turn) {
    turn = turn === last ? earliestTurn(pending) : turn + 1;
    subject = int(bucket, (turn & mask) * 2);
  }
  const following = int(pending.link, subject * 2);
  bucket[(turn & mask) * 2] = following;
  if (following < 0) bucket[(turn & mask) * 2 + 1] = -1;
  const skipped = turn - int(scalar, TURN);
  scalar[TURN] = turn;
  scalar[COUNT] = int(scalar, COUNT) - 1;
  scalar[WORK] = int(scalar, WORK) + (skipped < mask ? skipped : mask);
  const pops = int(scalar, POPS) + 1;
  scalar[POPS] = pops;
  if (pops === REVIEW_EVERY) review(pending, real(pending.at, subject));
  return subject;
}

/** Puts `subject`, whose time stands in `at`, into its bucket. */
function place(pending: Pending, subject: number): void {
  const { at, link, bucket, scalar } = pending;
  const time = real(at, subject);
  const turn = (time * real(pending.measure, PER_MINUTE)) | 0;
  const cell = (turn & int(scalar, MASK)) * 2;
  const tail = int(bucket, cell + 1);
  const count = int(scalar, COUNT) + 1;
  scalar[COUNT] = count;
  link[subject * 2 + 1] = turn;
  if (tail >= 0 && real(at, tail) > time) {
    placeWithin(pending, subject, cell);
  } else {
    if (tail < 0) bucket[cell] = subject;
    else link[tail * 2] = subject;
    link[subject * 2] = -1;
    bucket[cell + 1] = subject;
  }
  if (count > int(scalar, MASK)) rebuild(pending, real(pending.measure, PER_MINUTE));
}

/** Inserts before the first later event of the list; one exists, because the tail is later. */
function placeWithin(pending: Pending, subject: number, cell: number): void {
  const { at, link, bucket } = pending;
  const time = real(at, subject);
  let before = -1;
  let after = int(bucket, cell);
  let steps = 0;
  while (real(at, after) <= time) {
    before = after;
    after = int(link, after * 2);
    steps++;
  }
  link[subject * 2] = after;
  if (before < 0) bucket[cell] = subject;
  else link[before * 2] = subject;
  addInt(pending.scalar, WORK, steps);
}

/** The turn of the earliest event, when a whole round of buckets held none. */
function earliestTurn(pending: Pending): number {
  let earliest = 0x7fffffff;
  for (let cell = 0; cell < pending.bucket.length; cell += 2) {
    const head = int(pending.bucket, cell);
    if (head >= 0 && int(pending.link, head * 2 + 1) < earliest) earliest = int(pending.link, head * 2 + 1);
  }
  return earliest;
}

/** Looks at the work of the last events and measures the width again when it was too much. */
function review(pending: Pending, now: number): void {
  const { scalar, measure } = pending;
  const busy = int(scalar, WORK) > BUSY * REVIEW_EVERY;
  const elapsed = now - real(measure, TUNED_AT);
  scalar[STRIKES] = busy ? int(scalar, STRIKES) + 1 : 0;
  scalar[POPS] = 0;
  scalar[WORK] = 0;
  measure[TUNED_AT] = now;
  if (!busy) return;
  if (int(scalar, STRIKES) > PATIENCE) becomeHeap(pending);
  else rebuild(pending, elapsed > 0 ? REVIEW_EVERY / elapsed : real(measure, MOST_PER_MINUTE));
}

/** Lays all events out again with `perMinute` turns per minute and at least four buckets per event. */
function rebuild(pending: Pending, perMinute: number): void {
  const { scalar, measure, bucket: old } = pending;
  let buckets = FEWEST_BUCKETS;
  while (buckets < int(scalar, COUNT) * 4) buckets *= 2;
  const most = real(measure, MOST_PER_MINUTE);
  measure[PER_MINUTE] = perMinute < most ? perMinute : most;
  scalar[MASK] = buckets - 1;
  pending.bucket = new Int32Array(buckets * 2).fill(-1);
  scalar[COUNT] = 0; // every placing counts
  for (let cell = 0; cell < old.length; cell += 2) {
    for (let subject = int(old, cell); subject >= 0; ) {
      const following = int(pending.link, subject * 2); // equal times share a list, so they keep their order
      place(pending, subject);
      subject = following;
    }
  }
  // A later push may come before the earliest pending event, but never before the last review.
  scalar[TURN] = (real(measure, TUNED_AT) * real(measure, PER_MINUTE)) | 0;
}

function becomeHeap(pending: Pending): void {
  const count = int(pending.scalar, COUNT);
  const sorted: number[] = [];
  for (let taken = 0; taken < count; taken++) {
    pending.scalar[POPS] = 0; // no review while emptying
    sorted.push(pop(pending));
  }
  pending.scalar[IS_HEAP] = 1;
  pending.heap = new Int32Array(pending.at.length);
  pending.order = new Float64Array(pending.at.length);
  for (const subject of sorted) heapPush(pending, subject);
}
