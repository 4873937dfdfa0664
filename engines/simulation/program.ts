import {
  addResource,
  addShare,
  addSpread,
  addTally,
  type Draft,
  emit,
  firstLineOf,
  here,
  type Outcome,
  type ResourceLabel,
  resourceName,
} from "./draft.ts";
import * as code from "./network.ts";
import { covers, laneOf, limitSteps } from "./orders.ts";
import { laneKey, prioritiesOf, streamsOf } from "./resources.ts";
import type { Route, Scenario, Traffic } from "./scenario.ts";

/** What one kind of traffic does on one route, while it is being written. */
export type Writing = {
  draft: Draft;
  scenario: Scenario;
  route: Route;
  traffic: Traffic;
  /** Resource of its steering orders. */
  intake: number;
  /** Instructions that lead to another program, known only when all are written. */
  links: { cell: number; route: string; traffic: string }[];
};

/** Instructions of the ways out. */
type Exits = {
  /** Before the truck holds anything. */
  noRoom: number;
  /** From the yard, whose slot is given back first. */
  noRoomInYard: number;
  failed: number;
};

/** Writes the program of export trucks, or of import trucks, and returns its first instruction. */
export function writeProgram(writing: Writing): number {
  const { draft, traffic } = writing;
  const turnedAway = leaveAs(writing, "turned_away");
  const noRoom = leaveAs(writing, "no_room");
  const balked = traffic.balk === undefined ? noRoom : writeBalked(writing);
  const noRoomInYard = here(draft);
  freeYard(writing);
  leaveAs(writing, "no_room");
  const failed = here(draft);
  freeYard(writing);
  leaveAs(writing, "failed");
  const exits = { noRoom, noRoomInYard, failed };
  const start = here(draft);
  emit(draft, code.INTAKE, writing.intake, turnedAway);
  writeLimits(writing);
  if (traffic.balk !== undefined) writeBalking(writing, traffic.balk, balked);
  if (traffic.direction === "export") writeExport(writing, exits);
  else writeImport(writing, exits);
  return start;
}

function writeExport(writing: Writing, exits: Exits): void {
  const { draft, scenario, route, traffic } = writing;
  const park = scenario.parks.find(({ key }) => key === route.park);
  if (park !== undefined)
    seize(writing, { kind: "park", key: park.key, route: "" }, park.road ?? -1, exits.noRoom);
  seizeYard(writing);
  if (park !== undefined) emit(draft, code.FREE, find(draft, { kind: "park", key: park.key, route: "" }));
  writeYardWork(writing, exits);
  crossLane(writing, "export", exits.noRoomInYard);
  freeYard(writing);
  mark(writing, "crossed");
  if (traffic.returns !== undefined) writeReturn(writing, traffic.returns, exits);
  leaveAs(writing, "closed");
}

/** Export trucks come home: empty over the lane only, loaded through yard and checks as well. */
function writeReturn(writing: Writing, returns: NonNullable<Traffic["returns"]>, exits: Exits): void {
  const { draft } = writing;
  emit(draft, code.DELAY, addSpread(draft, returns.away));
  const loaded = emit(draft, code.BRANCH, addShare(draft, returns.loaded));
  crossLane(writing, "import", exits.noRoom);
  mark(writing, "returned");
  leaveAs(writing, "closed");
  draft.code[loaded + 2] = here(draft);
  seizeYard(writing);
  crossLane(writing, "import", exits.noRoomInYard);
  mark(writing, "returned");
  writeYardWork(writing, exits);
  freeYard(writing);
}

function writeImport(writing: Writing, exits: Exits): void {
  const { draft, route, traffic } = writing;
  seizeYard(writing);
  crossLane(writing, "import", exits.noRoomInYard);
  mark(writing, "crossed");
  writeYardWork(writing, exits);
  const inland = emit(draft, code.BRANCH, addShare(draft, traffic.inland));
  if (traffic.transfer !== undefined && route.yard !== undefined) {
    const dock = find(draft, { kind: "dock", key: route.yard, route: "" });
    serve(writing, dock, -1, 0, addSpread(draft, traffic.transfer));
  }
  freeYard(writing);
  mark(writing, "released");
  if (traffic.returns !== undefined) {
    emit(draft, code.DELAY, addSpread(draft, traffic.returns.away));
    crossLane(writing, "export", exits.noRoom);
    mark(writing, "returned");
  }
  leaveAs(writing, "closed");
  draft.code[inland + 2] = here(draft);
  freeYard(writing);
  mark(writing, "released");
  leaveAs(writing, "inland");
}

/** From the park or the border to the yard, dwelling, all checks at the same time, and the fee. */
function writeYardWork(writing: Writing, { failed }: Exits): void {
  const { draft, route, traffic } = writing;
  if (route.approach !== undefined) emit(draft, code.DELAY, addSpread(draft, route.approach));
  if (traffic.dwell !== undefined) emit(draft, code.DELAY, addSpread(draft, traffic.dwell));
  if (traffic.checks.length > 0) {
    const first = draft.checks.length / code.CHECK_STRIDE;
    for (const check of traffic.checks) addCheck(writing, check);
    emit(draft, code.CHECKS, first, traffic.checks.length, failed);
  }
  if (traffic.fee > 0) {
    emit(draft, code.FEE, tally(writing, "crossed"), draft.amounts.push(traffic.fee) - 1);
  }
}

