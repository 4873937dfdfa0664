import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { int, real } from "./cells.ts";
import { compile, dayFactors, hourRates } from "./compile.ts";
import { advanceExperiment, startExperiment } from "./experiment.ts";
import { UNLIMITED } from "./network.ts";
import { checkScenario } from "./parse.ts";
import { COUNTED, GROUP } from "./record.ts";
import { reportOn } from "./report.ts";
import { advance } from "./run.ts";
import { simulate } from "./simulate.ts";
import { gateDocument } from "./testing/gate-document.ts";
import { randomScenario } from "./testing/random-scenario.ts";
import { perDay, report06, run } from "./testing/reports.ts";
import * as at from "./world.ts";
import { createWorld } from "./world.ts";

describe("conservation", () => {
  it("nobody vanishes, no room overflows and no count is negative, at any event of any scenario", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2_000, max: 3_000 }), (seed) => {
        const { network, tallies } = compile(checkScenario(randomScenario(seed)));
        const world = createWorld({ ...network, warmUp: 0 }, seed, 0);
        while (advance(world, 37) === 37) {
          for (let base = 0, resource = 0; base < world.resource.length; base += at.RESOURCE, resource++) {
            const used = int(world.resource, base + at.USED);
            const waiting = int(world.resource, base + at.WAITING);
            const capacity = int(world.resource, base + at.CAPACITY);
            if (used < 0 || waiting < 0) expect({ resource, used, waiting }).toBe("not negative");
            // Desks may close over a truck that they serve; a room has always the same size.
            const isOrder = int(network.isOrder, resource) === 1;
            if (!isOrder && used < capacity && waiting > 0) expect({ resource, waiting }).toBe("served");
          }
        }
        const exits = tallies.map(({ outcome }, tally) =>
          ["closed", "inland", "turned_away", "no_room", "balked", "failed"].includes(outcome)
            ? real(world.record.minutes, (network.capacity.length + tally) * GROUP + COUNTED)
            : 0,
        );
        const gone = exits.reduce((sum, count) => sum + count, 0);
        expect(gone).toBe(int(world.counter, at.GONE));
        expect(int(world.counter, at.BORN)).toBeGreaterThanOrEqual(gone);
      }),
      { numRuns: process.env["MOC_FAULTS"] === "1" ? 3 : 25, seed: 1 },
    );
  });

  it("the yard never holds more trucks than it has slots", () => {
    const report = run({ ...gateDocument(), yards: [{ key: "y", room: 3, docks: { count: 5 } }] });
    const yard = report.resources.find(({ kind }) => kind === "yard");
    expect(yard?.busy?.mean).toBeLessThanOrEqual(3);
    expect(yard?.utilisation?.mean).toBeGreaterThan(0.5);
    expect(yard?.most).toBeGreaterThan(3);
  });
});

describe("the gate", () => {
  it("lets about as many cross as come, and takes the fee of each", () => {
    const report = run(gateDocument());
    expect(perDay(report, "out", "crossed")).toBeGreaterThan(85);
    expect(perDay(report, "in", "inland") + perDay(report, "in", "closed")).toBeGreaterThan(50);
    expect(report.feesPerDay?.mean).toBeGreaterThan(85 * 100_000);
    expect(report.unknown).toEqual([]);
  });

  it("lets nothing cross while it is closed", () => {
    const { network } = compile(checkScenario(gateDocument()));
    const world = createWorld(network, 7, 0);
    advance(world, 100);
    expect(real(world.clock, at.NOW)).toBeLessThan(420 * 2);
    const closedAt = report06(run({ ...gateDocument(), days: 1, sample_minutes: 60 }));
    expect(closedAt).toBeGreaterThan(0);
  });

  it("turns away those for whom the road before the park has no room", () => {
    const parks = [{ key: "p", room: 1, road: 0 }];
    const report = run({ ...gateDocument(), parks, yards: [{ key: "y", room: 1, docks: { count: 1 } }] });
    expect(perDay(report, "out", "no_room")).toBeGreaterThan(10);
  });

  it("keeps no slot of the yard for trucks that stand elsewhere", () => {
    const document = gateDocument();
    const traffic = document.traffic.map((row) => ({ ...row, takes_slot: false }));
    const report = run({ ...document, traffic, yards: [{ key: "y", room: 1, docks: { count: 5 } }] });
    expect(report.resources.find(({ kind }) => kind === "yard")?.waits.largest).toBe(0);
    expect(perDay(report, "out", "crossed")).toBeGreaterThan(80);
  });

  it("sends failed trucks away and lets held ones pass after a second check", () => {
    const document = gateDocument();
    const checks = [{ check: "customs", minutes: { fixed: 5 }, held: 1, hold: { fixed: 60 }, failed: 0.25 }];
    const report = run({ ...document, traffic: document.traffic.map((row) => ({ ...row, checks })) });
    const failed = perDay(report, "out", "failed");
    expect(failed / (failed + perDay(report, "out", "crossed"))).toBeCloseTo(0.25, 1);
    const customs = report.resources.find(({ key }) => key === "customs");
    const trucks = perDay(report, "out", "failed") + perDay(report, "out", "crossed");
    expect(customs?.waits.perDay?.mean).toBeGreaterThan(trucks * 1.9); // each is checked twice
  });
});

