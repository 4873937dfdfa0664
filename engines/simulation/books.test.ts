import { expect, it } from "vitest";
import { int, real } from "./cells.ts";
import { compile } from "./compile.ts";
import { checkScenario } from "./parse.ts";
import { AREA, COUNTED, GROUP, SUM, WAITING_AREA } from "./record.ts";
import { advance } from "./run.ts";
import { SKETCH_CELLS } from "./sketch.ts";
import { saveWorld } from "./snapshot.ts";
import { gateDocument } from "./testing/gate-document.ts";
import { createWorld, GONE, RESOURCE, WAITING, type World } from "./world.ts";

function runOnce(document: object): World {
  const { network } = compile(checkScenario(document));
  const world = createWorld(network, 7, 0);
  advance(world, 1_000_000);
  return world;
}

it("the area under each queue is the sum of its waits, where nobody is left waiting", () => {
  const world = runOnce(gateDocument());
  let compared = 0;
  world.network.capacity.forEach((_, resource) => {
    if (int(world.resource, resource * RESOURCE + WAITING) > 0) return;
    const waits = real(world.record.minutes, resource * GROUP + SUM);
    expect(real(world.record.area, resource * AREA + WAITING_AREA)).toBeCloseTo(waits, 5);
    if (waits > 0) compared++;
  });
  expect(compared).toBeGreaterThan(1);
});

it("every sketch counts as many durations as its sum was made of, also after a warm-up", () => {
  const { record, network } = runOnce({ ...gateDocument(), warm_up_days: 1 });
  for (let group = 0; group < network.capacity.length + network.tallies; group++) {
    const cells = record.sketch.slice(group * SKETCH_CELLS, (group + 1) * SKETCH_CELLS);
    const counted = cells.reduce((sum, count) => sum + count, 0);
    expect(counted).toBe(real(record.minutes, group * GROUP + COUNTED));
  }
});

it("a failed truck gives its slot in the yard back", () => {
  const document = gateDocument();
  const checks = [{ check: "customs", minutes: { fixed: 5 }, failed: 1 }];
  const world = runOnce({
    ...document,
    yards: [{ key: "y", room: 3, docks: { count: 5 } }],
    traffic: document.traffic.map((row) => ({ ...row, checks })),
  });
  expect(int(world.counter, GONE)).toBeGreaterThan(200);
});

it("a saved state does not change with the run that it was taken from", () => {
  const { network } = compile(checkScenario(gateDocument()));
  const world = createWorld(network, 7, 0);
  advance(world, 300);
  const saved = saveWorld(world);
  const before = structuredClone(saved);
  advance(world, 300);
  expect(saved).toEqual(before);
});
