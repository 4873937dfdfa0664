import { draw, drawUnit, seedStreams } from "../random.ts";

/** A dice of our own, so that a number names a scenario for ever. */
type Dice = {
  whole: (from: number, to: number) => number;
  real: (from: number, to: number) => number;
  chance: (share: number) => boolean;
  one: <T>(values: readonly [T, ...T[]]) => T;
};

function diceOf(seed: number): Dice {
  const state = seedStreams(Int32Array.of(77), seed, 0);
  const whole = (from: number, to: number) => from + ((draw(state, 0) >>> 0) % (to - from + 1));
  return {
    whole,
    real: (from, to) => Math.round((from + drawUnit(state, 0) * (to - from)) * 100) / 100,
    chance: (share) => drawUnit(state, 0) < share,
    one: (values) => values[whole(0, values.length - 1)] ?? values[0],
  };
}

/** A duration of any shape, around `mean` minutes; often a whole number, so that events fall together. */
function spread({ whole, real, one }: Dice, mean: number): object {
  const low = Math.max(1, Math.floor(mean / 2));
  return one([
    { fixed: Math.ceil(mean) },
    { fixed: low * 5 },
    { uniform: { from: low, to: low + whole(0, 20) } },
    { exponential: { mean, least: whole(0, 1) * low * 0.5 } },
    { triangular: { from: low, mode: low + 1, to: low + 2 + whole(0, 9) } },
    { erlang: { mean, stages: whole(1, 4) } },
    { mixture: { share: real(0, 1), mean, other_mean: mean * 4 } },
    { quantiles: [0, low, low, low + whole(0, 9), low + 30] },
  ]);
}

const CLOCK = ["00:00", "05:30", "07:00", "12:00", "13:15", "18:00", "20:00", "24:00"] as const;

function window({ whole }: Dice): { from: string; to: string } {
  const from = whole(0, CLOCK.length - 2);
  return { from: CLOCK[from] ?? "00:00", to: CLOCK[whole(from + 1, CLOCK.length - 1)] ?? "24:00" };
}

const START = "2026-01-05";
const LATER = [
  "2026-01-05 06:00",
  "2026-01-05 13:15",
  "2026-01-06 00:00",
  "2026-01-06 20:00",
  "2026-01-08 12:00",
] as const;

function orderOf(dice: Dice, routes: number): object {
  const { whole, one, chance } = dice;
  const from = whole(0, 3);
  const scope = {
    from: LATER[from],
    to: LATER[whole(from + 1, 4)],
    ...(chance(0.6) ? { routes: [`r${whole(0, routes - 1)}`] } : {}),
    ...(chance(0.4) ? { traffic: [one(["t0", "t1"] as const)] } : {}),
  };
  const lane = { direction: one(["export", "import"] as const), class: "ordinary" };
  return one([
    { kind: "hold", ...scope },
    { kind: "stop", ...scope },
    { kind: "slot_only", ...scope },
    { kind: "at_most", ...scope, per_hour: whole(1, 9) },
    { kind: "close", ...scope, ...(chance(0.5) ? { direction: lane.direction } : {}) },
    { kind: "lanes", ...scope, ...lane, count: whole(0, 4) },
    { kind: "counter_flow", ...scope, from_direction: lane.direction, class: "ordinary", lanes: 1 },
    // Diversions lead to the last route only, so that they cannot go in circles.
    { kind: "divert", ...scope, routes: ["r0"], to_route: `r${routes - 1}`, minutes: spread(dice, 20) },
  ]);
}

