import { cell, later, nodeFlags, noFloor, ruleBits, vagueBits } from "./cells.ts";
import { countBefore, dayFrom, nthDay, shift } from "./day-tables.ts";
import type { Plan } from "./plan.ts";

/** The boundary that an edge sets: the predecessor's end of the edge, moved by the lag. */
export function boundOf(plan: Plan, at: number, from: number, code: number): number {
  const time = (code & ruleBits.fromStart) === 0 ? cell(plan.earlyFinish, from) : cell(plan.earlyStart, from);
  const lag = code >> 4;
  if (lag === 0) return time;
  return (code & ruleBits.working) === 0
    ? time + lag
    : shift(plan.tables, cell(plan.calendar, at), time, lag);
}

/** Whether the bound of an edge is only a lower one. */
function vagueOf(plan: Plan, from: number, code: number): boolean {
  const bit = (code & ruleBits.fromStart) === 0 ? vagueBits.earlyFinish : vagueBits.earlyStart;
  return (cell(plan.earlyVague, from) & bit) !== 0;
}

/** Bounds gathered from edges: on the start, on the finish, and on the finish alone (waiting); and what is vague. */
export interface Bounds {
  start: number;
  finish: number;
  wait: number;
  vague: number;
}

/** What the edges and dates of a node ask of it, with its own floors. */
export function gather(plan: Plan, at: number): Bounds {
  const bounds: Bounds = {
    start: cell(plan.startFloor, at),
    finish: cell(plan.finishFloor, at),
    wait: noFloor,
    vague: 0,
  };
  for (let slot = cell(plan.in.row, at); slot < cell(plan.in.row, at + 1); slot++) {
    const from = cell(plan.inFrom, slot);
    const code = cell(plan.inCode, slot);
    const bound = boundOf(plan, at, from, code);
    const vague = vagueOf(plan, from, code);
    if ((code & ruleBits.toFinish) === 0) {
      bounds.start = Math.max(bounds.start, bound);
      if (vague) bounds.vague |= vagueBits.earlyStart | vagueBits.earlyFinish;
    } else if ((code & ruleBits.hold) !== 0) {
      bounds.wait = Math.max(bounds.wait, bound);
      if (vague) bounds.vague |= vagueBits.earlyFinish;
    } else {
      bounds.finish = Math.max(bounds.finish, bound);
      if (vague) bounds.vague |= vagueBits.earlyStart | vagueBits.earlyFinish;
    }
  }
  return bounds;
}

/** Which working day of its calendar a node with a known duration works first: what is left, once it is started. */
export function firstWorkingDay(plan: Plan, at: number, { start, finish }: Bounds): number {
  const calendar = cell(plan.calendar, at);
  const k = countBefore(plan.tables, calendar, start);
  if (finish === noFloor) return k;
  return Math.max(k, countBefore(plan.tables, calendar, finish - 1) - cell(plan.duration, at) + 1);
}

/** A node that has facts, an unknown duration, no duration, or finish bounds, or that the tables only cover in part. */
function planSlowly(plan: Plan, at: number): void {
  const flags = cell(plan.flags, at);
  const calendar = cell(plan.calendar, at);
  const days = cell(plan.duration, at);
  const { tables } = plan;
  if ((flags & nodeFlags.finished) !== 0)
    return put(plan, at, cell(plan.factStart, at), cell(plan.factFinish, at), 0);
  const bounds = gather(plan, at);
  const { start, finish, wait, vague } = bounds;
  const started = (flags & nodeFlags.started) !== 0;
  if ((flags & nodeFlags.unknown) !== 0) {
    // The finish is at least the start and whatever it must wait for; only the start may be known.
    const begin = started
      ? cell(plan.factStart, at)
      : nthDay(tables, calendar, countBefore(tables, calendar, start));
    const startVague = started ? 0 : vague & startOnly(plan, at);
    return put(plan, at, begin, Math.max(begin, start, finish, wait), startVague | vagueBits.earlyFinish);
  }
  const startVague = started ? ~vagueBits.earlyStart : -1;
  if (days === 0) {
    const moment = Math.max(start, finish, wait);
    const bits = (vague & vagueBits.earlyFinish) === 0 ? 0 : vagueBits.earlyStart | vagueBits.earlyFinish;
    return put(plan, at, started ? cell(plan.factStart, at) : moment, moment, bits & startVague);
  }
  const k = firstWorkingDay(plan, at, bounds);
  let end = nthDay(tables, calendar, k + days - 1) + 1;
  if (wait > end) end = nthDay(tables, calendar, countBefore(tables, calendar, wait - 1)) + 1;
  put(plan, at, started ? cell(plan.factStart, at) : nthDay(tables, calendar, k), end, vague & startVague);
}

