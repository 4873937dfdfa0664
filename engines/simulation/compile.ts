import { dayNumber, type Steps, weekdayOf } from "./civil-time.ts";
import {
  addResource,
  addSpread,
  type Draft,
  emit,
  emptyDraft,
  type ResourceLabel,
  resourceName,
  type TallyLabel,
} from "./draft.ts";
import type { Network } from "./network.ts";
import * as code from "./network.ts";
import { intakeSteps, laneOf } from "./orders.ts";
import { mark, type Writing, writeProgram } from "./program.ts";
import { addPlaces } from "./resources.ts";
import type { Order, Route, Scenario, Traffic } from "./scenario.ts";

/** A scenario ready to run, and the names of what its network counts. */
export type Compiled = {
  scenario: Scenario;
  network: Network;
  resources: ResourceLabel[];
  tallies: TallyLabel[];
};

const DAY_MINUTES = 1_440;
/** Samples per run when the scenario does not say how many. */
const MOST_SAMPLES = 1_000;

/** Compiles a scenario that has passed `findProblems`. */
export function compile(scenario: Scenario): Compiled {
  const draft = emptyDraft();
  addPlaces(draft, scenario);
  const programs = writePrograms(draft, scenario);
  const capacity = capacities(draft);
  const network: Network = {
    ...timing(scenario),
    ...arrivals(scenario, programs),
    streamKeys: streamKeys(scenario, draft),
    ...capacity,
    firstLine: Int32Array.from(draft.firstLine),
    lineLevel: Int32Array.from(draft.lines, ({ level }) => level),
    lineWeight: Int32Array.from(draft.lines, ({ weight }) => weight),
    isOrder: Int32Array.from(draft.labels, ({ kind }) => (kind === "order" ? 1 : 0)),
    code: Int32Array.from(draft.code),
    spreads: {
      kind: Int32Array.from(draft.spreads.kind),
      at: Int32Array.from(draft.spreads.at),
      parameter: Float64Array.from(draft.spreads.parameter),
    },
    shares: Float64Array.from(draft.shares),
    amounts: Float64Array.from(draft.amounts),
    checks: Int32Array.from(draft.checks),
    sources: scenario.arrivals.length,
    firstPart: scenario.arrivals.length + capacity.timelineTarget.length + code.SINGLE_SUBJECTS,
    parts: 1 + Math.max(0, ...scenario.traffic.map(({ checks }) => checks.length)),
    tallies: draft.tallies.length,
  };
  return { scenario, network, resources: draft.labels, tallies: draft.tallies };
}

function timing({ days, warm_up_days, sample_minutes, limits }: Scenario) {
  const horizon = days * DAY_MINUTES;
  const hours = Math.ceil(horizon / MOST_SAMPLES / 60);
  return {
    horizon,
    days,
    warmUp: warm_up_days * DAY_MINUTES,
    sampleEvery: sample_minutes ?? hours * 60,
    limits,
  };
}

/** Writes the programs that arrivals reach, directly or diverted, and returns the first instruction of each. */
function writePrograms(draft: Draft, scenario: Scenario): Map<string, number> {
  const programs = new Map<string, number>();
  const links: Writing["links"] = [];
  const wanted = scenario.arrivals.map(({ route, traffic }) => ({ route, traffic }));
  for (const { route: routeKey, traffic: trafficKey } of wanted) {
    const name = programName(routeKey, trafficKey);
    const route = scenario.routes.find(({ key }) => key === routeKey);
    const traffic = scenario.traffic.find(({ key }) => key === trafficKey);
    if (programs.has(name) || route === undefined || traffic === undefined) continue;
    const before = links.length;
    programs.set(name, addProgram(draft, scenario, route, traffic, links));
    wanted.push(...links.slice(before));
  }
  for (const { cell, route, traffic } of links)
    draft.code[cell] = programs.get(programName(route, traffic)) ?? 0;
  return programs;
}

/** One program and its steering orders; every diversion gets its own few instructions on the way to the other route. */
function addProgram(
  draft: Draft,
  scenario: Scenario,
  route: Route,
  traffic: Traffic,
  links: Writing["links"],
): number {
  const label: ResourceLabel = { kind: "order", key: traffic.key, route: route.key };
  const intake = draft.labels.length;
  const writing: Writing = { draft, scenario, route, traffic, intake, links };
  const detours = new Map<Order, number>();
  const divertTo = (order: Order): number => {
    const known = detours.get(order) ?? writeDetour(writing, order);
    detours.set(order, known);
    return known;
  };
  addResource(draft, label, intakeSteps(scenario, route, traffic, divertTo), [{ level: 0, weight: 1 }]);
  return writeProgram(writing);
}

