import { dayNumber, minuteOf, type Steps, shiftSteps } from "./civil-time.ts";
import { dayFactors, fits, hourRates } from "./compile.ts";
import { covers, laneOf, laneSteps } from "./orders.ts";
import type { Problem } from "./refusal.ts";
import { openingOf } from "./resources.ts";
import type { Route, Scenario, Traffic } from "./scenario.ts";

/** Bounds on the tables that a run keeps, so that no scenario eats the memory of the machine. */
const MOST_SAMPLE_CELLS = 4_000_000;
/** Diversions × routes × kinds of traffic that are searched for circles. */
const MOST_DETOURS = 20_000;

/** Everything that is wrong with a scenario although each field alone is well formed. */
export function findProblems(scenario: Scenario): Problem[] {
  const problems = [...duplicates(scenario), ...unknownKeys(scenario), ...wrongTimes(scenario)];
  if (problems.length > 0) return problems; // the rest relies on keys and times that exist
  const diversions = scenario.orders.filter(({ kind }) => kind === "divert").length;
  if (diversions * scenario.routes.length * scenario.traffic.length > MOST_DETOURS) {
    return [{ field: "orders", problem: "too many diversions for this many routes and kinds of traffic" }];
  }
  return [
    ...arrivalProblems(scenario),
    ...orderProblems(scenario),
    ...diversionCycles(scenario),
    ...sizes(scenario),
  ];
}

function duplicates(scenario: Scenario): Problem[] {
  const lists = ["hours", "streams", "routes", "yards", "parks", "forces", "traffic"] as const;
  return lists.flatMap((list) => {
    const keys = scenario[list].map(({ key }) => key);
    return keys.flatMap((key, index) =>
      keys.indexOf(key) < index ? [{ field: `${list}[${index}].key`, problem: `${key} is used twice` }] : [],
    );
  });
}

function unknownKeys(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  const need = (
    list: "hours" | "streams" | "routes" | "yards" | "parks" | "traffic",
    key: string | undefined,
    field: string,
  ) => {
    if (key === undefined || scenario[list].some((row) => row.key === key)) return;
    problems.push({ field, problem: `${key} is not among ${list}` });
  };
  scenario.routes.forEach((route, index) => {
    need("hours", route.hours, `routes[${index}].hours`);
    need("yards", route.yard, `routes[${index}].yard`);
    need("parks", route.park, `routes[${index}].park`);
  });
  scenario.yards.forEach(({ docks }, index) => need("hours", docks?.hours, `yards[${index}].docks.hours`));
  scenario.forces.forEach(({ routes }, index) => {
    routes.forEach((key, nth) => need("routes", key, `forces[${index}].routes[${nth}]`));
  });
  scenario.traffic.forEach(({ stream, balk }, index) => {
    need("streams", stream, `traffic[${index}].stream`);
    need("routes", balk?.to_route, `traffic[${index}].balk.to_route`);
  });
  scenario.arrivals.forEach(({ route, traffic }, index) => {
    need("routes", route, `arrivals[${index}].route`);
    need("traffic", traffic, `arrivals[${index}].traffic`);
  });
  scenario.orders.forEach((order, index) => {
    order.routes?.forEach((key, nth) => need("routes", key, `orders[${index}].routes[${nth}]`));
    order.traffic?.forEach((key, nth) => need("traffic", key, `orders[${index}].traffic[${nth}]`));
    if (order.kind === "divert") need("routes", order.to_route, `orders[${index}].to_route`);
  });
  return problems;
}

function wrongTimes(scenario: Scenario): Problem[] {
  const problems = scenario.orders.flatMap((order, index) =>
    (["from", "to"] as const).flatMap((end) =>
      isRealDay(order[end].slice(0, 10))
        ? []
        : [{ field: `orders[${index}].${end}`, problem: "no such day" }],
    ),
  );
  if (scenario.warm_up_days >= scenario.days) {
    problems.push({ field: "warm_up_days", problem: "must be shorter than days: nothing would be measured" });
  }
  return problems;
}

function isRealDay(date: string): boolean {
  const day = dayNumber(date);
  return Number.isFinite(day) && new Date(day * 86_400_000).toISOString().startsWith(date);
}

function arrivalProblems(scenario: Scenario): Problem[] {
  return scenario.arrivals.flatMap((row, index) => {
    const route = scenario.routes.find(({ key }) => key === row.route);
    const traffic = scenario.traffic.find(({ key }) => key === row.traffic);
    if (route === undefined || traffic === undefined) return [];
    return routeProblems(scenario, route, traffic, `arrivals[${index}].route`);
  });
}

/** Why a kind of traffic could never get through a route: no lane, no force, no dock, or closed for ever. */
function routeProblems(scenario: Scenario, route: Route, traffic: Traffic, field: string): Problem[] {
  const problems: Problem[] = [];
  const say = (where: string, problem: string) => problems.push({ field: where, problem });
  if (!fits(route, traffic)) {
    say(
      field,
      `${route.key} has no ${traffic.direction} lane of class ${traffic.lane_class} for ${traffic.key}`,
    );
    return problems;
  }
  for (const direction of directionsOf(traffic)) {
    const lane = laneOf(route, direction, traffic.lane_class);
    if (lane === undefined) {
      say(
        field,
        `${route.key} has no ${direction} lane of class ${traffic.lane_class} for trucks that return`,
      );
    } else if (!everAbove(laneSteps(scenario, route, lane, openingOf(scenario, route.hours)))) {
      const lanes = `routes[${scenario.routes.indexOf(route)}].lanes[${route.lanes.indexOf(lane)}].count`;
      say(lanes, `closed for ever: no ${direction} lane serves at any time of the run`);
    }
  }
  problems.push(...checkProblems(scenario, route, traffic));
  const yard = scenario.yards.find(({ key }) => key === route.yard);
  if (traffic.transfer !== undefined && traffic.inland < 1) {
    if (yard?.docks === undefined)
      say(field, `${traffic.key} is transferred, but ${route.key} has no yard with docks`);
    else if (!everAbove(openingOf(scenario, yard.docks.hours))) {
      say(`yards[${scenario.yards.indexOf(yard)}].docks.hours`, "closed for ever");
    }
  }
  return problems;
}

