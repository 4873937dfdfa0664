import { cell, earlier, noCeiling, nodeFlags, ruleBits, vagueBits } from "./cells.ts";
import { countBefore, dayFrom, nthDay, unshift } from "./day-tables.ts";
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

/** The room that latest dates of the successors leave to a place. */
function roomOf(plan: Plan, at: number, finish: number, vague: boolean): Room {
  const room: Room = {
    start: cell(plan.startCeiling, at),
    finish: Math.min(finish, cell(plan.finishCeiling, at)),
    vagueStart: false,
    vagueFinish: vague,
  };
  for (let slot = cell(plan.out.row, at); slot < cell(plan.out.row, at + 1); slot++) {
    const to = cell(plan.outTo, slot);
    const code = cell(plan.outCode, slot);

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
  // Finished work asks its predecessors for nothing any more.
  if ((flags & nodeFlags.finished) !== 0) return put(plan, at, noCeiling, noCeiling, 0);
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

/** The flags that the common path does not plan backward; an edge into a node changes nothing for it. */
const uncommon = ~nodeFlags.coded;

/** Both bits when `behind` or a start behind is vague, else none. */
function spreadVague(heap: Int32Array, vague: number, slot: number, slotEnd: number, behind: number): number {
  let bits = behind;
  for (let of = slot; of < slotEnd; of++) bits |= cell(heap, vague + cell(heap, of));
  return (bits & vagueBits.lateStart) === 0 ? 0 : vagueBits.lateStart | vagueBits.lateFinish;
}

/** The finish of the whole, and all its bits when it is itself only a bound. */
interface End {
  finish: number;
  vague: number;
}

/** As `planInside` of forward.ts, from the place before `rest` down to `first`: gives the place that it stopped behind. */
function planInside(plan: Plan, first: number, rest: number, whole: End): number {
  const { heap, at: columns, tables } = plan;
  const [read, min] = [cell, earlier];
  const outRow = columns.outRow | 0;
  const outTo = columns.outTo | 0;
  const flags = columns.flags | 0;
  const calendar = columns.calendar | 0;
  const duration = columns.duration | 0;
  const finishCeiling = columns.finishCeiling | 0;
  const lateStart = columns.lateStart | 0;
  const lateFinish = columns.lateFinish | 0;
  const lateVague = columns.lateVague | 0;
  const before = columns.before | 0;
  const day = columns.day | 0;
  const [span, stride] = [tables.span | 0, tables.stride | 0];
  const [projectFinish, vague] = [whole.finish | 0, whole.vague | 0];
  const anyVague = vague !== 0 || plan.unknowns > 0;
  const from = first | 0;
  let slot = (outTo + read(heap, (outRow + rest) | 0)) | 0;
  for (let at = (rest - 1) | 0; at >= from; at--) {
    if ((read(heap, (flags + at) | 0) & uncommon) !== 0) return at + 1;
    const slotEnd = slot;
    slot = (outTo + read(heap, (outRow + at) | 0)) | 0;
    let finish = min(projectFinish, read(heap, (finishCeiling + at) | 0));
    for (let of = slot; of < slotEnd; of++)
      finish = min(finish, read(heap, (lateStart + read(heap, of)) | 0));
    if (finish >>> 0 > span) return at + 1;
    const base = Math.imul(read(heap, (calendar + at) | 0), stride);
    const ended = read(heap, (before + base + finish) | 0);
    const k = (ended - read(heap, (duration + at) | 0)) | 0;
    if (k < 0) return at + 1;
    heap[(lateStart + at) | 0] = read(heap, (day + base + k) | 0);
    heap[(lateFinish + at) | 0] = read(heap, (day + base + ended - 1) | 0) + 1;
    heap[(lateVague + at) | 0] = anyVague ? spreadVague(heap, lateVague, slot, slotEnd, vague) : 0;
  }
  return from;
}

/** The same for nodes that end after the tables: gives the place behind the first that does not. */
function planBeyond(plan: Plan, first: number, rest: number, whole: End): number {
  const { heap, at: columns, tables } = plan;
  const [read, min] = [cell, earlier];
  const outRow = columns.outRow | 0;
  const outTo = columns.outTo | 0;
  const flags = columns.flags | 0;
  const calendar = columns.calendar | 0;
  const duration = columns.duration | 0;
  const finishCeiling = columns.finishCeiling | 0;
  const lateStart = columns.lateStart | 0;
  const lateFinish = columns.lateFinish | 0;
  const lateVague = columns.lateVague | 0;
  const before = columns.before | 0;
  const day = columns.day | 0;
  const count = columns.count | 0;
  const tailWeek = columns.tailWeek | 0;
  const [span, stride] = [tables.span | 0, tables.stride | 0];
  const [projectFinish, vague] = [whole.finish | 0, whole.vague | 0];
  const anyVague = vague !== 0 || plan.unknowns > 0;
  const from = first | 0;
  for (let at = (rest - 1) | 0; at >= from; at--) {
    if ((read(heap, (flags + at) | 0) & uncommon) !== 0) return at + 1;
    const slot = (outTo + read(heap, (outRow + at) | 0)) | 0;
    const slotEnd = (outTo + read(heap, (outRow + at + 1) | 0)) | 0;
    let finish = min(projectFinish, read(heap, (finishCeiling + at) | 0));
    for (let of = slot; of < slotEnd; of++)
      finish = min(finish, read(heap, (lateStart + read(heap, of)) | 0));
    if (finish <= span) return at + 1;
    const own = read(heap, (calendar + at) | 0);
    const base = Math.imul(own, stride);
    const perWeek = read(heap, (tailWeek + own) | 0);
    const inside = read(heap, (count + own) | 0);
    const weeks = (((finish - span + 6) | 0) / 7) | 0;
    const ended =
      (read(heap, (before + base + finish - Math.imul(7, weeks)) | 0) + Math.imul(weeks, perWeek)) | 0;
    const k = (ended - read(heap, (duration + at) | 0)) | 0;
    if (k < 0) return at + 1;
    heap[(lateStart + at) | 0] = dayFrom(heap, (day + base) | 0, span, inside, perWeek, k);
    heap[(lateFinish + at) | 0] = dayFrom(heap, (day + base) | 0, span, inside, perWeek, (ended - 1) | 0) + 1;
    heap[(lateVague + at) | 0] = anyVague ? spreadVague(heap, lateVague, slot, slotEnd, vague) : 0;
  }
  return from;
}

/**
 * Latest start and finish of the places end − 1 … first, each after all behind it, so that the whole ends by
 * `projectFinish`. `projectVague`: that finish is itself only a bound. Finished work has no latest dates (noCeiling).
 */
export function planBackward(
  plan: Plan,
  first: number,
  end: number,
  projectFinish: number,
  projectVague: boolean,
): void {
  const whole = { finish: projectFinish, vague: projectVague ? vagueBits.lateStart : 0 };
  let rest = end;
  while ((rest = planInside(plan, first, rest, whole)) > first) {
    const common = (cell(plan.flags, rest - 1) & uncommon) === 0;
    const next = common ? planBeyond(plan, first, rest, whole) : rest;
    if (next === rest) planSlowly(plan, --rest, projectFinish, projectVague);
    else rest = next;
  }
}
