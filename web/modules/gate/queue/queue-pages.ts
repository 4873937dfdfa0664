import type { QueueEntry, QueueView } from "@moc/contract/gate/queue.ts";
import type { Direction } from "@moc/contract/gate/trip.ts";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { orpc } from "../../../shell/api.ts";
import type { Seen } from "../../../ui/drawn-rows.ts";

const pageSize = 200;

export type QueueFilter = { route: string; direction: Direction; stream: string; search: string };

/** Which further pages hold the rows on the screen; the first page is always read. */
export function pagesOf({ first, last }: Seen, matching: number): number[] {
  const from = Math.max(1, pageOf(first));
  const to = Math.min(pageOf(last), Math.ceil(matching / pageSize) - 1);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

const pageOf = (index: number) => Math.floor(index / pageSize);

/** Whether the same pages hold both: then nothing else is to be read, and the screen need not be drawn again. */
export const samePages = (one: Seen, other: Seen): boolean =>
  pageOf(one.first) === pageOf(other.first) && pageOf(one.last) === pageOf(other.last);

/**
 * One queue as it is scrolled: its figures and first page, and of a long one only the pages that are on the screen, so
 * that a change is read anew in two or three short answers however many trucks wait. Rows not read yet are undefined.
 */
export function useQueuePages({ route, direction, stream, search }: QueueFilter) {
  const [seen, setSeen] = useState<Seen>({ first: 0, last: 0 });
  const page = (at: number) => ({
    ...orpc.gate.readQueue.queryOptions({
      input: {
        route,
        direction,
        limit: pageSize,
        ...(at > 0 && { skip: at * pageSize }),
        ...(stream && { stream }),
        ...(search && { search }),
      },
    }),
    refetchInterval: 15_000,
  });
  const queue = useQuery({ ...page(0), placeholderData: keepPreviousData });
  const wanted = pagesOf(seen, queue.data?.matching ?? 0);
  const more = useQueries({
    queries: wanted.map((at) => ({ ...page(at), placeholderData: keepPreviousData })),
    combine: dataOf,
  });
  const onSee = useCallback((now: Seen) => setSeen((before) => (samePages(before, now) ? before : now)), []);
  const at = wanted[0] ?? 0;
  const rows = useMemo(() => (queue.data ? inPlace(queue.data, at, more) : []), [queue.data, at, more]);
  return { queue, rows, onSee };
}

const dataOf = (reads: readonly { data: QueueView | undefined }[]) => reads.map(({ data }) => data);

/** Every row at its own index: the first page, and those from the page `from` on. */
function inPlace(
  head: QueueView,
  from: number,
  more: readonly (QueueView | undefined)[],
): (QueueEntry | undefined)[] {
  const rows: (QueueEntry | undefined)[] = [...head.rows];
  rows.length = head.matching;
  for (const [at, page] of more.entries()) {
    for (const [offset, row] of (page?.rows ?? []).entries()) rows[(from + at) * pageSize + offset] = row;
  }
  rows.length = head.matching;
  return rows;
}
