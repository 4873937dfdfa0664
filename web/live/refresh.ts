import type { QueryClient } from "@tanstack/react-query";
import type { LiveEvent } from "./stream.ts";

/** At most one refresh of a room's reads in this time, ms: a busy border sends many events a second. */
const pause = 2_000;
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Marks the reads of the event's room as old; what is on the screen is read anew, the rest when it is opened. */
export function refreshed(queries: QueryClient, event: LiveEvent): void {
  const [room = ""] = event.kind.split(".");
  if (waiting.has(room)) return;
  waiting.set(
    room,
    setTimeout(() => {
      waiting.delete(room);
      // What was refused stays refused until the reader asks again; what is read once by intent is left alone.
      void queries.invalidateQueries({
        queryKey: [[room]],
        predicate: ({ state, meta }) => state.status !== "error" && meta?.live !== false,
      });
    }, pause),
  );
}