/** Of a node with unknown duration only edges to its start make the start vague. */
function startOnly(plan: Plan, at: number): number {
  for (let slot = cell(plan.in.row, at); slot < cell(plan.in.row, at + 1); slot++) {
    const code = cell(plan.inCode, slot);
    if ((code & ruleBits.toFinish) === 0 && vagueOf(plan, cell(plan.inFrom, slot), code))
      return vagueBits.earlyStart;
  }
  return 0;
}

function put(plan: Plan, at: number, start: number, finish: number, vague: number): void {
  plan.earlyStart[at] = start;
  plan.earlyFinish[at] = finish;
  plan.earlyVague[at] = vague;
}

/** The flags that the common path does not plan forward; an edge out of a node changes nothing for it. */
const uncommon = ~nodeFlags.codedOut;

/** Both bits when a finish before is vague, else none. */
function spreadVague(heap: Int32Array, vague: number, slot: number, slotEnd: number): number {
  let bits = 0;
  for (let of = slot; of < slotEnd; of++) bits |= cell(heap, vague + cell(heap, of));
  return (bits & vagueBits.earlyFinish) === 0 ? 0 : vagueBits.earlyStart | vagueBits.earlyFinish;
}

/**
 * Plans common nodes (a known duration, plain edges, no facts) from `first` on, and gives the first place that is not
 * one, or whose dates lie outside the tables. On this path nothing is called, so that how fast it is does not hang on what
 * the compiler draws in.
 */
function planInside(plan: Plan, first: number, end: number): number {
  const { heap, at: columns, tables } = plan;
  const [read, max] = [cell, later];
  const inRow = columns.inRow | 0;
  const inFrom = columns.inFrom | 0;
  const flags = columns.flags | 0;
  const calendar = columns.calendar | 0;
  const duration = columns.duration | 0;
  const startFloor = columns.startFloor | 0;
  const earlyStart = columns.earlyStart | 0;
  const earlyFinish = columns.earlyFinish | 0;
  const earlyVague = columns.earlyVague | 0;
  const before = columns.before | 0;
  const day = columns.day | 0;
  const [span, stride] = [tables.span | 0, tables.stride | 0];
  const anyVague = plan.unknowns > 0;
  const to = end | 0;
  let slotEnd = (inFrom + read(heap, (inRow + first) | 0)) | 0;
  for (let at = first | 0; at < to; at++) {
    if ((read(heap, (flags + at) | 0) & uncommon) !== 0) return at;
    const slot = slotEnd;
    slotEnd = (inFrom + read(heap, (inRow + at + 1) | 0)) | 0;
    let start = read(heap, (startFloor + at) | 0);
    for (let of = slot; of < slotEnd; of++)
      start = max(start, read(heap, (earlyFinish + read(heap, of)) | 0));
    if (start >>> 0 > span) return at;
    const base = Math.imul(read(heap, (calendar + at) | 0), stride);
    const k = read(heap, (before + base + start) | 0);
    const last = (k + read(heap, (duration + at) | 0) - 1) | 0;
    if (last > span) return at;
    heap[(earlyStart + at) | 0] = read(heap, (day + base + k) | 0);
    heap[(earlyFinish + at) | 0] = read(heap, (day + base + last) | 0) + 1;
    heap[(earlyVague + at) | 0] = anyVague ? spreadVague(heap, earlyVague, slot, slotEnd) : 0;
  }
  return to;
}

