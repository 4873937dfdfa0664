import type { QueueEntry, QueueView } from "@moc/contract/gate/queue.ts";
import type { Direction } from "@moc/contract/gate/trip.ts";
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { orpc } from "../../../shell/api.ts";

const pageSize = 200;

export type QueueFilter = { route: string; direction: Direction; stream: string; search: string };

/** The first row and the last that are on the screen. */
export type Seen = { first: number; last: number };

/** Which further pages hold the rows on the screen; the first page is always read. */
export function pagesOf({ first, last }: Seen, matching: number): number[] {
  const from = Math.max(1, Math.floor(first / pageSize));
  const to = Math.min(Math.floor(last / pageSize), Math.ceil(matching / pageSize) - 1);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

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
  });
  const onSee = useCallback(
    (now: Seen) =>
      setSeen((before) => (before.first === now.first && before.last === now.last ? before : now)),
    [],
  );
  if (queue.data === undefined) return { queue, rows: [], onSee };
  const read = more.map((one) => one.data);
  return { queue, rows: inPlace(queue.data, wanted, read), onSee };
}

/** Every row at its own index. */
function inPlace(
  head: QueueView,
  wanted: readonly number[],
  more: readonly (QueueView | undefined)[],
): (QueueEntry | undefined)[] {
  const rows: (QueueEntry | undefined)[] = [...head.rows];
  rows.length = head.matching;
  wanted.forEach((at, index) => {
    for (const [offset, row] of (more[index]?.rows ?? []).entries()) rows[at * pageSize + offset] = row;
  });
  rows.length = head.matching;
  return rows;
}
