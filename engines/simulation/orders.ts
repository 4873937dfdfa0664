import { compress, minuteOf, type Steps, valueAt } from "./civil-time.ts";
import { DIVERT, HOLD, MODE_BITS, PASS, SLOT_ONLY, STOP, UNLIMITED } from "./network.ts";
import type { Order, Route, Scenario, Traffic } from "./scenario.ts";

type Lane = Route["lanes"][number];
type Direction = Lane["direction"];

/**
 * Whether an order speaks of this route and kind of traffic; without a list it speaks of all. A diversion does not
 * speak of the route that it leads to.
 */
export function covers(order: Order, route: string, traffic?: string): boolean {
  if (order.kind === "divert" && order.to_route === route) return false;
  const routeMatches = order.routes === undefined || order.routes.includes(route);
  return (
    routeMatches && (traffic === undefined || order.traffic === undefined || order.traffic.includes(traffic))
  );
}

/** Orders in force at a minute of the run. */
export function inForce(orders: readonly Order[], start: string, minute: number): Order[] {
  return orders.filter(({ from, to }) => minuteOf(from, start) <= minute && minute < minuteOf(to, start));
}

function boundaries(orders: readonly Order[], start: string): number[] {
  return orders.flatMap(({ from, to }) => [minuteOf(from, start), minuteOf(to, start)]);
}

/**
 * What the intake of one program says over time. Orders compose and the strictest wins: stop, hold, divert, booked
 * slots only. `divertTo` gives the instruction where the trucks of a diversion go.
 */
export function intakeSteps(
  scenario: Scenario,
  route: Route,
  traffic: Traffic,
  divertTo: (order: Order) => number,
): Steps {
  const orders = scenario.orders.filter((order) => covers(order, route.key, traffic.key));
  return compress(boundaries(orders, scenario.start), (minute) => {
    const active = inForce(orders, scenario.start, minute);
    if (active.some(({ kind }) => kind === "stop")) return STOP;
    if (active.some(({ kind }) => kind === "hold")) return HOLD;
    const diversion = active.find(({ kind }) => kind === "divert");
    if (diversion !== undefined) return DIVERT + (divertTo(diversion) << MODE_BITS);
    return active.some(({ kind }) => kind === "slot_only") ? SLOT_ONLY : PASS;
  });
}

/** One unit while an order "at most n per hour" is in force, otherwise no bound. */
export function limitSteps(order: Order, start: string): Steps {
  return compress(boundaries([order], start), (minute) =>
    inForce([order], start, minute).length > 0 ? 1 : UNLIMITED,
  );
}

/** Lanes of a group that serve over time: the calendar, closures, changed counts and counter-flow. */
export function laneSteps(scenario: Scenario, route: Route, lane: Lane, opening: Steps): Steps {
  const orders = scenario.orders.filter((order) => covers(order, route.key));
  return compress([...opening.at, ...boundaries(orders, scenario.start)], (minute) => {
    if (valueAt(opening, minute) === 0) return 0;
    let count = lane.count;
    for (const order of inForce(orders, scenario.start, minute)) count = lanesUnder(order, lane, count);
    return Math.max(0, count);
  });
}

function lanesUnder(order: Order, lane: Lane, count: number): number {
  if (order.kind === "close") {
    return order.direction === undefined || order.direction === lane.direction
      ? Number.NEGATIVE_INFINITY
      : count;
  }
  if (order.kind === "lanes" && order.class === lane.class && order.direction === lane.direction) {
    return count + order.count - lane.count;
  }
  if (order.kind === "counter_flow" && order.class === lane.class) {
    return count + (order.from_direction === lane.direction ? -order.lanes : order.lanes);
  }
  return count;
}

/** The lane group that a direction and class of traffic uses on a route. */
export function laneOf(
  route: Route,
  direction: Direction,
  laneClass: Traffic["lane_class"],
): Lane | undefined {
  return route.lanes.find((lane) => lane.direction === direction && lane.class === laneClass);
}
