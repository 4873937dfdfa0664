// What the slow planner plans on: nodes and edges that point at each other, and days counted one by one.
import type { CalendarData } from "../calendar/calendar-data.ts";
import type { Network, NetworkEdge, NetworkNode } from "./network.ts";

const dayMs = 86_400_000;
/** Days beyond any date of the small networks that the tests make. */
export const far = 150;
export const civil = (text: string) => Date.parse(`${text}T00:00:00Z`) / dayMs;

export interface Node {
  data: NetworkNode;
  works: (day: number) => boolean;
  known: boolean;
  days: number;
  started: boolean;
  finished: boolean;
  into: Edge[];
  outOf: Edge[];
  // Boundaries: a start is the day itself, a finish the day after the last day of work.
  begin: number;
  end: number;
  late: { start: number; finish: number };
  workBegin: number;
}

export interface Edge {
  index: number;
  data: NetworkEdge;
  from: Node;
  to: Node;
  type: string;
  waits: boolean;
}

// Each day of a calendar is looked up once, or a million networks would take a day.
const seenDays = new WeakMap<CalendarData, boolean[]>();

export function worksOn(calendar: CalendarData | undefined): (day: number) => boolean {
  if (calendar === undefined) return () => true;
  const seen = seenDays.get(calendar) ?? [];
  seenDays.set(calendar, seen);
  return (day) => (seen[day] ??= look(day));

  function look(day: number): boolean {
    const date = new Date(day * dayMs).toISOString().slice(0, 10);
    const row = calendar?.days.find((one) => one.from <= date && date <= (one.to ?? one.from));
    if (row !== undefined) return row.kind === "working";
    return (calendar?.weeks[0]?.hours[(((day + 3) % 7) + 7) % 7] ?? []).length > 0;
  }
}

/** Walks `days` working days on (or back), as edges with a lag do. */
export function walk(works: (day: number) => boolean, time: number, days: number): number {
  let at = time;
  for (let rest = days; rest > 0; at++) if (works(at)) rest--;
  for (let rest = days; rest < 0; at--) if (works(at - 1)) rest++;
  return at;
}

export function lagged(edge: Edge, time: number): number {
  const lag = edge.data.lag ?? 0;
  return edge.data.lagUnit === "day" ? time + lag : walk(edge.to.works, time, lag);
}

export function boundOf(edge: Edge): number {
  return lagged(edge, edge.type.startsWith("S") ? edge.from.begin : edge.from.end);
}

export function workingDaysIn(node: Node, from: number, to: number): number {
  let count = 0;
  for (let day = Math.min(from, to); day < Math.max(from, to); day++) if (node.works(day)) count++;
  return from <= to ? count : -count;
}

export function build(network: Network): Node[] {
  const always = worksOn(undefined);
  const calendars = new Map(network.calendars.map((calendar) => [calendar.id, worksOn(calendar)]));
  const nodes = network.nodes.map((data): Node => {
    const usual = calendars.get(data.calendar ?? network.calendars[0]?.id ?? "") ?? always;
    const { duration } = data;
    return {
      data,
      works: data.unit === "day" ? always : usual,
      known: duration !== null || data.remaining !== undefined,
      days: duration === null ? 0 : typeof duration === "number" ? duration : duration.likely,
      started: data.actualStart !== undefined || data.actualFinish !== undefined,
      finished: data.actualFinish !== undefined,
      into: [],
      outOf: [],
      begin: civil(network.start) - far,
      end: civil(network.start) - far,
      late: { start: Infinity, finish: Infinity },
      workBegin: civil(network.start) - far,
    };
  });
  network.edges.forEach((data, index) => {
    const [from, to] = [data.from, data.to].map((id) => nodes.find((node) => node.data.id === id));
    if (from === undefined || to === undefined) throw new Error("unknown node");
    const type = data.type ?? (data.kind === "parallel" ? "FF" : "FS");
    const edge = { index, data, from, to, type, waits: data.kind === "parallel" && type.endsWith("F") };
    from.outOf.push(edge);
    to.into.push(edge);
  });
  return nodes;
}