function directionsOf(traffic: Traffic): ("export" | "import")[] {
  return traffic.returns === undefined ? [traffic.direction] : ["export", "import"];
}

function checkProblems(scenario: Scenario, route: Route, traffic: Traffic): Problem[] {
  const row = scenario.traffic.indexOf(traffic);
  return traffic.checks.flatMap(({ check, held, hold }, nth) => {
    const field = `traffic[${row}].checks[${nth}]`;
    const forces = scenario.forces.filter(
      (force) => force.check === check && force.routes.includes(route.key),
    );
    const [force] = forces;
    if (force === undefined || forces.length > 1) {
      return [
        { field: `${field}.check`, problem: `${forces.length} forces do ${check} on ${route.key}, not one` },
      ];
    }
    const problems: Problem[] = [];
    if (!everAbove(shiftSteps(force.shifts, scenario.start, scenario.days))) {
      problems.push({
        field: `forces[${scenario.forces.indexOf(force)}].shifts`,
        problem: "no desk at any time of the run",
      });
    }
    if (held > 0 && hold === undefined)
      problems.push({ field: `${field}.hold`, problem: "missing: how long is it held?" });
    return problems;
  });
}

function everAbove({ value }: Steps): boolean {
  return value.some((amount) => amount > 0);
}

/** Diversions must lead to a route that can take the trucks. */
function orderProblems(scenario: Scenario): Problem[] {
  const seen = new Set<string>();
  return detours(scenario).flatMap(({ traffic, to, field }) => {
    const name = `${traffic.key} ${to}`;
    if (seen.has(name)) return [];
    seen.add(name);
    const route = scenario.routes.find(({ key }) => key === to);
    return route === undefined ? [] : routeProblems(scenario, route, traffic, field);
  });
}

type Detour = { traffic: Traffic; from: string; to: string; field: string; at: (minute: number) => boolean };

/** Every way in which a truck can be sent from one route to another, by order or by its own choice. */
function detours(scenario: Scenario): Detour[] {
  const found: Detour[] = [];
  scenario.traffic.forEach((traffic, row) => {
    for (const route of scenario.routes.filter((candidate) => fits(candidate, traffic))) {
      const choice = traffic.balk?.to_route;
      if (choice !== undefined && choice !== route.key) {
        found.push({
          traffic,
          from: route.key,
          to: choice,
          field: `traffic[${row}].balk.to_route`,
          at: () => true,
        });
      }
      scenario.orders.forEach((order, index) => {
        if (order.kind !== "divert" || !covers(order, route.key, traffic.key)) return;
        const [from, to] = [minuteOf(order.from, scenario.start), minuteOf(order.to, scenario.start)];
        const at = (minute: number) => from <= minute && minute < to;
        found.push({ traffic, from: route.key, to: order.to_route, field: `orders[${index}].to_route`, at });
      });
    }
  });
  return found;
}

/** Trucks sent round in a circle at some moment would never arrive. */
function diversionCycles(scenario: Scenario): Problem[] {
  const all = detours(scenario);
  const moments = [0, ...scenario.orders.map(({ from }) => minuteOf(from, scenario.start))];
  for (const moment of moments) {
    const active = all.filter(({ at }) => at(moment));
    const cyclic = active.find((detour) => leadsBack(active, detour));
    if (cyclic === undefined) continue;
    return [
      { field: cyclic.field, problem: `diverts ${cyclic.traffic.key} in a circle back to ${cyclic.from}` },
    ];
  }
  return [];
}

function leadsBack(active: readonly Detour[], start: Detour): boolean {
  const reached = new Set([start.to]);
  for (const place of reached) {
    if (place === start.from) return true;
    for (const { traffic, from, to } of active)
      if (traffic === start.traffic && from === place) reached.add(to);
  }
  return false;
}

function sizes(scenario: Scenario): Problem[] {
  const problems: Problem[] = [];
  let expected = 0;
  scenario.arrivals.forEach((row, index) => {
    const perDay = hourRates(row).reduce((sum, rate) => sum + rate * 60, 0);
    expected += dayFactors(row, scenario).reduce((sum, factor) => sum + factor, 0) * perDay;
    if (expected <= scenario.limits.trucks) return;
    const problem = `about ${Math.round(expected)} trucks would come, more than limits.trucks (${scenario.limits.trucks})`;
    if (problems.length === 0) problems.push({ field: `arrivals[${index}].per_day`, problem });
  });
  const places =
    scenario.routes.length * scenario.traffic.length + scenario.forces.length + scenario.yards.length * 2;
  const samples =
    scenario.sample_minutes === undefined ? 0 : (scenario.days * 1_440) / scenario.sample_minutes;
  if (samples * places > MOST_SAMPLE_CELLS) {
    problems.push({ field: "sample_minutes", problem: "too short for this many days and places" });
  }
  return problems;
}
