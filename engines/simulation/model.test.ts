import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { int, real } from "./cells.ts";
import { compile, dayFactors, hourRates } from "./compile.ts";
import { advanceExperiment, startExperiment } from "./experiment.ts";
import { UNLIMITED } from "./network.ts";
import { checkScenario } from "./parse.ts";
import { COUNTED, GROUP } from "./record.ts";
import { reportOn, type SimulationReport } from "./report.ts";
import { advance } from "./run.ts";
import { simulate } from "./simulate.ts";
import { gateDocument } from "./testing/gate-document.ts";
import { randomScenario } from "./testing/random-scenario.ts";
import * as at from "./world.ts";
import { createWorld } from "./world.ts";

function run(document: object, budget = 100_000): SimulationReport {
  const experiment = startExperiment(compile(checkScenario(document)));
  while (!advanceExperiment(experiment, budget));
  return reportOn(experiment);
}

function perDay(report: SimulationReport, traffic: string, outcome: string, route = "a"): number {
  const row = report.traffic.find((found) => found.traffic === traffic && found.route === route);
  return row?.outcomes.find((found) => found.outcome === outcome)?.minutes.perDay?.mean ?? 0;
}

const ALL_DAYS = { from: "2026-01-05 00:00", to: "2026-01-20 00:00" };

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

function report06(report: SimulationReport): number {
  const series = report.queues.series.find(({ kind }) => kind === "force");
  return series?.mean[5] ?? 0; // 6:00, an hour before the desks open
}

describe("steering orders", () => {
  const order = (row: object) => run({ ...gateDocument(), orders: [{ ...ALL_DAYS, ...row }] });

  it("stop: every truck in scope is turned away, others are not", () => {
    const report = order({ kind: "stop", traffic: ["out"] });
    expect(perDay(report, "out", "crossed")).toBe(0);
    expect(perDay(report, "out", "turned_away")).toBeGreaterThan(85);
    expect(perDay(report, "in", "crossed")).toBeGreaterThan(50);
  });

  it("hold: trucks wait until it is lifted and then go on", () => {
    const report = run({
      ...gateDocument(),
      orders: [{ kind: "hold", traffic: ["out"], from: "2026-01-05 00:00", to: "2026-01-06 06:00" }],
    });
    const held = report.resources.find(({ kind, key }) => kind === "order" && key === "out");
    expect(held?.waits.largest).toBeGreaterThan(24 * 60);
    expect(held?.utilisation).toBeNull();
    expect(perDay(report, "out", "crossed")).toBeGreaterThan(80);
  });

  it("divert: trucks come to the other route after the detour and are counted as diverted", () => {
    const report = order({ kind: "divert", routes: ["a"], to_route: "b", minutes: { fixed: 45 } });
    expect(perDay(report, "out", "diverted")).toBeGreaterThan(85);
    expect(perDay(report, "out", "crossed", "a")).toBe(0);
    expect(perDay(report, "out", "crossed", "b")).toBeGreaterThan(80);
  });

  it("slot_only: trucks without a slot wait, those with one pass", () => {
    const document = gateDocument();
    const arrivals = document.arrivals.map((row) => ({ ...row, slots: 0.5 }));
    const report = run({
      ...document,
      arrivals,
      orders: [{ kind: "slot_only", ...ALL_DAYS, traffic: ["out"] }],
    });
    expect(perDay(report, "out", "crossed")).toBeGreaterThan(30);
    expect(perDay(report, "out", "crossed")).toBeLessThan(65);
  });

  it("at_most: no more than n per hour pass, over all routes and traffic in scope together", () => {
    const report = order({ kind: "at_most", per_hour: 2 });
    const crossed = perDay(report, "out", "crossed") + perDay(report, "in", "crossed");
    expect(crossed).toBeLessThanOrEqual(48);
    expect(crossed).toBeGreaterThan(35);
  });

  it("the strictest of several orders wins, in whatever sequence they are written", () => {
    const stop = { kind: "stop", ...ALL_DAYS, traffic: ["out"] };
    const hold = { kind: "hold", ...ALL_DAYS, traffic: ["out"] };
    const divert = { kind: "divert", ...ALL_DAYS, routes: ["a"], to_route: "b" };
    const slots = { kind: "slot_only", ...ALL_DAYS, traffic: ["out"] };
    for (const orders of [
      [stop, hold, divert],
      [divert, hold, stop],
    ]) {
      expect(perDay(run({ ...gateDocument(), orders }), "out", "turned_away")).toBeGreaterThan(85);
    }
    const held = run({ ...gateDocument(), orders: [slots, divert, hold] });
    expect([perDay(held, "out", "diverted"), perDay(held, "out", "turned_away")]).toEqual([0, 0]);
    expect(perDay(run({ ...gateDocument(), orders: [slots, divert] }), "out", "diverted")).toBeGreaterThan(
      85,
    );
  });

  it("close, lanes and counter_flow change the lanes that serve while they are in force", () => {
    const lanesAt = (orders: object[], key: string): number[] => {
      const { network, resources } = compile(checkScenario({ ...gateDocument(), days: 1, orders }));
      const lane = resources.findIndex((row) => row.kind === "lane" && row.route === "a" && row.key === key);
      const timeline = network.timelineTarget.indexOf(lane);
      return Array.from(
        network.changeTo.slice(network.timelineFirst[timeline], network.timelineFirst[timeline + 1]),
      );
    };
    const noon = { from: "2026-01-05 12:00", to: "2026-01-05 13:00" };
    const lane = { direction: "export", class: "ordinary" };
    expect(lanesAt([], "export ordinary")).toEqual([2, 0]);
    expect(lanesAt([{ kind: "close", ...noon }], "export ordinary")).toEqual([2, 0, 2, 0]);
    expect(lanesAt([{ kind: "close", ...noon, direction: "import" }], "export ordinary")).toEqual([2, 0]);
    expect(lanesAt([{ kind: "close", ...noon, routes: ["b"] }], "export ordinary")).toEqual([2, 0]);
    expect(lanesAt([{ kind: "lanes", ...noon, ...lane, count: 5 }], "export ordinary")).toEqual([2, 5, 2, 0]);
    const flow = { kind: "counter_flow", ...noon, class: "ordinary", from_direction: "import", lanes: 1 };
    expect(lanesAt([flow], "export ordinary")).toEqual([2, 3, 2, 0]);
    expect(lanesAt([flow], "import ordinary")).toEqual([2, 1, 2, 0]);
    expect(lanesAt([flow, { kind: "lanes", ...noon, ...lane, count: 5 }], "export ordinary")).toEqual([
      2, 6, 2, 0,
    ]);
    expect(lanesAt([{ ...flow, lanes: 9 }], "import ordinary")).toEqual([2, 0, 2, 0]);
  });
});

