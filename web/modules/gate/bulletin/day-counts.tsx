import type { CountedRoute, CountRecord } from "@moc/contract/gate/count.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { orpc } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { Read } from "../../../shell/read.tsx";
import { CountLines } from "../counts/count-lines.tsx";

const heldOf = (day: string, records: readonly CountRecord[] = []) => {
  const last = records.at(-1);
  return last === undefined || last.passed === null ? null : { ...last, day, passed: last.passed };
};

function lineOf({ route, unit, days: [one] }: CountedRoute, day: string, name: string) {
  return { key: route, name, unit, export: heldOf(day, one?.export), import: heldOf(day, one?.import) };
}

/** The day's counts without trips, beside the Board's lines and no part of them; `knownAt`: as recorded by then. */
export function DayCounts({ day, knownAt }: { day: string; knownAt: string | undefined }) {
  const names = useNames();
  const counts = useQuery({
    ...orpc.gate.readCounts.queryOptions({ input: { to: day, days: 1, knownAt } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Read of={counts}>
      {({ routes }) => (
        <CountLines
          className="noprint"
          shown={day}
          lines={routes.map((route) => lineOf(route, day, names(route.route)))}
        />
      )}
    </Read>
  );
}
