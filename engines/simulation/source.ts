import { int, real } from "./cells.ts";
import { unitExponential } from "./logarithm.ts";
import type { Network } from "./network.ts";
import { type Pending, push } from "./pending.ts";
import { draw } from "./random.ts";

const MINUTES = 60;

/** The parts of a run that arrivals read and write; see world.ts. */
type Arrivals = {
  network: Network;
  pending: Pending;
  streams: Int32Array<ArrayBuffer>;
  hour: Int32Array<ArrayBuffer>;
};

/** Schedules the first arrival of `source`. */
export function firstArrival(world: Arrivals, source: number): void {
  nextArrival(world, source, 0);
}

/**
 * Schedules the arrival of `source` after `now`: a Poisson process whose rate is constant within each hour, by
 * inversion of the summed rate, so that each arrival costs one number of the stream whatever the rates are. None
 * is scheduled beyond the end of the run.
 */
export function nextArrival(world: Arrivals, source: number, now: number): void {
  const { network } = world;
  const lastHour = network.days * 24;
  let due = unitExponential(draw(world.streams, source * 2));
  let from = now;
  let hour = int(world.hour, source);
  for (; hour < lastHour; hour++) {
    const day = (hour / 24) | 0;
    const rate =
      real(network.hourRate, source * 24 + hour - day * 24) *
      real(network.dayFactor, source * network.days + day);
    const end = (hour + 1) * MINUTES;
    const room = rate * (end - from);
    if (due < room) {
      world.hour[source] = hour;
      push(world.pending, source, from + due / rate);
      return;
    }
    due -= room;
    from = end;
  }
  world.hour[source] = hour;
}
