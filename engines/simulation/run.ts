import { addInt, addReal, int, real } from "./cells.ts";
import { checkEvent } from "./check.ts";
import * as code from "./network.ts";
import { pop, push } from "./pending.ts";
import { drawUnit } from "./random.ts";
import { forgetWarmUp, SAMPLES } from "./record.ts";
import { countCapacity, leaveLine, makeReady, release, setCapacity, touch } from "./resource.ts";
import { nextArrival } from "./source.ts";
import { countPresent, proceed } from "./step.ts";
import type { World } from "./world.ts";
import * as at from "./world.ts";

/**
 * Runs at most `budget` events and returns how many it ran; fewer mean that the run has ended (see STATUS). A caller
 * that stops calling has cancelled the run; nothing else has to be undone.
 */
export function advance(world: World, budget: number): number {
  const { network, pending, clock, counter } = world;
  for (let done = 0; done < budget; done++) {
    if (int(counter, at.STATUS) !== at.RUNNING) return done;
    const subject = pop(pending);
    const time = subject < 0 ? network.horizon : real(pending.at, subject);
    if (time >= network.horizon) {
      finish(world, at.COMPLETE, network.horizon);
      return done;
    }
    clock[at.NOW] = time;
    addReal(clock, at.EVENTS, 1);
    counter[at.SUBJECT] = subject;
    happen(world, subject);
    letReadyGoOn(world);
    if (real(clock, at.EVENTS) >= network.limits.events) finish(world, at.EVENTS_LIMIT, time);
  }
  return budget;
}

function happen(world: World, subject: number): void {
  const { network } = world;
  const { sources, firstPart: first } = network;
  world.counter[at.TRUCK] = -1;
  if (subject >= first) truckEvent(world, subject - first);
  else if (subject < sources) arrive(world, subject);
  else if (subject < at.samplerOf(network)) change(world, subject - sources);
  else if (subject === at.samplerOf(network)) takeSample(world);
  else endWarmUp(world);
}

/** Lets every truck go on that was granted something, in the order of the grants, before the next event. */
function letReadyGoOn(world: World): void {
  const { counter, network } = world;
  const first = network.firstPart;
  for (let subject = int(counter, at.READY); subject >= 0; subject = int(counter, at.READY)) {
    const following = int(world.pending.link, subject * 2);
    counter[at.READY] = following;
    if (following < 0) counter[at.READY_LAST] = -1;
    proceed(world, ((subject - first) / network.parts) | 0);
  }
}

function truckEvent(world: World, part: number): void {
  const { network } = world;
  const truck = (part / network.parts) | 0;
  const step = int(world.truck, truck * at.TRUCK_CELLS + at.STEP);
  world.counter[at.TRUCK] = int(world.truck, truck * at.TRUCK_CELLS + at.SERIAL);
  if (part !== truck * network.parts) {
    checkEvent(world, truck, part);
    return;
  }
  if (int(network.code, step) !== code.DELAY) release(world, int(network.code, step + 1));
  world.truck[truck * at.TRUCK_CELLS + at.STEP] = step + code.STRIDE;
  makeReady(world, truck);
}

function arrive(world: World, source: number): void {
  const { network, counter } = world;
  const now = real(world.clock, at.NOW);
  const present = int(counter, at.BORN) - int(counter, at.GONE);
  nextArrival(world, source, now);
  if (present >= network.limits.present) return finish(world, at.PRESENT_LIMIT, now);
  if (int(counter, at.BORN) >= network.limits.trucks) return finish(world, at.TRUCKS_LIMIT, now);
  countPresent(world);
  if (int(counter, at.FREE_SLOT) < 0) at.growTrucks(world);
  const truck = int(counter, at.FREE_SLOT);
  const base = truck * at.TRUCK_CELLS;
  const cells = world.truck;
  counter[at.FREE_SLOT] = int(cells, base + at.NEXT_FREE);
  cells[base + at.SOURCE] = source;
  cells[base + at.SERIAL] = int(counter, at.BORN);
  counter[at.TRUCK] = int(counter, at.BORN);
  addInt(counter, at.BORN, 1);
  world.born[truck] = now;
  const share = real(network.slotShare, source);
  cells[base + at.SLOT] = share > 0 && drawUnit(world.streams, source * 2 + 1) < share ? 1 : 0;
  cells[base + at.STEP] = int(network.sourceProgram, source);
  proceed(world, truck);
}

/** The next entry of a timeline: a capacity changes, or a steering order begins or ends. */
function change(world: World, timeline: number): void {
  const { network } = world;
  const entry = int(world.change, timeline);
  const resource = int(network.timelineTarget, timeline);
  world.change[timeline] = entry + 1;
  if (entry + 1 < int(network.timelineFirst, timeline + 1)) {
    push(world.pending, network.sources + timeline, real(network.changeAt, entry + 1));
  }
  if (int(network.isOrder, resource) === 1) changeOrder(world, resource, int(network.changeTo, entry));
  else setCapacity(world, resource, int(network.changeTo, entry));
}

/** A steering order changes: everybody who waits for it asks again, in order, before the next event. */
function changeOrder(world: World, order: number, mode: number): void {
  touch(world, order);
  world.resource[order * at.RESOURCE + at.CAPACITY] = mode;
  while (int(world.resource, order * at.RESOURCE + at.WAITING) > 0) {
    makeReady(world, (leaveLine(world, order) / world.network.parts) | 0);
  }
}

function takeSample(world: World): void {
  const { network, record } = world;
  const sample = real(record.present, SAMPLES);
  const resources = network.capacity.length;
  for (let resource = 0; resource < resources; resource++) {
    record.samples[sample * resources + resource] = int(world.resource, resource * at.RESOURCE + at.WAITING);
  }
  record.present[SAMPLES] = sample + 1;
  push(world.pending, at.samplerOf(network), (sample + 2) * network.sampleEvery);
}

function endWarmUp(world: World): void {
  forgetWarmUp(world.record, real(world.clock, at.NOW));
  for (let base = 0; base < world.resource.length; base += at.RESOURCE) {
    world.resource[base + at.MOST] = int(world.resource, base + at.WAITING);
  }
}

function finish(world: World, status: number, time: number): void {
  world.counter[at.STATUS] = status;
  world.clock[at.NOW] = time;
  countPresent(world);
  for (let resource = 0; resource < world.network.capacity.length; resource++) {
    touch(world, resource);
    countCapacity(world, resource);
  }
}
