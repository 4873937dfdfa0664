import { addInt, addReal, int, real } from "./cells.ts";
import { sample } from "./distribution.ts";
import { dequeue, enqueue } from "./line.ts";
import { CHECK_STRIDE, SEIZE, STRIDE, UNLIMITED } from "./network.ts";
import { push } from "./pending.ts";
import {
  AREA,
  CAPACITY_AREA,
  COUNTED_TO,
  recordMinutes,
  recordNone,
  THERE,
  TOUCHED,
  USED_AREA,
  WAITING_AREA,
} from "./record.ts";
import {
  CAPACITY,
  MOST,
  NOW,
  READY,
  READY_LAST,
  RESOURCE,
  STEP,
  TRUCK_CELLS,
  USED,
  WAITING,
  type World,
} from "./world.ts";

/** Brings the areas under the curves of `resource` up to now; call before any change of it. */
export function touch(world: World, resource: number): void {
  const cells = world.record.area;
  const area = resource * AREA;
  const now = real(world.clock, NOW);
  const elapsed = now - real(cells, area + TOUCHED);
  if (elapsed === 0) return;
  const base = resource * RESOURCE;
  addReal(cells, area + WAITING_AREA, elapsed * int(world.resource, base + WAITING));
  addReal(cells, area + USED_AREA, elapsed * int(world.resource, base + USED));
  cells[area + TOUCHED] = now;
}

/** Brings the area under the capacity of `resource` up to now; call before it changes. Unlimited units are not counted. */
export function countCapacity(world: World, resource: number): void {
  const cells = world.record.there;
  const now = real(world.clock, NOW);
  const capacity = int(world.resource, resource * RESOURCE + CAPACITY);
  const elapsed = now - real(cells, resource * THERE + COUNTED_TO);
  if (capacity !== UNLIMITED) addReal(cells, resource * THERE + CAPACITY_AREA, elapsed * capacity);
  cells[resource * THERE + COUNTED_TO] = now;
}

/** Takes a unit of `resource` without waiting, if there is one. */
export function take(world: World, resource: number): boolean {
  const base = resource * RESOURCE;
  if (int(world.resource, base + USED) >= int(world.resource, base + CAPACITY)) return false;
  touch(world, resource);
  addInt(world.resource, base + USED, 1);
  recordNone(world.record, resource);
  return true;
}

/** Lets `part` wait for `resource` in `line`. */
export function wait(world: World, resource: number, line: number, part: number): void {
  touch(world, resource);
  const cells = world.resource;
  const base = resource * RESOURCE;
  const waiting = int(cells, base + WAITING) + 1;
  cells[base + WAITING] = waiting;
  if (waiting > int(cells, base + MOST)) cells[base + MOST] = waiting;
  world.since[part] = real(world.clock, NOW);
  enqueue(world, line, part);
}

/** Gives a unit of `resource` back; the next in line gets it. */
export function release(world: World, resource: number): void {
  touch(world, resource);
  addInt(world.resource, resource * RESOURCE + USED, -1);
  serveWaiting(world, resource);
}

/** Sets how many units `resource` has from now on; those that are taken stay taken. */
export function setCapacity(world: World, resource: number, capacity: number): void {
  touch(world, resource);
  countCapacity(world, resource);
  world.resource[resource * RESOURCE + CAPACITY] = capacity;
  serveWaiting(world, resource);
}

/**
 * Grants units while there are any to those that wait. What a unit means depends on who waited: a check or a service
 * begins, a truck that wanted a slot goes on.
 */
function serveWaiting(world: World, resource: number): void {
  const { network, resource: cells } = world;
  const base = resource * RESOURCE;
  while (int(cells, base + WAITING) > 0 && int(cells, base + USED) < int(cells, base + CAPACITY)) {
    const part = leaveLine(world, resource);
    const truck = (part / network.parts) | 0;
    const check = part - truck * network.parts;
    const step = int(world.truck, truck * TRUCK_CELLS + STEP);
    addInt(cells, base + USED, 1);
    if (check > 0) {
      const entry = (int(network.code, step + 1) + check - 1) * CHECK_STRIDE;
      startService(world, resource, part, int(network.checks, entry + 2));
    } else if (int(network.code, step) !== SEIZE) {
      startService(world, resource, part, int(network.code, step + 6));
    } else {
      world.truck[truck * TRUCK_CELLS + STEP] = step + STRIDE;
      makeReady(world, truck);
    }
  }
}

/** Takes the next waiting part out of the lines of `resource` and counts its wait. */
export function leaveLine(world: World, resource: number): number {
  const part = dequeue(world, resource);
  addInt(world.resource, resource * RESOURCE + WAITING, -1);
  recordMinutes(world.record, resource, real(world.clock, NOW) - real(world.since, part));
  return part;
}

/** Schedules the end of a service of `part` at `resource`. */
export function startService(world: World, resource: number, part: number, spread: number): void {
  const { network } = world;
  const minutes = sample(network.spreads, spread, world.streams, network.sources * 2 + resource);
  push(world.pending, network.firstPart + part, real(world.clock, NOW) + minutes);
}

/** Puts `truck` behind those that go on before the next event. */
export function makeReady(world: World, truck: number): void {
  const { counter, network, pending } = world;
  const subject = network.firstPart + truck * network.parts;
  const last = int(counter, READY_LAST);
  pending.link[subject * 2] = -1;
  if (last < 0) counter[READY] = subject;
  else pending.link[last * 2] = subject;
  counter[READY_LAST] = subject;
}
