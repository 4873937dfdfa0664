import { int, real } from "./cells.ts";
import { sample } from "./distribution.ts";
import * as code from "./network.ts";
import { push } from "./pending.ts";
import { drawUnit } from "./random.ts";
import { makeReady, release } from "./resource.ts";
import { requestCheck } from "./step.ts";
import { FAILED, NOW, OPEN, STEP, TRUCK_CELLS, type World } from "./world.ts";

// What the event of a check means.
const FIRST_CHECK = 0;
const HELD = 1;
const SECOND_CHECK = 2;

/**
 * A check of a truck ends, or its hold ends. The first answer is pass, fail or hold; after a hold it is checked
 * again, and then the answer is pass or fail (pending → pass | hold | fail; hold → pass | fail).
 */
export function checkEvent(world: World, truck: number, part: number): void {
  const { network } = world;
  const check = part - truck * network.parts;
  const entry =
    (int(network.code, int(world.truck, truck * TRUCK_CELLS + STEP) + 1) + check - 1) * code.CHECK_STRIDE;
  if (int(world.phase, part) === HELD) {
    world.phase[part] = SECOND_CHECK;
    requestCheck(world, part, entry);
  } else {
    answer(world, truck, part, entry);
  }
}

function answer(world: World, truck: number, part: number, entry: number): void {
  const { checks } = world.network;
  const resource = int(checks, entry);
  release(world, resource);
  if (int(world.phase, part) === FIRST_CHECK && happens(world, resource, int(checks, entry + 3))) {
    hold(world, resource, part, int(checks, entry + 4));
    return;
  }
  if (happens(world, resource, int(checks, entry + 5))) world.truck[truck * TRUCK_CELLS + FAILED] = 1;
  const open = int(world.truck, truck * TRUCK_CELLS + OPEN) - 1;
  world.truck[truck * TRUCK_CELLS + OPEN] = open;
  if (open === 0) endChecks(world, truck);
}

function hold(world: World, resource: number, part: number, spread: number): void {
  const { network } = world;
  const stream = network.sources * 2 + resource;
  world.phase[part] = HELD;
  const minutes = sample(network.spreads, spread, world.streams, stream);
  push(world.pending, network.firstPart + part, real(world.clock, NOW) + minutes);
}

/** The last check has answered: the truck goes on, or where failed trucks go. */
function endChecks(world: World, truck: number): void {
  const step = int(world.truck, truck * TRUCK_CELLS + STEP);
  const failed = int(world.truck, truck * TRUCK_CELLS + FAILED) === 1;
  world.truck[truck * TRUCK_CELLS + STEP] = failed ? int(world.network.code, step + 3) : step + code.STRIDE;
  makeReady(world, truck);
}

/** Draws from the stream of `resource`; an impossible thing draws nothing. */
function happens(world: World, resource: number, share: number): boolean {
  const { network } = world;
  const probability = real(network.shares, share);
  if (probability === 0) return false;
  return drawUnit(world.streams, network.sources * 2 + resource) < probability;
}
