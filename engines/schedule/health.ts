import { dayOf } from "../calendar/civil-day.ts";
import { cell, noCeiling, nodeFlags } from "./cells.ts";
import { countBefore } from "./day-tables.ts";
import { totalFloat } from "./floats.ts";
import { typeOfKind } from "./network.ts";
import type { Schedule } from "./schedule.ts";

/**
 * The checks: those of the DCMA 14-point assessment that apply to plans without resources, and three of our own
 * (unknown durations, no report, no promised date). Source: Defense Contract Management Agency, "Earned Value
 * Management System Program Analysis Pamphlet" (2012), ch. 4; limits are the pamphlet's.
 */
export type HealthCheck =
  | "no-predecessor-or-successor"
  | "leads"
  | "lags"
  | "not-finish-to-start"
  | "hard-constraints"
  | "high-float"
  | "negative-float"
  | "long-duration"
  | "dates-out-of-order"
  | "promises-missed"
  | "path-length-index"
  | "duration-unknown"
  | "no-report"
  | "no-promise";

/** `count` of `of` items; `limit` is the greatest healthy share (null: for information). */
export interface HealthFinding {
  check: HealthCheck;
  count: number;
  of: number;
  limit: number | null;
  healthy: boolean;
  /** The first ids (edges as "a → b"), at most twenty. */
  examples: string[];
}

/** More working days than this are a long duration or a high float (DCMA points 6 and 8). */
const longDays = 44;

function finding(
  check: HealthCheck,
  found: readonly string[],
  of: number,
  limit: number | null,
): HealthFinding {
  const healthy = limit === null || found.length <= limit * of;
  return { check, count: found.length, of, limit, healthy, examples: found.slice(0, 20) };
}

interface View {
  id: string;
  at: number;
  flags: number;
  open: boolean;
}

function views({ plan }: Schedule): View[] {
  return plan.network.nodes.map(({ id }, index) => {
    const at = cell(plan.place, index);
    const flags = cell(plan.flags, at);
    return { id, at, flags, open: (flags & nodeFlags.finished) === 0 };
  });
}

/** Facts that contradict the order: work begun or done before what had to be done first. */
function outOfOrder(schedule: Schedule): string[] {
  const { plan } = schedule;
  return plan.network.edges.flatMap((edge) => {
    const [from, to] = [edge.from, edge.to].map((id) => plan.network.nodes.find((node) => node.id === id));
    if ((edge.type ?? typeOfKind[edge.kind]) !== "FS" || (edge.lag ?? 0) < 0) return [];
    const began = to?.actualStart ?? to?.actualFinish;
    const done = from?.actualFinish;
    return began !== undefined && (done === undefined || done > began) ? [`${edge.from} → ${edge.to}`] : [];
  });
}

/** Promised dates that have passed by the day of the report, and the work is not done. */
function missed(schedule: Schedule, open: readonly View[]): string[] {
  const { asOf, nodes } = schedule.plan.network;
  if (asOf === undefined) return [];
  const ids = new Set(open.map(({ id }) => id));
  return nodes
    .filter(({ id, promised }) => ids.has(id) && promised !== undefined && promised < asOf)
    .map(({ id }) => id);
}

/**
 * Critical path length index: days left to the imposed finish over days that the work takes; below 0.95 the finish is
 * not to be believed (DCMA point 13). Empty without an imposed or a known finish.
 */
function pathLength(schedule: Schedule, imposed: boolean): { found: string[]; of: number } {
  const { plan, finish, finishVague } = schedule;
  if (!imposed || finishVague || plan.finishBy === noCeiling) return { found: [], of: 0 };
  const from = plan.network.asOf === undefined ? dayOf(plan.network.start) : dayOf(plan.network.asOf) + 1;
  const before = (time: number) => countBefore(plan.tables, 0, time);
  const length = before(finish) - before(from - plan.tables.origin);
  const room = before(plan.finishBy) - before(finish);
  return {
    found: length > 0 && (length + room) / length < 0.95 ? [`${length + room} / ${length}`] : [],
    of: 1,
  };
}

function edgeFindings(schedule: Schedule): HealthFinding[] {
  const { edges } = schedule.plan.network;
  const named = (chosen: typeof edges) => chosen.map(({ from, to }) => `${from} → ${to}`);
  // "Prepare in parallel, submit after" is a type of its own here, not a faulty finish-to-finish.
  const other = edges.filter((edge) => edge.kind !== "parallel" && (edge.type ?? "FS") !== "FS");
  return [
    finding("leads", named(edges.filter((edge) => (edge.lag ?? 0) < 0)), edges.length, 0),
    finding("lags", named(edges.filter((edge) => (edge.lag ?? 0) > 0)), edges.length, 0.05),
    finding("not-finish-to-start", named(other), edges.length, 0.1),
    finding("dates-out-of-order", outOfOrder(schedule), edges.length, 0),
  ];
}

/** The health of a planned network, check by check. `imposed`: a finish of the whole is imposed. */
export function healthOf(schedule: Schedule, imposed: boolean): HealthFinding[] {
  const { plan } = schedule;
  const all = views(schedule);
  const open = all.filter((view) => view.open);
  const data = new Map(plan.network.nodes.map((node) => [node.id, node]));
  const ids = (chosen: readonly View[]) => chosen.map(({ id }) => id);
  const ends = (at: number) =>
    cell(plan.in.row, at) === cell(plan.in.row, at + 1) ||
    cell(plan.out.row, at) === cell(plan.out.row, at + 1);
  const floats = open.map((view) => ({ view, float: totalFloat(plan, view.at) }));
  const known = floats.filter(({ float }) => !float.vague);
  const path = pathLength(schedule, imposed);
  // One first and one last node must be loose; they are not counted as missing logic.
  const loose = ids(open.filter(({ at }) => ends(at)));
  const hard = ids(
    open.filter(
      ({ at }) => cell(plan.startCeiling, at) !== noCeiling || cell(plan.finishCeiling, at) !== noCeiling,
    ),
  );
  return [
    finding("no-predecessor-or-successor", loose.length <= 2 ? [] : loose, open.length, 0.05),
    ...edgeFindings(schedule),
    finding("hard-constraints", hard, open.length, 0.05),
    finding(
      "high-float",
      known.filter(({ float }) => float.days > longDays).map(({ view }) => view.id),
      open.length,
      0.05,
    ),
    finding(
      "negative-float",
      known.filter(({ float }) => float.days < 0).map(({ view }) => view.id),
      open.length,
      0,
    ),
    finding(
      "long-duration",
      ids(open.filter(({ at }) => cell(plan.duration, at) > longDays)),
      open.length,
      0.05,
    ),
    finding("promises-missed", missed(schedule, open), open.length, 0.05),
    finding("path-length-index", path.found, path.of, 0),
    finding(
      "duration-unknown",
      ids(open.filter(({ flags }) => (flags & nodeFlags.unknown) !== 0)),
      open.length,
      0,
    ),
    finding(
      "no-report",
      ids(open.filter(({ id }) => data.get(id)?.noReportSince !== undefined)),
      open.length,
      0,
    ),
    finding(
      "no-promise",
      ids(open.filter(({ id }) => data.get(id)?.promised === undefined)),
      open.length,
      null,
    ),
  ];
}
