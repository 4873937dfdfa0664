import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "./compile.ts";
import { checkScenario } from "./parse.ts";
import { advance } from "./run.ts";
import { restoreWorld, saveWorld } from "./snapshot.ts";
import { randomScenario } from "./testing/random-scenario.ts";
import { createWorld } from "./world.ts";

const ENOUGH = 10_000_000;

it("a run saved at any event and taken up again ends as the uninterrupted one, digit for digit", () => {
  const runs = process.env["MOC_DEEP"] === "1" ? 500 : process.env["MOC_FAULTS"] === "1" ? 3 : 20;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (seed, share) => {
        const { network } = compile(checkScenario(randomScenario(seed)));
        const whole = createWorld(network, seed, 0);
        const events = advance(whole, ENOUGH);
        const first = createWorld(network, seed, 0);
        advance(first, Math.floor(events * share));
        const saved = saveWorld(first);
        advance(first, 50); // the saved state must not share a cell with the run that goes on
        const second = restoreWorld(network, saved);
        advance(second, ENOUGH);
        expect(saveWorld(second)).toEqual(saveWorld(whole));
      },
    ),
    { numRuns: runs, seed: 20260115 },
  );
});

it("a state restored twice gives the same future twice", () => {
  const { network } = compile(checkScenario(randomScenario(3)));
  const world = createWorld(network, 3, 0);
  advance(world, 500);
  const saved = saveWorld(world);
  const [one, other] = [restoreWorld(network, saved), restoreWorld(network, saved)];
  advance(one, ENOUGH);
  advance(other, ENOUGH);
  expect(saveWorld(one)).toEqual(saveWorld(other));
});
