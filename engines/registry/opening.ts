import type { RouteDay, RouteOpenness, Traffic } from "@moc/contract/registry/calendar.ts";
import type { Opening, OpeningException, Route } from "@moc/contract/registry/rows.ts";
import { type CivilDay, dayOf, isoOf, millisecondsPerDay, weekdayOf } from "../calendar/civil-day.ts";
import { holdsOn } from "./timeline.ts";

const minute = 60_000;

/** What the opening of a route is read from: every version known, whenever it holds. `offset`: zone's clock ahead of UTC, ms. */
export type OpeningFacts = {
  routes: readonly Route[];
  openings: readonly Opening[];
  exceptions: readonly OpeningException[];
  offset: number;
};

/** A stretch of one day in minutes since its midnight. */
type Stretch = { from: number; to: number; mode: "open" | "pre_registered" };

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function routeOn(facts: OpeningFacts, route: string, day: string): Route | undefined {
  return facts.routes.find((row) => row.key === route && holdsOn(row.validity, day));
}

/** The week's hours on one day, joined and in order; null: unknown. */
function ordinary(facts: OpeningFacts, route: string, traffic: Traffic, day: string): Stretch[] | null {
  const row = facts.openings.find(
    (opening) => opening.route === route && opening.traffic === traffic && holdsOn(opening.validity, day),
  );
  if (row === undefined || row.bands === null) return null;
  const weekday = weekdayOf(dayOf(day));
  return row.bands
    .filter((band) => band.days.includes(weekday))
    .map((band) => ({ from: minutesOf(band.from), to: minutesOf(band.to), mode: band.mode }))
    .toSorted((a, b) => a.from - b.from);
}

function without(stretches: readonly Stretch[], closed: readonly { from: number; to: number }[]): Stretch[] {
  return closed.reduce<Stretch[]>(
    (left, shut) =>
      left.flatMap((open) =>
        [
          { ...open, to: Math.min(open.to, shut.from) },
          { ...open, from: Math.max(open.from, shut.to) },
        ].filter((piece) => piece.from < piece.to),
      ),
    [...stretches],
  );
}

function excepted(exception: OpeningException, week: Stretch[] | null): Stretch[] | null {
  const { mode, hours } = exception;
  const bands = exception.bands.map((band) => ({ from: minutesOf(band.from), to: minutesOf(band.to) }));
  if (hours === "unknown") return null;
  if (mode === "closed") {
    if (hours !== "bands") return [];
    return week === null ? null : without(week, bands);
  }
  if (hours === "whole_day") return [{ from: 0, to: 1440, mode }];
  if (hours === "bands") return bands.map((band) => ({ ...band, mode }));
  return week === null ? null : week.map((band) => ({ ...band, mode }));
}

function stretchesOn(facts: OpeningFacts, route: string, traffic: Traffic, day: string) {
  // Of several exceptions for one day the one stated for the fewest days is the most particular and wins.
  const exception = facts.exceptions
    .filter((row) => row.routes.includes(route) && row.traffic === traffic && holdsOn(row.validity, day))
    .filter((row) => row.firstDay <= day && day <= row.lastDay)
    .toSorted((a, b) => length(a) - length(b) || (a.key < b.key ? -1 : 1))[0];
  const week = ordinary(facts, route, traffic, day);
  return { exception, stretches: exception === undefined ? week : excepted(exception, week) };
}

function length(row: OpeningException): number {
  return dayOf(row.lastDay) - dayOf(row.firstDay);
}

/** One civil day of a route. A route without goods has no hours for goods. */
export function routeDay(
  facts: OpeningFacts,
  route: string,
  day: string,
  traffic: Traffic = "goods",
): RouteDay {
  const { exception, stretches } = stretchesOn(facts, route, traffic, day);
  return {
    route,
    day,
    bands:
      stretches?.map((band) => ({ from: clockOf(band.from), to: clockOf(band.to), mode: band.mode })) ?? null,
    exception: exception?.key ?? null,
    reason: exception?.reason ?? null,
  };
}

