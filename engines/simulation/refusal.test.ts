import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";
import { advanceExperiment, startExperiment } from "./experiment.ts";
import { checkScenario, parseScenario } from "./parse.ts";
import { fieldPath, ScenarioRefused } from "./refusal.ts";
import { reportOn } from "./report.ts";
import { gateDocument } from "./testing/gate-document.ts";

/** The fields that a document is refused for, after `change` was made to a sound one. */
function refusedFor(change: (document: ReturnType<typeof gateDocument>) => unknown): string[] {
  const document = gateDocument();
  const changed = change(document) ?? document;
  try {
    checkScenario(changed);
  } catch (error) {
    if (error instanceof ScenarioRefused) return error.problems.map(({ field }) => field);
    throw error;
  }
  return [];
}

const merge = (change: object) => (document: object) => ({ ...document, ...change });

describe("a hostile scenario is refused with the field named", () => {
  it("the sound document is not refused", () => {
    expect(refusedFor(() => undefined)).toEqual([]);
  });

  it.each([
    ["a negative rate", { arrivals: [{ traffic: "out", route: "a", per_day: -1 }] }, "arrivals[0].per_day"],
    [
      "a rate that is no number",
      { arrivals: [{ traffic: "out", route: "a", per_day: Number.NaN }] },
      "arrivals[0].per_day",
    ],
    [
      "an endless rate",
      { arrivals: [{ traffic: "out", route: "a", per_day: Number.POSITIVE_INFINITY }] },
      "arrivals[0].per_day",
    ],
    [
      "a thousand million trucks",
      { arrivals: [{ traffic: "out", route: "a", per_day: 1e9 }] },
      "arrivals[0].per_day",
    ],
    [
      "a million trucks a day for ten years",
      { days: 3_660, arrivals: [{ traffic: "out", route: "a", per_day: 1e6 }] },
      "arrivals[0].per_day",
    ],
    ["zero room", { yards: [{ key: "y", room: 0, docks: { count: 1 } }] }, "yards[0].room"],
    [
      "half a lane",
      {
        routes: [
          { key: "a", gate: "G", lanes: [{ direction: "export", count: 0.5, minutes: { fixed: 1 } }] },
        ],
      },
      "routes[0].lanes[0].count",
    ],
    ["a text where a number belongs", { days: "7" }, "days"],
    ["a day too many", { days: 3_661 }, "days"],
    ["a warm-up that leaves nothing", { days: 2, warm_up_days: 2 }, "warm_up_days"],
    ["one replication, which has no interval", { replications: 1 }, "replications"],
    ["a day that does not exist", { start: "2026-02-30" }, "start"],
    ["an unknown field", { wormholes: 3 }, "wormholes"],
    ["another format", { format: "moc-simulation-9" }, "format"],
    [
      "a name used twice",
      {
        parks: [
          { key: "p", room: 5 },
          { key: "p", room: 6 },
        ],
      },
      "parks[1].key",
    ],
    [
      "a stream that is nowhere",
      { streams: [{ key: "z", level: 0, slot: 1, live: 1 }] },
      "traffic[0].stream",
    ],
    ["samples without end", { days: 3_660, sample_minutes: 1 }, "sample_minutes"],
  ])("%s", (_, change, field) => {
    expect(refusedFor(merge(change))).toContain(field);
  });

  const order = { from: "2026-01-06 08:00", to: "2026-01-06 12:00" };
  it.each([
    [
      "an order that ends before it begins",
      { kind: "hold", from: "2026-01-07 08:00", to: "2026-01-06 08:00" },
      "orders[0]",
    ],
    [
      "an order on a day that does not exist",
      { kind: "hold", from: "2026-02-30 08:00", to: "2026-03-06 08:00" },
      "orders[0].from",
    ],
    ["a diversion to nowhere", { kind: "divert", ...order, to_route: "c" }, "orders[0].to_route"],
    [
      "an order for a route that is nowhere",
      { kind: "stop", ...order, routes: ["a", "c"] },
      "orders[0].routes[1]",
    ],
    [
      "an order for traffic that is nowhere",
      { kind: "stop", ...order, traffic: ["c"] },
      "orders[0].traffic[0]",
    ],
    ["at most none per hour", { kind: "at_most", ...order, per_hour: 0 }, "orders[0].per_hour"],
  ])("%s", (_, bad, field) => {
    expect(refusedFor(merge({ orders: [bad] }))).toContain(field);
  });

  it("a route that is closed for ever, by its calendar, by its lanes or by an order", () => {
    const lanes = "routes[0].lanes[0].count";
    expect(refusedFor(merge({ hours: [{ key: "day", week: [] }] }))).toContain(lanes);
    const never = { kind: "close", from: "2025-01-01 00:00", to: "2027-01-01 00:00" };
    expect(refusedFor(merge({ orders: [never] }))).toContain(lanes);
    const none = {
      kind: "lanes",
      from: "2025-01-01 00:00",
      to: "2027-01-01 00:00",
      direction: "export",
      class: "ordinary",
      count: 0,
    };
    expect(refusedFor(merge({ orders: [none] }))).toContain(lanes);
  });

  it("docks or desks that never open", () => {
    expect(
      refusedFor((document) => {
        document.hours.push({ key: "never", week: [] });
        document.yards = document.yards.map((yard) => ({ ...yard, docks: { count: 2, hours: "never" } }));
      }),
    ).toEqual(["yards[0].docks.hours"]);
    expect(
      refusedFor((document) => {
        document.forces[0]?.shifts.splice(0, 9, { from: "07:00", to: "18:00", desks: 0 });
      }),
    ).toEqual(["forces[0].shifts"]);
  });

  it("diversions in a circle, by orders, by drivers, or by both", () => {
    const both = [
      { kind: "divert", ...order, routes: ["a"], to_route: "b" },
      { kind: "divert", ...order, routes: ["b"], to_route: "a" },
    ];
    expect(refusedFor(merge({ orders: both }))).toEqual(["orders[0].to_route"]);
    const later = [both[0], { ...both[1], from: "2026-01-06 12:00", to: "2026-01-06 18:00" }];
    expect(refusedFor(merge({ orders: later }))).toEqual([]);
    expect(
      refusedFor((document) => {
        Object.assign(document.traffic[0] ?? {}, { balk: { above: 3, share: 1, to_route: "b" } });
        Object.assign(document, { orders: [both[1]] });
      }),
    ).toContain("traffic[0].balk.to_route");
  });

  it("traffic that a route has no lane, force or dock for", () => {
    expect(refusedFor(merge({ arrivals: [{ traffic: "guided", route: "a", per_day: 1 }] }))).toEqual([
      "arrivals[0].route",
    ]);
    expect(
      refusedFor((document) => {
        Object.assign(document.traffic[0] ?? {}, { returns: {} });
        document.routes[0]?.lanes.splice(1);
        document.arrivals.splice(1);
      }),
    ).toEqual(["arrivals[0].route"]);
    expect(refusedFor((document) => document.forces.splice(0, 1) && undefined)).toContain(
      "traffic[0].checks[0].check",
    );
    expect(
      refusedFor((document) => {
        document.yards = document.yards.map(({ key, room }) => ({ key, room }));
      }),
    ).toEqual(["arrivals[1].route"]);
  });

  it("checks that are held for no stated time", () => {
    const check = { check: "customs", minutes: { fixed: 5 } };
    const withCheck = (extra: object) => (document: ReturnType<typeof gateDocument>) => {
      Object.assign(document.traffic[0] ?? {}, { checks: [{ ...check, ...extra }] });
    };
    expect(refusedFor(withCheck({ held: 0.1 }))).toContain("traffic[0].checks[0].hold");
  });

  it.each([
    [{ uniform: { from: 5, to: 2 } }, "traffic[0].dwell"],
    [{ exponential: { mean: 1, least: 2 } }, "traffic[0].dwell"],
    [{ exponential: { mean: 0 } }, "traffic[0].dwell.exponential.mean"],
    [{ triangular: { from: 1, mode: 9, to: 3 } }, "traffic[0].dwell"],
    [{ quantiles: [3, 2] }, "traffic[0].dwell"],
    [{ erlang: { mean: 3, stages: 1e9 } }, "traffic[0].dwell.erlang.stages"],
    [{ fixed: -1 }, "traffic[0].dwell.fixed"],
    [{ normal: { mean: 1 } }, "traffic[0].dwell"],
  ])("the spread %j", (dwell, field) => {
    expect(
      refusedFor((document) => Object.assign(document.traffic[0] ?? {}, { dwell }) && undefined),
    ).toContain(field);
  });

  it("more diversions than can be searched for circles", () => {
    const orders = Array.from({ length: 500 }, () => ({ kind: "divert", ...order, to_route: "b" }));
    const routes = (document: ReturnType<typeof gateDocument>) =>
      Array.from({ length: 30 }, (_, index) => ({ ...document.routes[0], key: `r${index}` })).concat(
        document.routes.map((route) => ({ ...route })),
      );
    expect(refusedFor((document) => ({ ...document, orders, routes: routes(document) }))).toEqual(["orders"]);
  });
});

