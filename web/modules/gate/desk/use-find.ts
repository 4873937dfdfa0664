import type { TripRow } from "@moc/contract/gate/trip.ts";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useDeferredValue, useEffect, useRef, useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { useHotkey } from "../../../ui/hotkey.ts";

/** Signs of a plate, code or container below which nothing is searched. */
const fewest = 3;
const matchesOf = (search: string) => orpc.gate.listTrips.queryOptions({ input: { search, limit: 20 } });

/** Finds a truck by what is typed or scanned; `waiting` are those on the list while nothing is. */
export function useFind(waiting: readonly TripRow[], onChoose: (trip: string | undefined) => void) {
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const typed = text.replaceAll(/[\s.·-]/g, "").toUpperCase();
  const search = useDeferredValue(typed);
  const searching = search.length >= fewest;
  const queries = useQueryClient();
  const found = useQuery({ ...matchesOf(search), enabled: searching, placeholderData: keepPreviousData });
  useHotkey("/", () => {
    field.current?.focus();
    field.current?.select();
  });
  useEffect(() => field.current?.focus(), []);
  return {
    text,
    setText,
    field,
    searching,
    found,
    /** What a scanner types goes into the field, whatever had the focus. */
    scan(scanned: string): void {
      setText(scanned);
      field.current?.focus();
    },
    /** Fingers are quicker than the network: the truck before is closed at once, and what was typed is what opens. */
    async submit(event: FormEvent): Promise<void> {
      event.preventDefault();
      onChoose(undefined);
      field.current?.blur();
      if (typed.length < fewest) return onChoose(waiting[0]?.id);
      // Without a line only the trucks of the list are known.
      if (!navigator.onLine) return onChoose(waiting.find(({ plate }) => plate.number.includes(typed))?.id);
      const matches = await queries.ensureQueryData(matchesOf(typed)).catch(() => undefined);
      return onChoose(matches?.rows[0]?.id);
    },
  };
}
