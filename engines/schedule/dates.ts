import { isoOf } from "../calendar/civil-day.ts";
import { cell, noCeiling, nodeFlags, vagueBits } from "./cells.ts";
import { type Float, freeFloat, latestOf, totalFloat } from "./floats.ts";
import type { Network, NetworkNode } from "./network.ts";
import type { Schedule } from "./schedule.ts";

/** A date, or a bound of one: "known", "at-least" (not before), "at-most" (not after). */
export interface PlannedDate {
  date: string;
  is: "known" | "at-least" | "at-most";
}

/** What is planned for one node; a finish is the last day of work. Floats are working days of its own calendar. */
export interface PlannedNode {
  id: string;
  name: string;
  state: "planned" | "under-way" | "done";
  earliest: { start: PlannedDate; finish: PlannedDate };
  latest: { start: PlannedDate; finish: PlannedDate } | null;
  promised: string | null;
  totalFloat: Float;
  freeFloat: Float;
  /** No slack towards the finish of the whole, as far as known. */
  critical: boolean;
  durationKnown: boolean;
}

/** The ISO date of a boundary seen as a start, and as a finish. */
export function startDate(schedule: Schedule, time: number): string {
  return isoOf(time + schedule.plan.tables.origin);
}

export function finishDate(schedule: Schedule, time: number): string {
  return isoOf(time - 1 + schedule.plan.tables.origin);
}

/** A moment takes no time: it lies at the end of a day, but at the start of the plan's first day it is that day. */
function momentDate(schedule: Schedule, time: number): string {
  const begin = schedule.plan.network.start;
  const day = finishDate(schedule, time);
  return day < begin ? begin : day;
}

export function nameOf(node: NetworkNode | undefined): string {
  return node?.name ?? node?.id ?? "";
}

export function nodeAt(network: Network, index: number): NetworkNode {
  const node = network.nodes[index];
  if (node === undefined) throw new RangeError(`the network has no node ${index}`);
  return node;
}

/** The dates and floats of a node, by its index in the network. */
export function plannedNode(schedule: Schedule, index: number): PlannedNode {
  const { plan } = schedule;
  const at = cell(plan.place, index);
  const node = nodeAt(plan.network, index);
  const flags = cell(plan.flags, at);
  const vague = cell(plan.earlyVague, at);
  const done = (flags & nodeFlags.finished) !== 0;
  const moment = (flags & nodeFlags.moment) !== 0 && (flags & nodeFlags.unknown) === 0 && !done;
  const [start, finish] = moment ? [momentDate, momentDate] : [startDate, finishDate];
  const early = (bit: number) => ((vague & bit) === 0 ? "known" : "at-least");
  const late = (bit: number) => ((cell(plan.lateVague, at) & bit) === 0 ? "known" : "at-most");
  const room = latestOf(plan, at);
  const total = totalFloat(plan, at);
  return {
    id: node.id,
    name: nameOf(node),
    state: done ? "done" : (flags & nodeFlags.started) === 0 ? "planned" : "under-way",
    earliest: {
      start: { date: start(schedule, cell(plan.earlyStart, at)), is: early(vagueBits.earlyStart) },
      finish: { date: finish(schedule, cell(plan.earlyFinish, at)), is: early(vagueBits.earlyFinish) },
    },
    latest:
      done || room.finish === noCeiling
        ? null
        : {
            start: { date: start(schedule, room.start), is: late(vagueBits.lateStart) },
            finish: { date: finish(schedule, room.finish), is: late(vagueBits.lateFinish) },
          },
    promised: node.promised ?? null,
    totalFloat: total,
    freeFloat: freeFloat(plan, at, schedule.finish),
    critical: !done && !total.vague && total.days <= 0,
    durationKnown: (flags & nodeFlags.unknown) === 0,
  };
}
