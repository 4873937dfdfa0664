import { openingSteps, type Steps, shiftSteps } from "./civil-time.ts";
import { addResource, type Draft } from "./draft.ts";
import { UNLIMITED } from "./network.ts";
import { laneSteps } from "./orders.ts";
import type { Scenario } from "./scenario.ts";

const ALWAYS: Steps = { at: [0], value: [1] };

/** Opening of a calendar over the run; always open without one. */
export function openingOf(scenario: Scenario, key: string | undefined): Steps {
  const hours = scenario.hours.find((row) => row.key === key);
  return hours === undefined ? ALWAYS : openingSteps(hours, scenario.start, scenario.days);
}

/** The priorities that occur, lowest number first: one line each at every desk, dock and lane. */
export function prioritiesOf(scenario: Scenario): number[] {
  return [...new Set(scenario.traffic.map(({ priority }) => priority))].toSorted((a, b) => a - b);
}

/** The streams in the order of their levels: two lines each, live and slot, at every yard and park. */
export function streamsOf(scenario: Scenario): Scenario["streams"] {
  return scenario.streams.toSorted((a, b) => a.level - b.level);
}

/** Adds parks, yards, docks, forces and lanes: everything that trucks take and give back. */
export function addPlaces(draft: Draft, scenario: Scenario): void {
  const byPriority = prioritiesOf(scenario).map((level) => ({ level, weight: 1 }));
  const byStream = streamsOf(scenario).flatMap(({ level, live, slot }) => [
    { level, weight: live },
    { level, weight: slot },
  ]);
  for (const { key, room } of scenario.parks) {
    addResource(draft, { kind: "park", key, route: "" }, constant(room ?? UNLIMITED), byStream);
  }
  for (const { key, room, docks } of scenario.yards) {
    addResource(draft, { kind: "yard", key, route: "" }, constant(room ?? UNLIMITED), byStream);
    if (docks === undefined) continue;
    const open = openingOf(scenario, docks.hours);
    const capacity = { at: open.at, value: open.value.map((value) => value * docks.count) };
    addResource(draft, { kind: "dock", key, route: "" }, capacity, byPriority);
  }
  for (const { key, shifts } of scenario.forces) {
    const desks = shiftSteps(shifts, scenario.start, scenario.days);
    addResource(draft, { kind: "force", key, route: "" }, desks, byPriority);
  }
  for (const route of scenario.routes) {
    const opening = openingOf(scenario, route.hours);
    for (const lane of route.lanes) {
      const label = { kind: "lane" as const, key: laneKey(lane.direction, lane.class), route: route.key };
      addResource(draft, label, laneSteps(scenario, route, lane, opening), byPriority);
    }
  }
}

/** Key of a lane group within its route. */
export function laneKey(direction: string, laneClass: string): string {
  return `${direction} ${laneClass}`;
}

function constant(value: number): Steps {
  return { at: [0], value: [value] };
}