type Piece = { from: number; to: number; state: "open" | "pre_registered" | "closed" | "hours_unknown" };

/** The whole of one day without gaps, in milliseconds since 1970 UTC. */
function pieces(facts: OpeningFacts, route: string, day: CivilDay): Piece[] {
  const midnight = day * millisecondsPerDay - facts.offset;
  const at = (minutes: number) => midnight + minutes * minute;
  const { stretches } = stretchesOn(facts, route, "goods", isoOf(day));
  if (stretches === null) return [{ from: at(0), to: at(1440), state: "hours_unknown" }];
  const result: Piece[] = [];
  let reached = 0;
  for (const band of stretches) {
    if (band.from > reached) result.push({ from: at(reached), to: at(band.from), state: "closed" });
    result.push({ from: at(Math.max(band.from, reached)), to: at(band.to), state: band.mode });
    reached = Math.max(reached, band.to);
  }
  if (reached < 1440) result.push({ from: at(reached), to: at(1440), state: "closed" });
  return result;
}

const horizonDays = 14;

/** The civil day of an instant (ms) as ISO date. */
export function civilDayAt(now: number, offset: number): string {
  return isoOf(Math.floor((now + offset) / millisecondsPerDay));
}

/** When the state ends, within the horizon. */
function nextChange(facts: OpeningFacts, route: string, now: number, state: Piece["state"]): number | null {
  const today = Math.floor((now + facts.offset) / millisecondsPerDay);
  for (let day = today; day < today + horizonDays; day += 1) {
    const change = pieces(facts, route, day).find((piece) => piece.from > now && piece.state !== state);
    if (change !== undefined) return change.from;
  }
  return null;
}

/** When the days that are for registered vehicles only began; of a weekly stretch, when it began. */
function registeredBefore(facts: OpeningFacts, route: string, today: CivilDay, piece: Piece): number | null {
  if (piece.state !== "pre_registered") return null;
  const { exception } = stretchesOn(facts, route, "goods", isoOf(today));
  if (exception === undefined) return piece.from;
  return dayOf(exception.firstDay) * millisecondsPerDay - facts.offset;
}

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** A route for goods at an instant (ms), and until when by calendar. Null: no such route on that day. */
export function routeOpenness(facts: OpeningFacts, route: string, now: number): RouteOpenness | null {
  const today = Math.floor((now + facts.offset) / millisecondsPerDay);
  const row = routeOn(facts, route, isoOf(today));
  if (row === undefined) return null;
  const quiet = { route, until: null, registeredBefore: null, opensAt: null, closesAt: null, reason: null };
  if (row.cargo === "none") return { ...quiet, state: "no_cargo" };
  const piece = pieces(facts, route, today).find((one) => now < one.to);
  const state = piece?.state ?? "hours_unknown";
  const change = nextChange(facts, route, now, state);
  const day = routeDay(facts, route, isoOf(today));
  const registered = piece === undefined ? null : registeredBefore(facts, route, today, piece);
  return {
    route,
    state,
    until: instant(change),
    registeredBefore: instant(registered),
    opensAt: day.bands?.[0]?.from ?? null,
    closesAt: day.bands?.at(-1)?.to ?? null,
    reason: day.reason,
  };
}

/**
 * The stretches between two instants (ms) in which a route is not closed to goods, in order. Hours that nobody states
 * count as not closed: nobody can say that it was.
 */
export function openStretches(
  facts: OpeningFacts,
  route: string,
  from: number,
  to: number,
): { from: number; to: number }[] {
  const dayAt = (at: number) => Math.floor((at + facts.offset) / millisecondsPerDay);
  const days = Array.from({ length: dayAt(to) - dayAt(from) + 1 }, (_, index) => dayAt(from) + index);
  return days
    .flatMap((day) => pieces(facts, route, day))
    .filter((piece) => piece.state !== "closed" && piece.to > from && piece.from < to)
    .map((piece) => ({ from: Math.max(piece.from, from), to: Math.min(piece.to, to) }));
}