describe("arrivals", () => {
  const row = { traffic: "t", route: "r", per_day: 48, slots: 0, by_date: [], sources: {} };
  const scenario = { ...checkScenario(gateDocument()), start: "2026-01-31", days: 3 };

  it("spread the day's trucks by the shares of its hours", () => {
    const rates = hourRates({
      ...row,
      by_hour: Array.from({ length: 24 }, (_, hour) => (hour < 12 ? 3 : 1)),
    });
    expect(rates[0]).toBeCloseTo(3 / 60, 12);
    expect(rates.reduce((sum, rate) => sum + rate * 60, 0)).toBeCloseTo(48, 9);
    expect(hourRates({ ...row, by_hour: Array.from({ length: 24 }, () => 0) })).toEqual(
      Array.from({ length: 24 }, () => 0),
    );
  });

  it("multiply weekday and month, and a dated factor replaces both", () => {
    const factors = dayFactors(
      {
        ...row,
        by_weekday: [1, 1, 1, 1, 1, 0.5, 0.25],
        by_month: [2, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
        by_date: [{ on: "2026-02-02", factor: 9 }],
      },
      scenario,
    );
    expect(factors).toEqual([1, 1, 9]); // Saturday in January, Sunday in February, the date
  });

  it("come as often as stated, day by day and hour by hour", () => {
    const document = {
      ...gateDocument(),
      days: 30,
      replications: 2,
      arrivals: [{ traffic: "in", route: "a", per_day: 200, by_weekday: [2, 1, 1, 1, 1, 1, 0] }],
    };
    const report = run(document);
    expect((report.trucks.arrived?.mean ?? 0) / 30).toBeGreaterThan(190);
    expect((report.trucks.arrived?.mean ?? 0) / 30).toBeLessThan(216);
  });
});

describe("an experiment", () => {
  it("gives the same digits in slices of any size", () => {
    const whole = run(gateDocument(), 1e9);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), (budget) => {
        expect(run(gateDocument(), budget)).toEqual(whole);
      }),
      { numRuns: 5 },
    );
    expect(simulate(JSON.stringify(gateDocument()))).toEqual(whole);
  });

  it("can be left between two slices: it has run no more than its budget", () => {
    const experiment = startExperiment(compile(checkScenario(gateDocument())));
    expect(advanceExperiment(experiment, 100)).toBe(false);
    expect(real(experiment.world.clock, at.EVENTS)).toBe(100);
    expect(experiment.done).toHaveLength(0);
    expect(reportOn(experiment).minutesToCrossing).toBeNull();
  });

  it("stops when the stated precision is reached, and not before five replications", () => {
    const wide = run({ ...gateDocument(), replications: 200, precision: 1 });
    expect(wide.replications).toBe(5);
    const narrow = run({ ...gateDocument(), replications: 60, precision: 0.02 });
    expect(narrow.replications).toBeGreaterThan(5);
    expect(narrow.replications).toBeLessThan(60);
    const crossing = narrow.minutesToCrossing;
    expect((crossing?.high ?? 0) - (crossing?.mean ?? 0)).toBeLessThanOrEqual(0.02 * (crossing?.mean ?? 0));
    expect(run({ ...gateDocument(), replications: 7, precision: 1e-9 }).replications).toBe(7);
  });

  it("ends at once when nobody ever comes", () => {
    const document = gateDocument();
    const report = run({ ...document, arrivals: document.arrivals.map((row) => ({ ...row, per_day: 0 })) });
    expect(report.trucks.arrived?.mean).toBe(0);
    expect(report.minutesToCrossing?.mean).toBe(0);
  });

  it("leaves the warm-up out of every figure but keeps who was there", () => {
    const cold = run({ ...gateDocument(), days: 4, warm_up_days: 0 });
    const warm = run({ ...gateDocument(), days: 4, warm_up_days: 3 });
    expect(warm.trucks.arrived).toEqual(cold.trucks.arrived);
    expect(perDay(warm, "out", "crossed")).toBeGreaterThan(70); // one day, not four
    expect(perDay(warm, "out", "crossed")).toBeLessThan(130);
  });
});

it("alternatives share their luck: another yard changes no arrival", () => {
  const more = {
    ...gateDocument(),
    yards: [
      { key: "y", room: 500, docks: { count: 50 } },
      { key: "z", room: 1 },
    ],
  };
  expect(run(more).trucks.arrived).toEqual(run(gateDocument()).trucks.arrived);
});

it("an unknown capacity never binds and is reported as unknown", () => {
  const document = { ...gateDocument(), parks: [{ key: "p", room: null }] };
  const { network, resources } = compile(checkScenario(document));
  expect(network.capacity[resources.findIndex(({ kind }) => kind === "park")]).toBe(UNLIMITED);
  const report = run(document);
  expect(report.unknown).toEqual(["capacity of park p"]);
  expect(report.resources.find(({ kind }) => kind === "park")?.utilisation).toBeNull();
});