describe("a text that is no scenario", () => {
  it.each([
    ["broken YAML", "a: [1", "document"],
    ["nothing", "", "document"],
    ["a list", "- 1", "document"],
    [
      "an alias bomb",
      `a: &a [x, x]\n${"bcdefghij"
        .split("")
        .map((key, index) => `${key}: &${key} [${Array(20).fill(`*${"abcdefghij"[index]}`).join(", ")}]`)
        .join("\n")}`,
      "document",
    ],
    ["more than two million characters", `name: "${"x".repeat(2_000_001)}"`, "document"],
  ])("%s", (_, text, field) => {
    try {
      parseScenario(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ScenarioRefused);
      if (error instanceof ScenarioRefused) expect(error.problems[0]?.field).toBe(field);
    }
  });

  it("names nested fields as a reader would", () => {
    expect(fieldPath(["routes", 0, "lanes", 1, "count"])).toBe("routes[0].lanes[1].count");
  });

  it("NaN and infinity of YAML are refused by name", () => {
    const text = JSON.stringify(gateDocument()).replace('"per_day":100', '"per_day":.nan');
    expect(() => parseScenario(text)).toThrow(/arrivals\[0\]\.per_day/);
  });
});

describe("a run that outgrows a stated limit ends with that limit named", () => {
  it.each([
    ["limit of trucks present", { present: 20 }],
    ["limit of events", { events: 300 }],
  ])("%s", (status, limits) => {
    const document = { ...gateDocument(), limits };
    const experiment = startExperiment(compile(checkScenario(document)));
    while (!advanceExperiment(experiment, 100_000));
    expect(reportOn(experiment).status).toBe(status);
  });

  it("limit of trucks, when chance brings more than expected", () => {
    const document = {
      ...gateDocument(),
      days: 1,
      warm_up_days: 0,
      limits: { trucks: 161 },
      replications: 20,
    };
    const experiment = startExperiment(compile(checkScenario(document)));
    while (!advanceExperiment(experiment, 100_000));
    expect(reportOn(experiment).status).toBe("limit of trucks");
  });
});
