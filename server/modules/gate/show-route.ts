import type { LastCounts } from "@moc/contract/gate/count.ts";
import type { LaneGroupView, RouteView, YardView } from "@moc/contract/gate/operations.ts";
import type { StandingOrder } from "@moc/contract/gate/steering.ts";
import type { RouteOpenness } from "@moc/contract/registry/calendar.ts";
import type { Park, Route, Yard } from "@moc/contract/registry/rows.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { countUnit } from "@moc/engines/gate/counts.ts";
import type { StoredCount } from "./count-store.ts";
import { waitFigures } from "./figures-store.ts";
import type { DayCount, RouteCount } from "./operations-store.ts";
import type { ZoneRules } from "./parts.ts";

export type RouteFigures = {
  waiting: readonly RouteCount[];
  passages: readonly DayCount[];
  counts: readonly StoredCount[];
  yards: ReadonlyMap<string, number>;
  /** Of the last `minutes`, those in which the route was not closed. */
  openMinutes: (route: string, minutes: number) => number;
};

/** What the schematic draws on one route beside its figures. */
type OnRoute = RouteFigures & { orders: StandingOrder[] };

/**
 * An open route with as many waiting, for as long in the middle, is congested (minutes in which it was open, see alerts.ts).
 * Whoever came earlier has waited longer, by either clock: the truck in the middle is the same.
 */
const congested = { waiting: 10, medianMinutes: 240 };

function directionFigures(figures: RouteFigures, { key, admits }: Route, direction: Direction) {
  const here = (row: { route: string; direction: Direction }) =>
    row.route === key && row.direction === direction;
  const none = admits.length > 0 ? 0 : null;
  const row = figures.waiting.find(here);
  const waiting = row?.waiting ?? none;
  return {
    waiting,
    // Import trucks wait on the other side: since when is not known here.
    wait: waitFigures(row?.median ?? null, row?.p90 ?? null, direction === "export" ? (waiting ?? 0) : 0),
    lastHour: figures.passages.find(here)?.lastHour ?? none,
  };
}

function lanesOf(rules: ZoneRules, route: string): LaneGroupView[] {
  return rules.lane_group
    .filter((row) => row.route === route)
    .map(({ direction, class: kind, count, planned, source }) => ({
      direction,
      class: kind,
      count,
      planned,
      source,
    }));
}

/** What was last counted on a route without trips; null: its trips are counted. */
function lastCounts({ counts }: RouteFigures, route: Route): LastCounts | null {
  const unit = countUnit(route);
  if (unit === null) return null;
  const last = (direction: Direction) => {
    const count = counts.find((row) => row.route === route.key && row.direction === direction);
    if (count === undefined || count.passed === null) return null;
    const { day, passed, source, recordedAt, simulated } = count;
    return { day, passed, source, recordedAt: recordedAt.toISOString(), simulated };
  };
  return { unit, export: last("export"), import: last("import") };
}

/** A yard or park with who stands in it. */
export function showPlace(
  row: Pick<Yard | Park, "key" | "shortName" | "capacity" | "kind">,
  counts: ReadonlyMap<string, number>,
): YardView {
  const { key, shortName, kind, capacity } = row;
  return { key, name: shortName, kind, vehicles: counts.get(key) ?? 0, capacity };
}

/** One route as the schematic and its table draw it. */
export function showRoute(
  route: Route,
  rules: ZoneRules,
  open: RouteOpenness | null,
  figures: OnRoute,
): RouteView {
  const { key, name, shortName, counterpart, road, source } = route;
  const out = directionFigures(figures, route, "export");
  const median = figures.openMinutes(key, out.wait.medianMinutes ?? 0);
  const full = (out.waiting ?? 0) >= congested.waiting && median > congested.medianMinutes;
  const state = open?.state ?? "hours_unknown";
  const [first, second = first] = route.markers ?? [];
  return {
    key,
    gate: route.gate ?? key,
    name,
    shortName,
    kind: route.type,
    markers: first === undefined || second === undefined ? null : [first, second],
    counterpart: counterpart === null ? null : { vi: counterpart.vi, zh: counterpart.zh ?? counterpart.vi },
    road,
    cargo: route.cargo,
    status: state === "open" && full ? "congested" : state,
    statusReason: open?.reason ?? null,
    opensAt: open?.opensAt ?? null,
    closesAt: open?.closesAt ?? null,
    lanes: lanesOf(rules, key),
    yards: rules.yard
      .filter((yard) => yard.routes.includes(key))
      .map((yard) => showPlace(yard, figures.yards)),
    orders: figures.orders,
    export: out,
    import: directionFigures(figures, route, "import"),
    counted: lastCounts(figures, route),
    source,
  };
}
