import { cell, nodeFlags, noFloor, ruleBits } from "./cells.ts";
import { countBefore } from "./day-tables.ts";
import { boundOf, firstWorkingDay, gather } from "./forward.ts";
import type { Plan } from "./plan.ts";

export type Side = "start" | "finish";

/** One link of a driving chain: a node, which of its ends is driven, and by which edge (null: by itself or a date). */
export interface Link {
  /** Index of the node in the network. */
  node: number;
  side: Side;
  /** Index of the edge in the network. */
  edge: number | null;
}

/** The slot whose bound is greatest, at least `floor`; the first in the order of the edges among equals; or −1. */
function greatest(
  plan: Plan,
  at: number,
  floor: number,
  keyOf: (bound: number, code: number) => number,
): number {
  let [best, found] = [floor, -1];
  for (let slot = cell(plan.in.row, at); slot < cell(plan.in.row, at + 1); slot++) {
    const code = cell(plan.inCode, slot);
    const key = keyOf(boundOf(plan, at, cell(plan.inFrom, slot), code), code);
    if (key > best || (found < 0 && key === best && key !== noFloor)) [best, found] = [key, slot];
  }
  return found;
}

/**
 * The slot that sets when the work of a node begins or, once started, goes on. Bounds are compared by the working day
 * on which they let it: one that falls on a Saturday and one on the Monday after it drive alike. −1: a date does.
 */
function workDriver(plan: Plan, at: number): number {
  const calendar = cell(plan.calendar, at);
  const days = cell(plan.duration, at);
  const unknown = (cell(plan.flags, at) & nodeFlags.unknown) !== 0;
  const finishFloor = cell(plan.finishFloor, at);
  const day = (time: number) => countBefore(plan.tables, calendar, time);
  if (days === 0 && !unknown) {
    return greatest(plan, at, Math.max(cell(plan.startFloor, at), finishFloor), (bound) => bound);
  }
  if (unknown && (cell(plan.flags, at) & nodeFlags.started) !== 0) {
    // Nothing is placed on a working day here: the bound itself is the earliest finish.
    const floor = cell(plan.startFloor, at);
    return greatest(plan, at, floor, (bound, code) => ((code & ruleBits.toFinish) === 0 ? bound : noFloor));
  }
  let floor = day(cell(plan.startFloor, at));
  if (finishFloor !== noFloor && !unknown) floor = Math.max(floor, day(finishFloor - 1) - days + 1);
  return greatest(plan, at, floor, (bound, code) => {
    if ((code & ruleBits.toFinish) === 0) return day(bound);
    return unknown || (code & ruleBits.hold) !== 0 ? noFloor : day(bound - 1) - days + 1;
  });
}

/** The slot for which a finish waits beyond the work itself, or −1. */
function waitDriver(plan: Plan, at: number): number {
  const flags = cell(plan.flags, at);
  const calendar = cell(plan.calendar, at);
  const days = cell(plan.duration, at);
  const bounds = gather(plan, at);
  if ((flags & nodeFlags.unknown) !== 0) {
    const others = Math.max(cell(plan.earlyStart, at), bounds.start, cell(plan.finishFloor, at));
    return greatest(plan, at, others + 1, (bound, code) =>
      (code & ruleBits.toFinish) === 0 ? noFloor : bound,
    );
  }
  if ((flags & nodeFlags.wait) === 0 || days === 0) return -1;
  const day = (time: number) => countBefore(plan.tables, calendar, time);
  return greatest(plan, at, firstWorkingDay(plan, at, bounds) + days, (bound, code) =>
    (code & ruleBits.hold) === 0 ? noFloor : day(bound - 1),
  );
}

/** The edge that drives one end of the node at a place, or null when the node itself or a date does. */
export function driverOf(plan: Plan, at: number, side: Side): number | null {
  if ((cell(plan.flags, at) & nodeFlags.finished) !== 0) return null;
  if (side === "start" && (cell(plan.flags, at) & nodeFlags.started) !== 0) return null;
  const wait = side === "finish" ? waitDriver(plan, at) : -1;
  const slot = wait >= 0 ? wait : workDriver(plan, at);
  return slot < 0 ? null : cell(plan.in.edge, slot);
}

/** From an end of a node back to what began it: the reasons why it is not earlier, last first. */
export function drivingChain(plan: Plan, node: number, side: Side): Link[] {
  const chain: Link[] = [];
  let at = cell(plan.place, node);
  for (let end: Side = side; ; ) {
    const edge = driverOf(plan, at, end);
    chain.push({ node: cell(plan.order, at), side: end, edge });
    if (edge === null) return chain;
    const slot = slotOf(plan, at, edge);
    end = (cell(plan.inCode, slot) & ruleBits.fromStart) === 0 ? "finish" : "start";
    at = cell(plan.inFrom, slot);
  }
}

function slotOf(plan: Plan, at: number, edge: number): number {
  let slot = cell(plan.in.row, at);
  while (cell(plan.in.edge, slot) !== edge) slot++;
  return slot;
}

/** The node that finishes last; among equals the one that comes last in the order of the edges, as an end milestone. */
export function lastNode(plan: Plan): number {
  let [finish, found] = [noFloor, 0];
  for (let at = 0; at < plan.nodes; at++) {
    if (cell(plan.earlyFinish, at) >= finish)
      [finish, found] = [cell(plan.earlyFinish, at), cell(plan.order, at)];
  }
  return found;
}
