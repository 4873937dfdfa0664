import { int, real } from "./cells.ts";
import {
  AREA,
  CAPACITY_AREA,
  COUNTED,
  GROUP,
  LARGEST,
  MEASURED_FROM,
  PRESENT_AREA,
  SUM,
  THERE,
  USED_AREA,
  WAITING_AREA,
} from "./record.ts";
import { percentile, SKETCH_CELLS } from "./sketch.ts";
import type { World } from "./world.ts";
import * as at from "./world.ts";

/** Durations counted in one replication, in minutes. */
export type Minutes = { count: number; mean: number; largest: number; p50: number; p90: number };

/** What one finished run says, in plain numbers. */
export type Replication = {
  status: Status;
  /** Simulated minutes after the warm-up. */
  measured: number;
  events: number;
  arrived: number;
  gone: number;
  /** Time-weighted mean of the trucks in the model. */
  present: number;
  resources: { waiting: number; most: number; busy: number; share: number | null; waits: Minutes }[];
  tallies: { minutes: Minutes; fees: number }[];
};

export type Status =
  | "running"
  | "complete"
  | "limit of events"
  | "limit of trucks"
  | "limit of trucks present";

const STATUSES: readonly Status[] = [
  "running",
  "complete",
  "limit of events",
  "limit of trucks",
  "limit of trucks present",
];

/** How a run stands. */
export function statusOf(world: World): Status {
  return STATUSES[int(world.counter, at.STATUS)] ?? "running";
}

/** The numbers of a run that has ended. */
export function summarise(world: World): Replication {
  const { record, clock, counter } = world;
  const resources = world.network.capacity.length;
  const measured = real(clock, at.NOW) - real(record.present, MEASURED_FROM);
  const perMinute = (area: number) => (measured > 0 ? area / measured : 0);
  return {
    status: statusOf(world),
    measured,
    events: real(clock, at.EVENTS),
    arrived: int(counter, at.BORN),
    gone: int(counter, at.GONE),
    present: perMinute(real(record.present, PRESENT_AREA)),
    resources: Array.from({ length: resources }, (_, resource) => {
      const used = real(record.area, resource * AREA + USED_AREA);
      const there = real(record.there, resource * THERE + CAPACITY_AREA);
      return {
        waiting: perMinute(real(record.area, resource * AREA + WAITING_AREA)),
        most: int(world.resource, resource * at.RESOURCE + at.MOST),
        busy: perMinute(used),
        // An order has a mode, an unlimited room no bound: neither can be used up.
        share: there > 0 && int(world.network.isOrder, resource) === 0 ? used / there : null,
        waits: minutesOf(world, resource),
      };
    }),
    tallies: Array.from(record.fees, (fees, tally) => ({
      minutes: minutesOf(world, resources + tally),
      fees,
    })),
  };
}

function minutesOf({ record }: World, group: number): Minutes {
  const count = real(record.minutes, group * GROUP + COUNTED);
  return {
    count,
    mean: count > 0 ? real(record.minutes, group * GROUP + SUM) / count : 0,
    largest: real(record.minutes, group * GROUP + LARGEST),
    p50: percentile(record.sketch, group * SKETCH_CELLS, 0.5),
    p90: percentile(record.sketch, group * SKETCH_CELLS, 0.9),
  };
}
