/** Something an actor of the field does at a moment of zone time. */
export type Entry = { at: number; order: number; act: () => Promise<void> };

/** What is due, earliest first; equal moments in the order in which they were planned. A binary heap. */
export function makeAgenda() {
  const heap: Entry[] = [];
  let planned = 0;

  const before = (a: Entry, b: Entry) => a.at < b.at || (a.at === b.at && a.order < b.order);
  const at = (index: number): Entry => {
    const entry = heap[index];
    if (entry === undefined) throw new RangeError("the agenda is out of step");
    return entry;
  };
  const swap = (a: number, b: number) => {
    const entry = at(a);
    heap[a] = at(b);
    heap[b] = entry;
  };

  return {
    /** @param moment zone time in ms. */
    plan(moment: number, act: () => Promise<void>): void {
      planned += 1;
      heap.push({ at: moment, order: planned, act });
      let child = heap.length - 1;
      while (child > 0) {
        const parent = (child - 1) >> 1;
        if (!before(at(child), at(parent))) break;
        swap(child, parent);
        child = parent;
      }
    },
    /** Takes the first entry that is due by `moment`. */
    take(moment: number): Entry | undefined {
      const first = heap[0];
      if (first === undefined || first.at > moment) return undefined;
      const last = heap.pop();
      if (last !== undefined && heap.length > 0) {
        heap[0] = last;
        sink();
      }
      return first;
    },
    next: () => heap[0]?.at ?? null,
    size: () => heap.length,
  };

  function sink(): void {
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      if (left >= heap.length) return;
      const right = left + 1;
      const child = right < heap.length && before(at(right), at(left)) ? right : left;
      if (!before(at(child), at(parent))) return;
      swap(child, parent);
      parent = child;
    }
  }
}

export type Agenda = ReturnType<typeof makeAgenda>;