function addCheck(writing: Writing, check: Traffic["checks"][number]): void {
  const { draft, scenario, route, traffic } = writing;
  const force = scenario.forces.find((row) => row.check === check.check && row.routes.includes(route.key));
  const resource = find(draft, { kind: "force", key: force?.key ?? "", route: "" });
  draft.checks.push(
    resource,
    firstLineOf(draft, resource) + prioritiesOf(scenario).indexOf(traffic.priority),
    addSpread(draft, check.minutes),
    addShare(draft, check.held),
    addSpread(draft, check.hold ?? { fixed: 0 }),
    addShare(draft, check.failed),
  );
}

/** Each order "at most n per hour" in scope is a gate of its own; one gate serves all that it covers. */
function writeLimits({ draft, scenario, route, traffic }: Writing): void {
  scenario.orders.forEach((order, index) => {
    if (order.kind !== "at_most" || !covers(order, route.key, traffic.key)) return;
    const label: ResourceLabel = { kind: "limit", key: String(index + 1), route: "" };
    const known = draft.byName.get(resourceName(label));
    const limit =
      known ?? addResource(draft, label, limitSteps(order, scenario.start), [{ level: 0, weight: 1 }]);
    const line = firstLineOf(draft, limit);
    emit(draft, code.METER, limit, line, line, -1, 0, addSpread(draft, { fixed: 60 / order.per_hour }));
  });
}

function writeBalking(writing: Writing, balk: NonNullable<Traffic["balk"]>, balked: number): void {
  const { draft, route, traffic } = writing;
  const queue: ResourceLabel =
    route.park !== undefined && traffic.direction === "export"
      ? { kind: "park", key: route.park, route: "" }
      : route.yard !== undefined
        ? { kind: "yard", key: route.yard, route: "" }
        : { kind: "lane", key: laneKey(traffic.direction, traffic.lane_class), route: route.key };
  emit(draft, code.BALK, find(draft, queue), balk.above, addShare(draft, balk.share), balked);
}

function writeBalked(writing: Writing): number {
  const { draft, traffic } = writing;
  const other = traffic.balk?.to_route;
  if (other === undefined || other === writing.route.key) return leaveAs(writing, "balked");
  const start = mark(writing, "diverted");
  const jump = emit(draft, code.GOTO);
  writing.links.push({ cell: jump + 1, route: other, traffic: traffic.key });
  return start;
}

function crossLane(writing: Writing, direction: "export" | "import", turnedAway: number): void {
  const { draft, route, traffic } = writing;
  const lane = laneOf(route, direction, traffic.lane_class);
  if (lane === undefined) return; // refused before, see consistency.ts
  const resource = find(draft, { kind: "lane", key: laneKey(direction, lane.class), route: route.key });
  serve(writing, resource, lane.most_waiting ?? -1, turnedAway, addSpread(draft, lane.minutes));
}

function serve(writing: Writing, resource: number, most: number, turnedAway: number, spread: number): void {
  const { draft, scenario, traffic } = writing;
  const line = firstLineOf(draft, resource) + prioritiesOf(scenario).indexOf(traffic.priority);
  emit(draft, code.SERVE, resource, line, line, most, turnedAway, spread);
}

function seizeYard(writing: Writing): void {
  const { yard } = writing.route;
  if (yard !== undefined && writing.traffic.takes_slot)
    seize(writing, { kind: "yard", key: yard, route: "" }, -1, 0);
}

function freeYard({ draft, route, traffic }: Writing): void {
  if (route.yard !== undefined && traffic.takes_slot)
    emit(draft, code.FREE, find(draft, { kind: "yard", key: route.yard, route: "" }));
}

function seize(writing: Writing, label: ResourceLabel, most: number, noRoom: number): void {
  const { draft, scenario, traffic } = writing;
  const resource = find(draft, label);
  const stream = streamsOf(scenario).findIndex(({ key }) => key === traffic.stream);
  const live = firstLineOf(draft, resource) + 2 * stream;
  emit(draft, code.SEIZE, resource, live, live + 1, most, noRoom);
}

function leaveAs(writing: Writing, outcome: Outcome): number {
  return emit(writing.draft, code.EXIT, tally(writing, outcome));
}

/** Writes a milestone and returns its instruction. */
export function mark(writing: Writing, outcome: Outcome): number {
  return emit(writing.draft, code.MARK, tally(writing, outcome));
}

function tally({ draft, route, traffic }: Writing, outcome: Outcome): number {
  return addTally(draft, { route: route.key, traffic: traffic.key, outcome });
}

function find(draft: Draft, label: ResourceLabel): number {
  const found = draft.byName.get(resourceName(label));
  if (found === undefined)
    throw new Error(`no resource ${resourceName(label)}: the scenario was not checked`);
  return found;
}
