import { describe, expect, it } from "vitest";
import { int, real } from "./cells.ts";
import { compile } from "./compile.ts";
import type { Network } from "./network.ts";
import { checkScenario } from "./parse.ts";
import { COUNTED, GROUP, LARGEST, SAMPLES, SUM } from "./record.ts";
import { advance } from "./run.ts";
import { type Happening, NaiveModel } from "./testing/naive.ts";
import { randomScenario } from "./testing/random-scenario.ts";
import * as at from "./world.ts";
import { createWorld, type World } from "./world.ts";

const SCENARIOS = process.env["MOC_DEEP"] === "1" ? 1_000 : process.env["MOC_FAULTS"] === "1" ? 10 : 60;

function kernelNext(world: World, network: Network): Happening | undefined {
  if (advance(world, 1) === 0) return undefined;
  const subject = int(world.counter, at.SUBJECT);
  const time = real(world.clock, at.NOW);
  const truck = int(world.counter, at.TRUCK);
  const { sources, firstPart } = network;
  if (subject >= firstPart) return { time, what: "truck", truck };
  if (subject < sources) return { time, what: `source ${subject}`, truck };
  if (subject === at.samplerOf(network)) return { time, what: "sample", truck };
  return {
    time,
    what: subject === at.warmUpOf(network) ? "warm-up" : `timeline ${subject - sources}`,
    truck,
  };
}

/** Follows both models; returns the events, after comparing each, and the two at their end. */
function follow(seed: number): { events: number; world: World; naive: NaiveModel } {
  const { network } = compile(checkScenario(randomScenario(seed)));
  const world = createWorld(network, seed, 1);
  const naive = new NaiveModel(network, seed, 1);
  for (let events = 0; ; events++) {
    const expected = naive.next();
    const happened = kernelNext(world, network);
    // An arrival gets its number only when it happens: the naive model has guessed it when it was scheduled.
    const truck = expected?.what.startsWith("source") === true ? (happened?.truck ?? -1) : expected?.truck;
    if (expected === undefined || happened === undefined) {
      expect(happened, `scenario ${seed} ends after ${events} events`).toBe(expected);
      return { events, world, naive };
    }
    if (happened.time !== expected.time || happened.what !== expected.what || happened.truck !== truck) {
      expect(happened, `scenario ${seed}, event ${events}`).toEqual(expected);
    }
  }
}

function sums(values: readonly number[]): [number, number, number] {
  const sum = values.reduce((total, value) => total + value, 0);
  return [values.length, sum, Math.max(0, ...values)];
}

function group({ record }: World, index: number): [number, number, number] {
  const cell = (offset: number) => real(record.minutes, index * GROUP + offset);
  return [cell(COUNTED), cell(SUM), cell(LARGEST)];
}

describe("the kernel and the naive model with objects", () => {
  it(`go through the same events with the same times and trucks in ${SCENARIOS} random scenarios`, () => {
    let events = 0;
    let trucks = 0;
    for (let seed = 1; seed <= SCENARIOS; seed++) {
      const run = follow(seed);
      const { world, naive } = run;
      const resources = world.network.capacity.length;
      naive.waits.forEach((waits, resource) => expect(group(world, resource)).toEqual(sums(waits)));
      naive.tallies.forEach((minutes, tally) =>
        expect(group(world, resources + tally)).toEqual(sums(minutes)),
      );
      expect([...world.record.fees]).toEqual(naive.fees);
      expect([...world.record.samples].slice(0, naive.samples.length * resources)).toEqual(
        naive.samples.flat(),
      );
      expect(real(world.record.present, SAMPLES)).toBe(naive.samples.length);
      expect([int(world.counter, at.BORN), int(world.counter, at.GONE)]).toEqual([naive.born, naive.gone]);
      events += run.events;
      trucks += naive.born;
    }
    expect(events).toBeGreaterThan(SCENARIOS * 200);
    expect(trucks).toBeGreaterThan(SCENARIOS * 50);
  }, 1_200_000);
});
