import { type Ints, int, type Reals, real } from "./cells.ts";

/** The parts of the pending set that the heap uses; see pending.ts. */
type Heap = { at: Reals; heap: Ints; order: Reals; scalar: Ints; measure: Reals };

/** Cell of `scalar`: events in the set. */
export const COUNT = 0;
/** Cell of `measure`: number of the next event, in the order of arrival. */
const ORDER = 3;

/** Adds `subject`, whose time stands in `at`, to the 4-ary heap. */
export function heapPush(set: Heap, subject: number): void {
  const { at, heap, order } = set;
  const number = real(set.measure, ORDER);
  set.measure[ORDER] = number + 1;
  order[subject] = number;
  const time = real(at, subject);
  let hole = int(set.scalar, COUNT);
  set.scalar[COUNT] = hole + 1;
  while (hole > 0) {
    const parent = (hole - 1) >> 2;
    const above = int(heap, parent);
    if (real(at, above) <= time) break; // an equal time came earlier
    heap[hole] = above;
    hole = parent;
  }
  heap[hole] = subject;
}

/** Takes the earliest subject; the heap is not empty. */
export function heapPop(set: Heap): number {
  const { heap } = set;
  const top = int(heap, 0);
  const count = int(set.scalar, COUNT) - 1;
  set.scalar[COUNT] = count;
  const moved = int(heap, count);
  let hole = 0;
  for (let child = 1; child < count; child = hole * 4 + 1) {
    const least = leastChild(set, child, count);
    if (!earlier(set, int(heap, least), moved)) break;
    heap[hole] = int(heap, least);
    hole = least;
  }
  heap[hole] = moved;
  return top;
}

function leastChild(set: Heap, first: number, count: number): number {
  const end = first + 4 < count ? first + 4 : count;
  let least = first;
  for (let child = first + 1; child < end; child++) {
    if (earlier(set, int(set.heap, child), int(set.heap, least))) least = child;
  }
  return least;
}

function earlier(set: Heap, one: number, other: number): boolean {
  const difference = real(set.at, one) - real(set.at, other);
  return difference < 0 || (difference === 0 && real(set.order, one) < real(set.order, other));
}
