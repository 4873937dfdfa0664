import type { CalendarData } from "../../engines/calendar/calendar-data.ts";
import { drawing } from "../../engines/calendar/random-calendars.ts";
import type { Network, NetworkNode } from "../../engines/schedule/network.ts";

const weekdays = (rest: readonly number[]) =>
  Array.from({ length: 7 }, (_, day) => (rest.includes(day) ? [] : ["08:00-16:00"]));

/** Four calendars with different weeks and some hundred holidays each; made up, for the benchmark only. */
function calendars(): CalendarData[] {
  const draw = drawing(4);
  return [[5, 6], [6], [4, 5], []].map((rest, index) => ({
    id: `c${index}`,
    utcOffsetMinutes: 420,
    weeks: [{ from: null, hours: weekdays(rest), source: null }],
    days: Array.from({ length: 100 }, (_, at) => ({
      from: new Date(Date.UTC(2024, 0, 5 + 36 * at + draw(30))).toISOString().slice(0, 10),
      kind: "off" as const,
      name: "made up",
      source: null,
      status: "confirmed" as const,
    })),
  }));
}

/** Layers of about a hundred nodes, three predecessors on average out of the three layers before. */
export function layeredNetwork(count: number, seed: number, ranges: boolean): Network {
  const draw = drawing(seed);
  const nodes: NetworkNode[] = [];
  const edges: Network["edges"][number][] = [];
  for (let index = 0; index < count; index++) {
    const likely = 1 + draw(20);
    const duration = ranges ? { low: Math.ceil(likely / 2), likely, high: 2 * likely } : likely;
    nodes.push({ id: `n${index}`, duration, calendar: `c${draw(4)}` });
    const layer = Math.floor(index / 100) * 100;
    const reach = Math.min(layer, 300);
    for (let left = reach === 0 ? 0 : 1 + draw(5); left > 0; left--) {
      edges.push({ from: `n${layer - 1 - draw(reach)}`, to: `n${index}`, kind: "practical" });
    }
  }
  return { start: "2024-01-08", calendars: calendars(), nodes, edges };
}
