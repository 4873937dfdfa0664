import { limitOf } from "./backward.ts";
import { cell, noCeiling, nodeFlags, ruleBits, vagueBits } from "./cells.ts";
import { countBefore, nthDay } from "./day-tables.ts";
import { firstWorkingDay, gather } from "./forward.ts";
import type { Plan } from "./plan.ts";

/** Working days of the node's own calendar; `vague` when something unknown makes it only a bound. */
export interface Float {
  days: number;
  vague: boolean;
}

function slack(plan: Plan, at: number, early: number, late: number): number {
  const calendar = cell(plan.calendar, at);
  return countBefore(plan.tables, calendar, late) - countBefore(plan.tables, calendar, early);
}

/**
 * How far a node may slip without moving the finish of the whole: the smaller of what its start and its finish may
 * slip (they differ when the finish waits). Of work under way only the finish counts; of finished work it is zero.
 */
export function totalFloat(plan: Plan, at: number): Float {
  const flags = cell(plan.flags, at);
  if ((flags & nodeFlags.finished) !== 0) return { days: 0, vague: false };
  const vague = cell(plan.earlyVague, at) !== 0 || cell(plan.lateVague, at) !== 0;
  const finish = slack(plan, at, cell(plan.earlyFinish, at), cell(plan.lateFinish, at));
  if ((flags & nodeFlags.started) !== 0) return { days: finish, vague };
  return {
    days: Math.min(finish, slack(plan, at, cell(plan.earlyStart, at), cell(plan.lateStart, at))),
    vague,
  };
}

/** The start that an edge into `to` meets: of work under way its remaining work, which is what can still wait. */
function startAsked(plan: Plan, to: number): number {
  const flags = cell(plan.flags, to);
  if ((flags & nodeFlags.started) === 0) return cell(plan.earlyStart, to);
  const bounds = gather(plan, to);
  if ((flags & nodeFlags.unknown) !== 0) return bounds.start;
  if (cell(plan.duration, to) === 0) return cell(plan.earlyFinish, to);
  return nthDay(plan.tables, cell(plan.calendar, to), firstWorkingDay(plan, to, bounds));
}

/**
 * How far a node may slip without moving the earliest dates of any successor, nor the finish of the whole.
 * Of work under way only the finish can slip; of finished work it is zero.
 */
export function freeFloat(plan: Plan, at: number, projectFinish: number): Float {
  const flags = cell(plan.flags, at);
  if ((flags & nodeFlags.finished) !== 0) return { days: 0, vague: false };
  let [start, finish] = [noCeiling, projectFinish];
  let vague = cell(plan.earlyVague, at) !== 0;
  for (let slot = cell(plan.out.row, at); slot < cell(plan.out.row, at + 1); slot++) {
    const to = cell(plan.outTo, slot);
    const code = cell(plan.outCode, slot);
    if ((cell(plan.flags, to) & nodeFlags.finished) !== 0) continue;
    const toStart = (code & ruleBits.toFinish) === 0;
    const limit = limitOf(plan, to, toStart ? startAsked(plan, to) : cell(plan.earlyFinish, to), code);
    if ((code & ruleBits.fromStart) === 0) finish = Math.min(finish, limit);
    else start = Math.min(start, limit);
    vague ||= (cell(plan.earlyVague, to) & (toStart ? vagueBits.earlyStart : vagueBits.earlyFinish)) !== 0;
  }
  const days = slack(plan, at, cell(plan.earlyFinish, at), finish);
  if (start === noCeiling || (flags & nodeFlags.started) !== 0) return { days, vague };
  // A start may move to the latest working day that begins by the limit; a milestone has no day of its own.
  const milestone = cell(plan.duration, at) === 0 && (flags & nodeFlags.unknown) === 0;
  const starts =
    slack(plan, at, cell(plan.earlyStart, at), milestone ? start : start + 1) - (milestone ? 0 : 1);
  return { days: Math.min(days, starts), vague };
}

/** The latest start and finish boundaries of a place; of work that is done, its facts. */
export function latestOf(plan: Plan, at: number): { start: number; finish: number } {
  if ((cell(plan.flags, at) & nodeFlags.finished) !== 0)
    return { start: cell(plan.factStart, at), finish: cell(plan.factFinish, at) };
  return { start: cell(plan.lateStart, at), finish: cell(plan.lateFinish, at) };
}