describe("drivers who balk", () => {
  const balking = (balk: object) => {
    const document = gateDocument();
    const traffic = document.traffic.map((row) => (row.key === "out" ? { ...row, balk } : row));
    return run({
      ...document,
      traffic,
      parks: [{ key: "p", room: 1 }],
      yards: [{ key: "y", room: 2, docks: { count: 1 } }],
    });
  };

  it("turn back when more wait than they bear", () => {
    const report = balking({ above: 2, share: 1 });
    expect(perDay(report, "out", "balked")).toBeGreaterThan(10);
    expect(report.resources.find(({ kind }) => kind === "park")?.most).toBe(3);
  });

  it("go to the other route if they know one", () => {
    const report = balking({ above: 2, share: 1, to_route: "b" });
    expect(perDay(report, "out", "diverted")).toBeGreaterThan(10);
    expect(perDay(report, "out", "balked", "b")).toBeGreaterThan(1); // and turn back there: it is no shorter
  });
});

describe("the queue", () => {
  /** One yard slot, free once an hour, wanted by two streams with slots: who got in, per day. */
  const shares = (streams: object[]) => {
    const traffic = ["x", "y"].map((key) => ({
      key,
      direction: "export",
      stream: key,
      dwell: { fixed: 30 },
    }));
    const report = run({
      ...gateDocument(),
      forces: [],
      hours: [{ key: "day", week: [{ from: "00:00", to: "24:00" }] }],
      yards: [{ key: "y", room: 1 }],
      days: 10,
      warm_up_days: 2,
      streams,
      traffic,
      arrivals: traffic.map(({ key }) => ({ traffic: key, route: "a", per_day: 100, slots: 0 })),
    });
    return ["x", "y"].map((key) => perDay(report, key, "crossed"));
  };

  it("shares a scarce slot in proportion to the quotas of streams of the same level", () => {
    const [x = 0, y = 0] = shares([
      { key: "x", level: 1, slot: 1, live: 3 },
      { key: "y", level: 1, slot: 1, live: 1 },
    ]);
    expect(x / y).toBeGreaterThan(2.8);
    expect(x / y).toBeLessThan(3.2);
  });

  it("serves a lower level first, wherever it is written", () => {
    const [x = 0, y = 0] = shares([
      { key: "x", level: 2, slot: 1, live: 9 },
      { key: "y", level: 1, slot: 1, live: 1 },
    ]);
    expect(y).toBeGreaterThan(40);
    expect(x).toBeLessThan(1);
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
