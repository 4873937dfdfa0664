import {
  type BulletinChange,
  type BulletinFigures,
  type BulletinLine,
  type BulletinPlace,
  bulletinLines,
  type PlaceLine,
  placeLines,
} from "@moc/contract/gate/bulletin.ts";
import type { LocalText } from "@moc/contract/values/text.ts";
import type { Direction, GoodsClass } from "@moc/contract/values/traffic.ts";

/** Vehicles of one route and one class of goods, counted from the trips. */
export type Counted = { route: string; goods: GoodsClass | "unknown"; vehicles: number };

/** What is counted between two cut-offs, and at the last of them. */
export type BulletinCounts = {
  passages: readonly (Counted & {
    direction: Direction;
    /** Whole kilograms of agricultural goods, fruit included, as far as stated. */
    agriKg: number;
    /** Vehicles with such goods whose weight is not stated. */
    unweighed: number;
  })[];
  /** Export vehicles inside the zone and not across at the cut-off. */
  backlog: readonly Counted[];
  arrivals: number;
  newVehiclesWaiting: number;
  /** Declared for two-way carriage, among the passages. */
  twoWay: number;
  /** By the route that they left. */
  turnedAround: readonly { route: string; vehicles: number }[];
  year: { vehicles: number; newVehicles: number };
};

/** A place of the report and the routes that it sums. */
export type ListedPlace = { key: string; name: LocalText; routes: readonly string[] };

const fruit: readonly string[] = ["durian", "fruit"];

function sum<Row>(
  rows: readonly Row[],
  value: (row: Row) => number,
  fits: (row: Row) => boolean = () => true,
) {
  return rows.reduce((total, row) => total + (fits(row) ? value(row) : 0), 0);
}

const vehicles = (row: { vehicles: number }) => row.vehicles;
const isFruit = (row: Counted) => fruit.includes(row.goods);

function placeOf(
  counts: BulletinCounts,
  here: (row: { route: string }) => boolean,
): Record<PlaceLine, number> {
  const passages = counts.passages.filter(here);
  return {
    vehicles: sum(passages, vehicles),
    exports: sum(passages, vehicles, (row) => row.direction === "export"),
    imports: sum(passages, vehicles, (row) => row.direction === "import"),
    backlog: sum(counts.backlog.filter(here), vehicles),
    turned_around: sum(counts.turnedAround.filter(here), vehicles),
  };
}

/** Every listed place, and one without a key for what passes elsewhere, if anything does. */
function placesOf(counts: BulletinCounts, places: readonly ListedPlace[]): BulletinPlace[] {
  const listed = places.map(({ key, name, routes }) => ({
    key,
    name,
    lines: placeOf(counts, (row) => routes.includes(row.route)),
  }));
  const known = new Set(places.flatMap((place) => place.routes));
  const elsewhere = placeOf(counts, (row) => !known.has(row.route));
  return Object.values(elsewhere).some((value) => value > 0)
    ? [...listed, { key: null, name: null, lines: elsewhere }]
    : listed;
}

/**
 * The figures of one bulletin. Fees are recorded by a part of the system that is not there yet: unknown, not
 * zero.
 */
export function bulletinFigures(counts: BulletinCounts, places: readonly ListedPlace[]): BulletinFigures {
  const out = counts.passages.filter((row) => row.direction === "export");
  const back = counts.passages.filter((row) => row.direction === "import");
  const { backlog } = counts;
  const lines: Record<BulletinLine, number | null> = {
    vehicles: sum(counts.passages, vehicles),
    exports: sum(out, vehicles),
    exports_fruit: sum(out, vehicles, isFruit),
    exports_other: sum(out, vehicles, (row) => !isFruit(row)),
    exports_agri_kg: sum(out, (row) => row.agriKg),
    exports_agri_unweighed: sum(out, (row) => row.unweighed),
    imports: sum(back, vehicles),
    imports_agri_kg: sum(back, (row) => row.agriKg),
    imports_agri_unweighed: sum(back, (row) => row.unweighed),
    new_vehicles: sum(back, vehicles, (row) => row.goods === "new_vehicle"),
    new_vehicles_waiting: counts.newVehiclesWaiting,
    arrivals: counts.arrivals,
    backlog: sum(backlog, vehicles),
    backlog_fruit: sum(backlog, vehicles, isFruit),
    backlog_durian: sum(backlog, vehicles, (row) => row.goods === "durian"),
    backlog_other: sum(backlog, vehicles, (row) => !isFruit(row) && row.goods !== "unknown"),
    backlog_unknown: sum(backlog, vehicles, (row) => row.goods === "unknown"),
    turned_around: sum(counts.turnedAround, vehicles),
    two_way: counts.twoWay,
    fees: null,
    year_vehicles: counts.year.vehicles,
    year_new_vehicles: counts.year.newVehicles,
  };
  return { lines, places: placesOf(counts, places) };
}

/** Where one count departs from another, line by line, then place by place; empty when they agree. */
export function bulletinDifferences(was: BulletinFigures, is: BulletinFigures): BulletinChange[] {
  const lines = bulletinLines.flatMap((line): BulletinChange[] =>
    was.lines[line] === is.lines[line] ? [] : [{ line, was: was.lines[line], is: is.lines[line] }],
  );
  const keys = [...new Set([...was.places, ...is.places].map((place) => place.key))];
  const places = keys.flatMap((key) => {
    const [before, after] = [was, is].map((one) => one.places.find((place) => place.key === key)?.lines);
    return placeLines.flatMap((line): BulletinChange[] => {
      const change = { line, place: key, was: before?.[line] ?? 0, is: after?.[line] ?? 0 };
      return change.was === change.is ? [] : [change];
    });
  });
  return [...lines, ...places];
}
