import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";
import { checkScenario } from "./parse.ts";
import { gateDocument } from "./testing/gate-document.ts";
import { ALL_DAYS, perDay, run } from "./testing/reports.ts";

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
