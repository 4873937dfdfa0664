import { type Ints, int } from "./cells.ts";

/** Cells that one stream takes in the state array. */
const WORDS = 4;

/** Rounds thrown away after seeding, as the author of sfc32 advises (PractRand, Chris Doty-Humphrey). */
const WARM_UP_ROUNDS = 12;

/**
 * States of independent sfc32 streams, one per key. A stream depends only on (seed, replication, key), so that an
 * alternative with one more source or desk still gives every other source and desk the same luck.
 */
export function seedStreams(keys: Ints, seed: number, replication: number): Ints {
  const states = new Int32Array(keys.length * WORDS);
  for (let stream = 0; stream < keys.length; stream++) {
    states[stream * WORDS] = mix(seed ^ 0x9e3779b9);
    states[stream * WORDS + 1] = mix((replication + 0x85ebca6b) | 0);
    states[stream * WORDS + 2] = mix((int(keys, stream) + 0xc2b2ae35) | 0);
    states[stream * WORDS + 3] = 1;
    for (let round = 0; round < WARM_UP_ROUNDS; round++) draw(states, stream);
  }
  return states;
}

/** Next 32 random bits of `stream`, as a signed integer. */
export function draw(states: Ints, stream: number): number {
  const base = stream * WORDS;
  const b = int(states, base + 1);
  const c = int(states, base + 2);
  const counter = int(states, base + 3);
  const out = (int(states, base) + b + counter) | 0;
  states[base] = b ^ (b >>> 9);
  states[base + 1] = (c + (c << 3)) | 0;
  states[base + 2] = (((c << 21) | (c >>> 11)) + out) | 0;
  states[base + 3] = (counter + 1) | 0;
  return out;
}

/** Next number of `stream` strictly between 0 and 1: (u + 1/2) / 2^32, exact in binary. */
export function drawUnit(states: Ints, stream: number): number {
  return ((draw(states, stream) >>> 0) + 0.5) * 2.3283064365386963e-10;
}

/** The finaliser of MurmurHash3: spreads neighbouring numbers over all 32 bits. */
function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
