import type { CalendarData } from "../calendar/calendar-data.ts";

/** FS: the successor starts after the finish; SS start–start; FF finish–finish; SF: finishes after the start. */
export type EdgeType = "FS" | "SS" | "FF" | "SF";

/**
 * Why an edge is there. "legal": the law bars the successor before the predecessor is done. "practical": it makes no
 * sense earlier. "parallel": prepare in parallel, submit after — the work may begin at once, only the finish waits.
 */
export type EdgeKind = "legal" | "practical" | "parallel";

/** The type that an edge has when it names none: what each kind means in words. */
export const typeOfKind = { legal: "FS", practical: "FS", parallel: "FF" } as const satisfies Record<
  EdgeKind,
  EdgeType
>;

/** Working days of the node's calendar, or calendar days. */
export type DayUnit = "working-day" | "day";

/** An estimate in whole days, low ≤ likely ≤ high. The plan uses `likely`, the forecast draws from the triangle. */
export interface DurationRange {
  low: number;
  likely: number;
  high: number;
}

/** Dates are ISO days; a finish date is the last day of work, inclusive. */
export interface NetworkNode {
  id: string;
  name?: string | undefined;
  /** Id of a calendar of the network; its first calendar when absent. */
  calendar?: string | undefined;
  /** Whole days; 0 is a milestone; null is unknown and makes unknown what depends on it. */
  duration: number | DurationRange | null;
  unit?: DayUnit | undefined;
  startNoEarlierThan?: string | undefined;
  finishNoEarlierThan?: string | undefined;
  startNoLaterThan?: string | undefined;
  finishNoLaterThan?: string | undefined;
  actualStart?: string | undefined;
  actualFinish?: string | undefined;
  /** Days of work left as of `asOf`; from the duration and the time since the actual start when absent. */
  remaining?: number | undefined;
  /** The finish that the owner promised: shown beside earliest and forecast, never moves anything. */
  promised?: string | undefined;
  owner?: string | undefined;
  /** A report on this node was due and has not come: since which day. */
  noReportSince?: string | undefined;
}

export interface NetworkEdge {
  from: string;
  to: string;
  kind: EdgeKind;
  type?: EdgeType | undefined;
  /** Whole days, negative for a lead; counted on the successor's calendar when in working days. */
  lag?: number | undefined;
  lagUnit?: DayUnit | undefined;
  /** The document or provision on which the edge rests. */
  document?: string | undefined;
}

export interface Network {
  name?: string | undefined;
  /** First day on which anything may start. */
  start: string;
  /** Last day by which all must be done; the latest dates then count from it, else from the earliest finish. */
  finishBy?: string | undefined;
  /** What is known by the end of this day: work that has not begun begins later, work under way goes on after it. */
  asOf?: string | undefined;
  calendars: readonly CalendarData[];
  nodes: readonly NetworkNode[];
  edges: readonly NetworkEdge[];
}

/** The id of the calendar on which every day counts; `unit: "day"` counts on it. */
export const everyDay = "every-day";
