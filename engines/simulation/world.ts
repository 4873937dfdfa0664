import { type Ints, int, longerInts, longerReals, type Reals, real } from "./cells.ts";
import { type Network, SINGLE_SUBJECTS } from "./network.ts";
import { createPending, growPending, type Pending, push } from "./pending.ts";
import { seedStreams } from "./random.ts";
import { createRecord, type Record } from "./record.ts";
import { firstArrival } from "./source.ts";

/** The whole state of one run: typed arrays only, so that saving it is copying it. */
export type World = {
  network: Network;
  pending: Pending;
  streams: Ints;
  record: Record;
  /** Scalars: see the cells below. */
  counter: Ints;
  clock: Reals;
  /** Per source: hour of the run of its next arrival. */
  hour: Ints;
  /** Per timeline: next entry. */
  change: Ints;
  /** Per resource, line and truck slot: see the cells below. */
  resource: Ints;
  line: Ints;
  truck: Ints;
  /** Per truck slot: time of arrival. */
  born: Reals;
  /** Per part of a truck: what its event means, and since when it waits. */
  phase: Ints;
  since: Reals;
};

// Cells of `counter`.
/** Truck slots there are. */
export const SLOTS = 0;
/** First free truck slot, −1 when none. */
export const FREE_SLOT = 1;
/** Trucks that may go on at once, first and last subject. */
export const READY = 2;
export const READY_LAST = 3;
export const BORN = 4;
export const GONE = 5;
export const STATUS = 6;
/** Subject of the last event, for whoever follows a run event by event. */
export const SUBJECT = 7;
/** Number of the truck of the last event, −1 when it was none. */
export const TRUCK = 8;

// Cells of `clock`.
export const NOW = 0;
export const EVENTS = 1;

// Values of STATUS.
export const RUNNING = 0;
export const COMPLETE = 1;
export const EVENTS_LIMIT = 2;
export const TRUCKS_LIMIT = 3;
export const PRESENT_LIMIT = 4;

const FIRST_SLOTS = 64;

// Cells of `resource`: units there are (or the mode of an order), units taken, trucks waiting, most that ever waited.
export const RESOURCE = 4;
export const CAPACITY = 0;
export const USED = 1;
export const WAITING = 2;
export const MOST = 3;

// Cells of `line`: first and last subject (chained through pending.link), how many, credit of its weight.
export const LINE = 4;
export const HEAD = 0;
export const TAIL = 1;
export const LENGTH = 2;
export const CREDIT = 3;

// Cells of `truck`: instruction, source, number, holds a booked slot, open checks, has failed one, next free slot.
export const TRUCK_CELLS = 8;
export const STEP = 0;
export const SOURCE = 1;
export const SERIAL = 2;
export const SLOT = 3;
export const OPEN = 4;
export const FAILED = 5;
export const NEXT_FREE = 6;

/** Subjects of the sampler and of the end of the warm-up. */
export function samplerOf(network: Network): number {
  return network.firstPart - SINGLE_SUBJECTS;
}
export function warmUpOf(network: Network): number {
  return network.firstPart - 1;
}

/** A run of `network` at time 0, with the luck of (seed, replication). */
export function createWorld(network: Network, seed: number, replication: number): World {
  const resources = network.capacity.length;
  const parts = FIRST_SLOTS * network.parts;
  const world: World = {
    network,
    pending: createPending(network.firstPart + parts, network.horizon),
    streams: seedStreams(network.streamKeys, seed, replication),
    record: createRecord(network),
    counter: new Int32Array(9).fill(-1, READY, BORN),
    clock: new Float64Array(2),
    hour: new Int32Array(network.sources),
    change: network.timelineFirst.slice(),
    resource: new Int32Array(resources * RESOURCE),
    line: new Int32Array(network.lineLevel.length * LINE),
    truck: new Int32Array(FIRST_SLOTS * TRUCK_CELLS),
    born: new Float64Array(FIRST_SLOTS),
    phase: new Int32Array(parts),
    since: new Float64Array(parts),
  };
  world.counter[FREE_SLOT] = -1;
  for (let resource = 0; resource < resources; resource++) {
    world.resource[resource * RESOURCE + CAPACITY] = int(network.capacity, resource);
  }
  for (let cell = 0; cell < world.line.length; cell += LINE) world.line.fill(-1, cell, cell + LENGTH);
  addSlots(world, 0, FIRST_SLOTS);
  schedule(world);
  return world;
}

/** The first events, in the order in which equal times will happen: timelines, sources, warm-up, sampler. */
function schedule(world: World): void {
  const { network, pending } = world;
  const { sources } = network;
  for (let timeline = 0; timeline < network.timelineTarget.length; timeline++) {
    const entry = int(network.timelineFirst, timeline);
    if (entry < int(network.timelineFirst, timeline + 1)) {
      push(pending, sources + timeline, real(network.changeAt, entry));
    }
  }
  for (let source = 0; source < sources; source++) firstArrival(world, source);
  if (network.warmUp > 0) push(pending, warmUpOf(network), network.warmUp);
  push(pending, samplerOf(network), network.sampleEvery);
}

/** Chains truck slots [from, to) as free, lowest first. */
function addSlots(world: World, from: number, to: number): void {
  for (let slot = to - 1; slot >= from; slot--) {
    world.truck[slot * TRUCK_CELLS + NEXT_FREE] = int(world.counter, FREE_SLOT);
    world.counter[FREE_SLOT] = slot;
  }
  world.counter[SLOTS] = to;
}

/** Doubles the room for trucks. */
export function growTrucks(world: World): void {
  const from = int(world.counter, SLOTS);
  const to = from * 2;
  const parts = to * world.network.parts;
  world.truck = longerInts(world.truck, to * TRUCK_CELLS, 0);
  world.born = longerReals(world.born, to);
  world.phase = longerInts(world.phase, parts, 0);
  world.since = longerReals(world.since, parts);
  growPending(world.pending, world.network.firstPart + parts);
  addSlots(world, from, to);
}
