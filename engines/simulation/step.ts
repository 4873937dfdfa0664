import { addInt, addReal, int, real } from "./cells.ts";
import { sample } from "./distribution.ts";
import * as code from "./network.ts";
import { push } from "./pending.ts";
import { drawUnit } from "./random.ts";
import { PRESENT_AREA, PRESENT_TOUCHED, recordMinutes } from "./record.ts";
import { release, startService, take, wait } from "./resource.ts";
import {
  BORN,
  CAPACITY,
  FAILED,
  FREE_SLOT,
  GONE,
  NEXT_FREE,
  NOW,
  OPEN,
  RESOURCE,
  SLOT,
  SOURCE,
  STEP,
  TRUCK_CELLS,
  WAITING,
  type World,
} from "./world.ts";

/** Instead of an instruction: the truck waits for an event. */
const BLOCKED = -1;

/** Lets `truck` follow its program until it has to wait or is gone. */
export function proceed(world: World, truck: number): void {
  for (let step = int(world.truck, truck * TRUCK_CELLS + STEP); step >= 0; ) {
    world.truck[truck * TRUCK_CELLS + STEP] = step;
    step = follow(world, truck, step);
  }
}

/** Carries out the instruction at `step` and returns the next one, or BLOCKED. */
function follow(world: World, truck: number, step: number): number {
  const program = world.network.code;
  const first = int(program, step + 1);
  const next = step + code.STRIDE;
  switch (int(program, step)) {
    case code.MARK:
      markMilestone(world, truck, first);
      return next;
    case code.DELAY:
      return delay(world, truck, first);
    case code.SEIZE:
      return seize(world, truck, step, first);
    case code.FREE:
      release(world, first);
      return next;
    case code.METER:
      if (int(world.resource, first * RESOURCE + CAPACITY) === code.UNLIMITED) return next;
      return serve(world, truck, step, first);
    case code.SERVE:
      return serve(world, truck, step, first);
    case code.CHECKS:
      return startChecks(world, truck, first, int(program, step + 2));
    case code.BRANCH:
      return decide(world, truck, first) ? int(program, step + 2) : next;
    case code.INTAKE:
      return intake(world, truck, step, first);
    case code.BALK:
      if (int(world.resource, first * RESOURCE + WAITING) <= int(program, step + 2)) return next;
      return decide(world, truck, int(program, step + 3)) ? int(program, step + 4) : next;
    case code.FEE:
      addReal(world.record.fees, first, real(world.network.amounts, int(program, step + 2)));
      return next;
    case code.GOTO:
      return first;
    default:
      return leave(world, truck, first);
  }
}

function markMilestone(world: World, truck: number, tally: number): void {
  const minutes = real(world.clock, NOW) - real(world.born, truck);
  recordMinutes(world.record, world.network.capacity.length + tally, minutes);
}

function leave(world: World, truck: number, tally: number): number {
  markMilestone(world, truck, tally);
  countPresent(world);
  addInt(world.counter, GONE, 1);
  world.truck[truck * TRUCK_CELLS + NEXT_FREE] = int(world.counter, FREE_SLOT);
  world.counter[FREE_SLOT] = truck;
  return BLOCKED;
}

/** Brings the time-weighted number of trucks present up to now; call before it changes. */
export function countPresent(world: World): void {
  const now = real(world.clock, NOW);
  const elapsed = now - real(world.record.present, PRESENT_TOUCHED);
  const present = int(world.counter, BORN) - int(world.counter, GONE);
  addReal(world.record.present, PRESENT_AREA, elapsed * present);
  world.record.present[PRESENT_TOUCHED] = now;
}

function delay(world: World, truck: number, spread: number): number {
  const { network } = world;
  const minutes = sample(
    network.spreads,
    spread,
    world.streams,
    int(world.truck, truck * TRUCK_CELLS + SOURCE) * 2 + 1,
  );
  push(world.pending, network.firstPart + truck * network.parts, real(world.clock, NOW) + minutes);
  return BLOCKED;
}

function seize(world: World, truck: number, step: number, resource: number): number {
  if (take(world, resource)) return step + code.STRIDE;
  return waitOrTurnAway(world, truck, step, resource);
}

function serve(world: World, truck: number, step: number, resource: number): number {
  if (!take(world, resource)) return waitOrTurnAway(world, truck, step, resource);
  startService(world, resource, truck * world.network.parts, int(world.network.code, step + 6));
  return BLOCKED;
}

function waitOrTurnAway(world: World, truck: number, step: number, resource: number): number {
  const program = world.network.code;
  const most = int(program, step + 4);
  if (most >= 0 && int(world.resource, resource * RESOURCE + WAITING) >= most) return int(program, step + 5);
  const line = int(program, step + 2 + int(world.truck, truck * TRUCK_CELLS + SLOT));
  wait(world, resource, line, truck * world.network.parts);
  return BLOCKED;
}

function startChecks(world: World, truck: number, first: number, count: number): number {
  const { network } = world;
  world.truck[truck * TRUCK_CELLS + OPEN] = count;
  world.truck[truck * TRUCK_CELLS + FAILED] = 0;
  for (let check = 1; check <= count; check++) {
    const part = truck * network.parts + check;
    world.phase[part] = 0;
    requestCheck(world, part, (first + check - 1) * code.CHECK_STRIDE);
  }
  return BLOCKED;
}

/** Asks for the check described at `entry`, at once or in its line. */
export function requestCheck(world: World, part: number, entry: number): void {
  const { checks } = world.network;
  const resource = int(checks, entry);
  if (take(world, resource)) startService(world, resource, part, int(checks, entry + 2));
  else wait(world, resource, int(checks, entry + 1), part);
}

function decide(world: World, truck: number, share: number): boolean {
  return (
    drawUnit(world.streams, int(world.truck, truck * TRUCK_CELLS + SOURCE) * 2 + 1) <
    real(world.network.shares, share)
  );
}

/** What the steering orders in force say to a truck that wants to come in. */
function intake(world: World, truck: number, step: number, order: number): number {
  const value = int(world.resource, order * RESOURCE + CAPACITY);
  const mode = value & ((1 << code.MODE_BITS) - 1);
  if (mode === code.PASS) return step + code.STRIDE;
  if (mode === code.DIVERT) return value >> code.MODE_BITS;
  if (mode === code.STOP) return int(world.network.code, step + 2);
  if (mode === code.SLOT_ONLY && int(world.truck, truck * TRUCK_CELLS + SLOT) === 1)
    return step + code.STRIDE;
  wait(world, order, int(world.network.firstLine, order), truck * world.network.parts);
  return BLOCKED;
}