function writeDetour(writing: Writing, order: Order): number {
  const { draft, traffic, links } = writing;
  const start = mark(writing, "diverted");
  if (order.kind !== "divert") return start;
  if (order.minutes !== undefined) emit(draft, code.DELAY, addSpread(draft, order.minutes));
  const jump = emit(draft, code.GOTO);
  links.push({ cell: jump + 1, route: order.to_route, traffic: traffic.key });
  return start;
}

/** Whether a kind of traffic can use a route at all. */
export function fits(route: Route, traffic: Traffic): boolean {
  return laneOf(route, traffic.direction, traffic.lane_class) !== undefined;
}

function programName(route: string, traffic: string): string {
  return `${route} ${traffic}`;
}

/** Rates by hour of the day (trucks per minute) and factors by day, per row of arrivals. */
function arrivals(scenario: Scenario, programs: ReadonlyMap<string, number>) {
  const rows = scenario.arrivals;
  const hourRate = rows.flatMap((row) => hourRates(row));
  const dayFactor = rows.flatMap((row) => dayFactors(row, scenario));
  return {
    sourceProgram: Int32Array.from(
      rows,
      ({ route, traffic }) => programs.get(programName(route, traffic)) ?? 0,
    ),
    hourRate: Float64Array.from(hourRate),
    dayFactor: Float64Array.from(dayFactor),
    slotShare: Float64Array.from(rows, ({ slots }) => slots),
  };
}

type Arrivals = Scenario["arrivals"][number];

/** Trucks per minute in each hour of a day of factor 1. */
export function hourRates({ per_day, by_hour }: Arrivals): number[] {
  const shares = by_hour ?? Array.from({ length: 24 }, () => 1);
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => (sum === 0 ? 0 : (per_day * share) / sum / 60));
}

/** Factor of each day of the run: weekday × month, or the factor that the date states. */
export function dayFactors(row: Arrivals, { start, days }: Scenario): number[] {
  const dated = new Map(row.by_date.map(({ on, factor }) => [dayNumber(on), factor]));
  const first = dayNumber(start);
  return Array.from({ length: days }, (_, index) => {
    const day = first + index;
    const weekday = row.by_weekday?.[weekdayOf(day)] ?? 1;
    const month = row.by_month?.[new Date(day * 86_400_000).getUTCMonth()] ?? 1;
    return dated.get(day) ?? weekday * month;
  });
}

function capacities(draft: Draft) {
  const timelines = draft.capacity
    .map((steps, resource) => ({ steps, resource }))
    .filter(({ steps }) => steps.at.length > 1);
  const changes = timelines.flatMap(({ steps }) => laterSteps(steps));
  let entries = 0;
  return {
    capacity: Int32Array.from(draft.capacity, ({ value }) => value[0] ?? 0),
    timelineTarget: Int32Array.from(timelines, ({ resource }) => resource),
    timelineFirst: Int32Array.from([0, ...timelines.map(({ steps }) => (entries += steps.at.length - 1))]),
    changeAt: Float64Array.from(changes, ({ minute }) => minute),
    changeTo: Int32Array.from(changes, ({ value }) => value),
  };
}

function laterSteps({ at, value }: Steps): { minute: number; value: number }[] {
  return at.slice(1).map((minute, index) => ({ minute, value: value[index + 1] ?? 0 }));
}

/** One key per stream, from the names, so that luck stays with a place when others are added. */
function streamKeys(scenario: Scenario, draft: Draft): Int32Array<ArrayBuffer> {
  const seen = new Map<string, number>();
  const names = scenario.arrivals.flatMap(({ route, traffic }) => {
    const name = `${route} ${traffic}`;
    const again = (seen.get(name) ?? -1) + 1; // a second row of the same kind has luck of its own
    seen.set(name, again);
    return [`arrivals ${name} ${again}`, `decisions ${name} ${again}`];
  });
  return Int32Array.from([...names, ...draft.labels.map(resourceName)], hashName);
}

/** FNV-1a over the characters of a name. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash;
}
