import { cell, noCeiling, nodeFlags, ruleBits, vagueBits } from "./cells.ts";
import { countBefore, nthDay, unshift } from "./day-tables.ts";
import type { Plan } from "./plan.ts";

/** What the successors leave: the latest start and finish boundaries, and whether they are only upper bounds. */
export interface Room {
  start: number;
  finish: number;
  vagueStart: boolean;
  vagueFinish: boolean;
}

/** The latest boundary for this end of an edge, when the successor's end may be at `limit` at most. */
export function limitOf(plan: Plan, successor: number, limit: number, code: number): number {
  const lag = code >> 4;
  if (lag === 0) return limit;
  return (code & ruleBits.working) === 0
    ? limit - lag
    : unshift(plan.tables, cell(plan.calendar, successor), limit, lag);
}

/** The room that latest dates of the successors leave to a place. Finished successors ask for nothing any more. */
function roomOf(plan: Plan, at: number, finish: number, vague: boolean): Room {
  const room: Room = {
    start: cell(plan.startCeiling, at),
    finish: Math.min(finish, cell(plan.finishCeiling, at)),
    vagueStart: false,
    vagueFinish: vague,
  };
  for (let slot = cell(plan.out.row, at); slot < cell(plan.out.row, at + 1); slot++) {
    const to = cell(plan.outCells, 2 * slot);
    const code = cell(plan.outCells, 2 * slot + 1);
    if ((cell(plan.flags, to) & nodeFlags.finished) !== 0) continue;
    const toStart = (code & ruleBits.toFinish) === 0;
    const limit = limitOf(plan, to, toStart ? cell(plan.lateStart, to) : cell(plan.lateFinish, to), code);
    const vagueEdge =
      (cell(plan.lateVague, to) & (toStart ? vagueBits.lateStart : vagueBits.lateFinish)) !== 0;
    if ((code & ruleBits.fromStart) === 0) {
      room.finish = Math.min(room.finish, limit);
      room.vagueFinish ||= vagueEdge;
    } else {
      room.start = Math.min(room.start, limit);
      room.vagueStart ||= vagueEdge;
    }
  }
  return room;
}

function put(plan: Plan, at: number, start: number, finish: number, vague: number): void {
  plan.lateStart[at] = start;
  plan.lateFinish[at] = finish;
  plan.lateVague[at] = vague;
}

function planSlowly(plan: Plan, at: number, projectFinish: number, projectVague: boolean): void {
  const flags = cell(plan.flags, at);
  if ((flags & nodeFlags.finished) !== 0)
    return put(plan, at, cell(plan.factStart, at), cell(plan.factFinish, at), 0);
  const room = roomOf(plan, at, projectFinish, projectVague);
  const { tables } = plan;
  const calendar = cell(plan.calendar, at);
  const days = cell(plan.duration, at);
  // The start of work under way is a fact: nothing that waits for a start can move it.
  const started = (flags & nodeFlags.started) !== 0;
  const start = started ? noCeiling : room.start;
  const vagueStart = room.vagueFinish || (!started && room.vagueStart);
  if ((flags & nodeFlags.unknown) !== 0) {
    const begin = nthDay(
      tables,
      calendar,
      countBefore(tables, calendar, Math.min(start, room.finish) + 1) - 1,
    );
    return put(
      plan,
      at,
      begin,
      room.finish,
      vagueBits.lateStart | (room.vagueFinish ? vagueBits.lateFinish : 0),
    );
  }
  const bits = (vagueStart ? vagueBits.lateStart : 0) | (room.vagueFinish ? vagueBits.lateFinish : 0);
  if (days === 0) {
    const moment = Math.min(start, room.finish);
    return put(plan, at, moment, moment, vagueStart ? vagueBits.lateStart | vagueBits.lateFinish : 0);
  }
  const ending = countBefore(tables, calendar, room.finish) - days;
  const k = start === noCeiling ? ending : Math.min(ending, countBefore(tables, calendar, start + 1) - 1);
  // A finish that waits is not tied to the start: work done early may still be submitted late.
  const waits = (flags & nodeFlags.wait) !== 0;
  const last = waits ? ending + days - 1 : k + days - 1;
  const tied = waits || !vagueStart ? bits : vagueBits.lateStart | vagueBits.lateFinish;
  put(plan, at, nthDay(tables, calendar, k), nthDay(tables, calendar, last) + 1, tied);
}

/**
 * Latest start and finish of the places end − 1 … first, each after all behind it, so that the whole ends by
 * `projectFinish`. `projectVague`: that finish is itself only a bound.
 */
export function planBackward(
  plan: Plan,
  first: number,
  end: number,
  projectFinish: number,
  projectVague: boolean,
): void {
  const {
    outCells,
    lateStart,
    lateFinish,
    lateVague,
    startCeiling,
    finishCeiling,
    duration,
    flags,
    calendar,
    tables,
  } = plan;
  const { before, day, span, stride } = tables;
  const { row } = plan.out;
  for (let at = end - 1; at >= first; at--) {
    let finish = Math.min(projectFinish, cell(finishCeiling, at));
    let vague = projectVague ? vagueBits.lateStart : 0;
    let plain = cell(flags, at) === 0 && cell(startCeiling, at) === noCeiling && cell(duration, at) > 0;
    const slotEnd = cell(row, at + 1);
    for (let slot = cell(row, at); plain && slot < slotEnd; slot++) {
      const to = cell(outCells, 2 * slot);
      const code = cell(outCells, 2 * slot + 1);
      let limit = cell(lateStart, to);
      if (code !== 0 || (cell(flags, to) & nodeFlags.finished) !== 0) {
        if (
          (code & (ruleBits.toFinish | ruleBits.fromStart)) !== 0 ||
          (cell(flags, to) & nodeFlags.finished) !== 0
        ) {
          plain = false;
          break;
        }
        limit = limitOf(plan, to, limit, code);
      }
      if (limit < finish) finish = limit;
      vague |= cell(lateVague, to);
    }
    if (!plain) {
      planSlowly(plan, at, projectFinish, projectVague);
      continue;
    }
    const base = cell(calendar, at) * stride;
    const last =
      (finish >>> 0 <= span ? cell(before, base + finish) : countBefore(tables, cell(calendar, at), finish)) -
      1;
    const k = last - cell(duration, at) + 1;
    if (k >= 0 && last <= span) {
      lateStart[at] = cell(day, base + k);
      lateFinish[at] = cell(day, base + last) + 1;
    } else {
      lateStart[at] = nthDay(tables, cell(calendar, at), k);
      lateFinish[at] = nthDay(tables, cell(calendar, at), last) + 1;
    }
    lateVague[at] = (vague & vagueBits.lateStart) === 0 ? 0 : vagueBits.lateStart | vagueBits.lateFinish;
  }
}