/** The same for nodes that begin after the tables, in weeks that are all alike: gives the first place that does not. */
function planBeyond(plan: Plan, first: number, end: number): number {
  const { heap, at: columns, tables } = plan;
  const [read, max] = [cell, later];
  const inRow = columns.inRow | 0;
  const inFrom = columns.inFrom | 0;
  const flags = columns.flags | 0;
  const calendar = columns.calendar | 0;
  const duration = columns.duration | 0;
  const startFloor = columns.startFloor | 0;
  const earlyStart = columns.earlyStart | 0;
  const earlyFinish = columns.earlyFinish | 0;
  const earlyVague = columns.earlyVague | 0;
  const before = columns.before | 0;
  const day = columns.day | 0;
  const count = columns.count | 0;
  const tailWeek = columns.tailWeek | 0;
  const [span, stride] = [tables.span | 0, tables.stride | 0];
  const anyVague = plan.unknowns > 0;
  const to = end | 0;
  for (let at = first | 0; at < to; at++) {
    if ((read(heap, (flags + at) | 0) & uncommon) !== 0) return at;
    const slot = (inFrom + read(heap, (inRow + at) | 0)) | 0;
    const slotEnd = (inFrom + read(heap, (inRow + at + 1) | 0)) | 0;
    let start = read(heap, (startFloor + at) | 0);
    for (let of = slot; of < slotEnd; of++)
      start = max(start, read(heap, (earlyFinish + read(heap, of)) | 0));
    if (start <= span) return at;
    const own = read(heap, (calendar + at) | 0);
    const base = Math.imul(own, stride);
    const perWeek = read(heap, (tailWeek + own) | 0);
    const inside = read(heap, (count + own) | 0);
    const weeks = (((start - span + 6) | 0) / 7) | 0;
    const k = (read(heap, (before + base + start - Math.imul(7, weeks)) | 0) + Math.imul(weeks, perWeek)) | 0;
    const last = (k + read(heap, (duration + at) | 0) - 1) | 0;
    heap[(earlyStart + at) | 0] = dayFrom(heap, (day + base) | 0, span, inside, perWeek, k);
    heap[(earlyFinish + at) | 0] = dayFrom(heap, (day + base) | 0, span, inside, perWeek, last) + 1;
    heap[(earlyVague + at) | 0] = anyVague ? spreadVague(heap, earlyVague, slot, slotEnd) : 0;
  }
  return to;
}

/**
 * Earliest start and finish of the places first … end − 1, each after all before it: the common ones in one go, every
 * other by `planSlowly`, to the same rules.
 */
export function planForward(plan: Plan, first: number, end: number): void {
  let at = first;
  while ((at = planInside(plan, at, end)) < end) {
    const common = (cell(plan.flags, at) & uncommon) === 0;
    const next = common ? planBeyond(plan, at, end) : at;
    if (next === at) planSlowly(plan, at++);
    else at = next;
  }
}

/** The finish of the whole: the latest earliest finish. Zero nodes have none. */
export function finishOf(plan: Plan): number {
  const { earlyFinish, nodes } = plan;
  let finish = noFloor;
  for (let at = 0; at < nodes; at++) finish = later(finish, cell(earlyFinish, at));
  return finish;
}

/** Whether the finish of the whole is only a lower bound: something unknown lies before some finish. */
export function finishIsVague(plan: Plan): boolean {
  for (let at = 0; at < plan.nodes; at++)
    if ((cell(plan.earlyVague, at) & vagueBits.earlyFinish) !== 0) return true;
  return false;
}
