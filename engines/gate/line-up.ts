import type { Way } from "@moc/contract/gate/queue.ts";
import type { Waiting } from "./queue.ts";

/** Of slot + live calls of a stream in which both ways wait, how many go to each. */
export interface WayShares {
  slot: number;
  live: number;
}

/** A truck with what its stream owes the ways once it is called: above 0 the live queue is next, else a slot holder. */
export interface Turn<W extends Waiting> {
  truck: W;
  balance: number;
}

const rank = { priority: 0, slot: 1, live: 2 } as const satisfies Record<Way, number>;

/** Who stands before whom within a way: by ticket; priorities before everybody. */
function standing(one: Waiting, other: Waiting): number {
  return rank[one.way] - rank[other.way] || one.ticket - other.ticket;
}

/** Whether a call takes this truck. */
export function takes(truck: Waiting): boolean {
  return truck.passedOver === null;
}

interface Side<W> {
  trucks: readonly W[];
  at: number;
  callable: number;
}

function sideOf<W extends Waiting>(trucks: readonly W[]): Side<W> {
  return { trucks, at: 0, callable: trucks.filter(takes).length };
}

const left = (side: Side<unknown>) => side.at < side.trucks.length;

/** The next truck of a side that a call takes, with those before it that it passes over; of held ones alone, one. */
function* next<W extends Waiting>(side: Side<W>): Generator<W> {
  const heldAhead = side.callable > 0;
  for (let truck = side.trucks[side.at]; truck !== undefined; truck = side.trucks[side.at]) {
    side.at += 1;
    const served = takes(truck);
    if (served) side.callable -= 1;
    yield truck;
    if (served || !heldAhead) return;
  }
}

/**
 * One stream in the order of its calls: priorities, then slot holders and the live queue in turn by their shares. While
 * one of the two has nobody to call, the other takes its turns and nothing is saved up; held trucks stand where they
 * would be called, and pay nothing.
 */
export function lineUp<W extends Waiting>(
  trucks: readonly W[],
  shares: WayShares,
  balance: number,
): readonly Turn<W>[] {
  const sorted = trucks.toSorted(standing);
  if (!trucks.some((truck) => truck.way === "slot")) return sorted.map((truck) => ({ truck, balance }));
  const turns = sorted.filter((truck) => truck.way === "priority").map((truck) => ({ truck, balance }));
  const slot = sideOf(sorted.filter((truck) => truck.way === "slot"));
  const live = sideOf(sorted.filter((truck) => truck.way === "live"));
  let shown = balance;
  let kept = balance;
  while (left(slot) || left(live)) {
    const both = left(slot) && left(live);
    const contended = slot.callable > 0 && live.callable > 0;
    const side = both ? (shown > 0 ? live : slot) : left(slot) ? slot : live;
    if (both) shown += side === slot ? shares.live : -shares.slot;
    if (contended) kept = shown;
    for (const truck of next(side)) turns.push({ truck, balance: kept });
  }
  return turns;
}