function trafficOf(dice: Dice, index: number, routes: number): object {
  const { whole, real, chance } = dice;
  const isExport = chance(0.5);
  const checks = ["guard", "customs", "plants"].slice(0, whole(0, 3)).map((check) => ({
    check,
    minutes: spread(dice, 8),
    ...(chance(0.4) ? { held: real(0, 0.4), hold: spread(dice, 30) } : {}),
    ...(chance(0.4) ? { failed: real(0, 0.3) } : {}),
  }));
  return {
    key: `t${index}`,
    direction: isExport ? "export" : "import",
    stream: chance(0.5) ? "perishable" : "other",
    priority: whole(0, 2),
    ...(chance(0.3) ? { dwell: spread(dice, 40) } : {}),
    checks,
    ...(isExport ? {} : { inland: real(0, 1), transfer: spread(dice, 20) }),
    ...(chance(0.5) ? { returns: { away: spread(dice, 200), loaded: real(0, 1) } } : {}),
    ...(chance(0.4) && routes > 1
      ? {
          balk: {
            above: whole(0, 5),
            share: real(0, 1),
            ...(chance(0.5) ? { to_route: `r${routes - 1}` } : {}),
          },
        }
      : {}),
    fee: whole(0, 5) * 100_000,
  };
}

function routeOf(dice: Dice, index: number): object {
  const { whole, chance } = dice;
  const lane = (direction: string) => ({
    direction,
    count: whole(1, 3),
    minutes: spread(dice, 4),
    ...(chance(0.3) ? { most_waiting: whole(0, 8) } : {}),
  });
  return {
    key: `r${index}`,
    gate: "G",
    ...(chance(0.7) ? { hours: "open" } : {}),
    lanes: [lane("export"), lane("import")],
    yard: `y${whole(0, 1)}`,
    ...(chance(0.6) ? { park: "p" } : {}),
    ...(chance(0.6) ? { approach: spread(dice, 10) } : {}),
  };
}

/** Scenario number `seed`: small rooms, short hours, many orders and equal times; always one that can be run. */
export function randomScenario(seed: number): object {
  const dice = diceOf(seed);
  const { whole, real, chance } = dice;
  const routes = whole(1, 3);
  const forces = ["guard", "customs", "plants"].map((check) => ({
    key: `f-${check}`,
    check,
    routes: Array.from({ length: routes }, (_, index) => `r${index}`),
    shifts: [
      { from: "00:00", to: "24:00", desks: whole(1, 2) },
      { ...window(dice), desks: whole(0, 3) },
    ],
  }));
  return {
    format: "moc-simulation-1",
    name: `random ${seed}`,
    start: START,
    days: whole(4, 5), // the last order ends on the fourth
    warm_up_days: chance(0.5) ? real(0, 1) : 0,
    sample_minutes: whole(30, 300),
    seed,
    hours: [{ key: "open", week: [{ from: "07:00", to: "18:00" }, window(dice)] }],
    streams: [
      { key: "perishable", level: whole(0, 1), slot: whole(1, 3), live: whole(1, 3) },
      { key: "other", level: whole(0, 1), slot: whole(1, 3), live: whole(1, 3) },
    ],
    routes: Array.from({ length: routes }, (_, index) => routeOf(dice, index)),
    yards: [0, 1].map((index) => ({
      key: `y${index}`,
      room: chance(0.2) ? null : whole(1, 12),
      docks: { count: whole(1, 3) },
    })),
    parks: [{ key: "p", room: whole(1, 10), ...(chance(0.6) ? { road: whole(0, 15) } : {}) }],
    forces,
    traffic: [0, 1].map((index) => trafficOf(dice, index, routes)),
    arrivals: Array.from({ length: whole(1, 4) }, () => ({
      traffic: `t${whole(0, 1)}`,
      route: `r${whole(0, routes - 1)}`,
      per_day: whole(5, 150),
      ...(chance(0.5) ? { by_weekday: [1, 0.5, 2, 1, 1, 1, 1] } : {}),
      ...(chance(0.5)
        ? { by_hour: Array.from({ length: 24 }, (_, hour) => (hour > 5 && hour < 19 ? 1 : 0)) }
        : {}),
      ...(chance(0.6) ? { slots: real(0, 1) } : {}),
    })),
    orders: Array.from({ length: whole(0, 5) }, () => orderOf(dice, routes)),
  };
}
