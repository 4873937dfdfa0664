import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Of a row until one is drawn and measured, px: a phone shows each as a card, three or four times as high. */
const rowHeight = 36;
/** Below this many rows everything is in the document, so that find-in-page and print see it all. */
const virtualFrom = 120;
/** Rows that a frame of a long list draws anew at most: drawing all that a screen holds takes one frame 20 ms and more. */
const fewRows = 6;

/** The first row and the last that are near the screen, by their index. */
export type Seen = { first: number; last: number };

/** A place of the list; without a row its height is kept: the row is not read yet, or is drawn in one of the next frames. */
type Place<Row> = { index: number; row: Row | undefined };

type List<Row> = {
  shown: readonly (Row | undefined)[];
  rowKey: (row: Row) => string;
  box: RefObject<HTMLDivElement | null>;
  onSee: ((seen: Seen) => void) | undefined;
};

/** Which rows are drawn: of a long list those that are seen, with the heights above and below them; of a short one all. */
export function useDrawn<Row>({ shown, rowKey, box, onSee }: List<Row>) {
  const printing = usePrinting();
  const long = shown.length > virtualFrom && !printing;
  const height = useRowHeight(box);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 4,
    enabled: long,
    // The frame that scrolls does not wait for rows: they are made in a task of their own and come with the next frame.
    useFlushSync: false,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  const items = long ? virtual.getVirtualItems() : [];
  const [first, last] = [items[0], items.at(-1)];
  const [from, to] = [first?.index ?? 0, last?.index ?? 0];
  useEffect(() => {
    if (long) onSee?.({ first: from, last: to });
  }, [long, onSee, from, to]);
  const seen = useFewAtOnce(
    items.map(({ index }) => ({ index, row: shown[index] })),
    rowKey,
  );
  const all = shown.map((row, index) => ({ index, row }));
  const visible = long ? seen : printing ? all.filter(({ row }) => row !== undefined) : all;
  const below = last === undefined ? null : virtual.getTotalSize() - last.end;
  return { long, printing, visible, above: first?.start ?? 0, below, height };
}

/** Whether the page is being printed: paper does not scroll, so every row that is read is drawn for it. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}

/** Draws rows that come into sight at once over several frames, so that keys and scrolling are answered in between. */
function useFewAtOnce<Row>(seen: readonly Place<Row>[], rowKey: (row: Row) => string): readonly Place<Row>[] {
  const [before, setBefore] = useState<ReadonlySet<string>>(new Set());
  const keys = seen.flatMap(({ row }) => (row === undefined ? [] : [rowKey(row)]));
  const drawn = drawnOf(keys, before);
  useEffect(() => {
    if ([...drawn].every((key) => before.has(key))) return undefined;
    const frame = requestAnimationFrame(() => setBefore(drawn));
    return () => cancelAnimationFrame(frame);
  });
  return seen.map(({ index, row }) => ({
    index,
    row: row !== undefined && drawn.has(rowKey(row)) ? row : undefined,
  }));
}

/** What one frame draws of the rows with these keys: all that the frame before drew, and the first few of the others. */
export function drawnOf(keys: readonly string[], before: ReadonlySet<string>): ReadonlySet<string> {
  const kept = keys.filter((key) => before.has(key));
  const fresh = keys.filter((key) => !before.has(key));
  return new Set([...kept, ...fresh.slice(0, fewRows)]);
}

/** How high the rows of a table are, px: that of the first one drawn, measured again when the table's box changes. */
function useRowHeight(box: RefObject<HTMLDivElement | null>): number {
  const [height, setHeight] = useState(rowHeight);
  useEffect(() => {
    if (!box.current) return undefined;
    // An observer is called when the layout is known, so that measuring costs none.
    const observer = new ResizeObserver(([entry]) => {
      const row = entry?.target.querySelector("tbody tr[data-key]");
      if (row) setHeight(row.getBoundingClientRect().height);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return height;
}
