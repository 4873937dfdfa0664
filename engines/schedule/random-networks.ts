// Random small networks for the tests: every kind of edge, lag, calendar, date, range, unknown, and progress.
import type { CalendarData } from "../calendar/calendar-data.ts";
import { dayOf, isoOf } from "../calendar/civil-day.ts";
import { type Draw, drawing } from "../calendar/random-calendars.ts";
import type { Network, NetworkEdge, NetworkNode } from "./network.ts";

export { type Draw, drawing };

const office = ["08:00-12:00"];

/** A calendar with random days of rest in the week, holidays, and worked days of rest. */
function randomCalendar(draw: Draw, id: string, first: string): CalendarData {
  const hours = Array.from({ length: 7 }, (_, index) => (index > 0 && draw(3) === 0 ? [] : office));
  const days: CalendarData["days"][number][] = [];
  for (let day = dayOf(first) - 5; day < dayOf(first) + 60; day++) {
    if (draw(9) > 0) continue;
    const kind = draw(3) === 0 ? "working" : "off";
    days.push({ from: isoOf(day), kind, name: "random", source: null, status: "confirmed" });
  }
  return { id, utcOffsetMinutes: 420, weeks: [{ from: null, hours, source: null }], days };
}

export function randomNode(draw: Draw, index: number, start: string, asOf: string | undefined): NetworkNode {
  const node: NetworkNode = { id: `n${index}`, duration: draw(6) };
  const near = (least: number, span: number) => isoOf(dayOf(start) + least + draw(span));
  if (draw(4) === 0) node.calendar = ["a", "b", "every-day"][draw(3)];
  if (draw(8) === 0) node.unit = "day";
  if (draw(9) === 0) node.duration = null;
  if (draw(9) === 0) node.duration = { low: 1, likely: 1 + draw(3), high: 4 };
  if (draw(9) === 0) node.startNoEarlierThan = near(-3, 15);
  if (draw(12) === 0) node.finishNoEarlierThan = near(-3, 20);
  if (draw(12) === 0) node.startNoLaterThan = near(-3, 25);
  if (draw(9) === 0) node.finishNoLaterThan = near(-3, 30);
  if (asOf !== undefined && draw(3) === 0) {
    const began = dayOf(asOf) - draw(8);
    node.actualStart = isoOf(began);
    if (draw(2) === 0) node.actualFinish = isoOf(began + draw(dayOf(asOf) - began + 1));
    else if (draw(3) === 0) node.remaining = draw(4);
  }
  return node;
}

export function randomEdge(draw: Draw, from: number, to: number): NetworkEdge {
  const edge: NetworkEdge = {
    from: `n${from}`,
    to: `n${to}`,
    kind: (["legal", "practical", "parallel"] as const)[draw(3)] ?? "legal",
  };
  if (draw(2) === 0) edge.type = (["FS", "SS", "FF", "SF"] as const)[draw(4)];
  if (draw(2) === 0) edge.lag = draw(9) - 3;
  if (draw(2) === 0) edge.lagUnit = draw(2) === 0 ? "day" : "working-day";
  return edge;
}

/** A network without cycles of one to `most` nodes, whose order in the list says nothing about the edges. */
export function randomNetwork(draw: Draw, most: number): Network {
  const start = isoOf(dayOf("2024-11-18") + draw(10));
  const count = 1 + draw(most);
  const asOf = draw(4) === 0 ? isoOf(dayOf(start) + draw(12)) : undefined;
  const rank = Array.from({ length: count }, (_, index) => index);
  for (let index = count - 1; index > 0; index--) {
    const other = draw(index + 1);
    [rank[index], rank[other]] = [rank[other] ?? 0, rank[index] ?? 0];
  }
  const edges: NetworkEdge[] = [];
  const density = 1 + draw(3);
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++)
      if (draw(4) < density) edges.push(randomEdge(draw, rank[a] ?? 0, rank[b] ?? 0));
  }
  return {
    start,
    asOf,
    finishBy: draw(5) === 0 ? isoOf(dayOf(start) + draw(40)) : undefined,
    calendars: draw(5) === 0 ? [] : [randomCalendar(draw, "a", start), randomCalendar(draw, "b", start)],
    nodes: rank.map((_, index) => randomNode(draw, index, start, asOf)),
    edges,
  };
}
