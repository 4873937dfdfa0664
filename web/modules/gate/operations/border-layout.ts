import type { BorderModel, BorderPark, BorderRoute, LaneGroup, LaneKind } from "./border-model.ts";

/** Pixels of the drawing, in the units of its view box. */
export const frame = {
  width: 900,
  head: 44,
  trunk: 30,
  yard: 92,
  road: 226,
  border: 490,
  far: 650,
  foreign: 658,
};

export type Lane = { y: number; kind: LaneKind | "unknown" | "planned"; direction: "out" | "in" };
export type Bead = { x: number; y: number };
export type Row = {
  route: BorderRoute;
  top: number;
  name: number;
  mid: number;
  bottom: number;
  /** Distance from the middle of the road to the inner edge of a marker post. */
  post: number;
  lanes: readonly Lane[];
  beads: { out: readonly Bead[]; in: readonly Bead[] };
  /** Where the count of the queue is written: behind its last bead. */
  tail: { out: Bead; in: Bead };
};
export type Band = { park: BorderPark | undefined; order: BorderRoute["order"]; top: number; bottom: number };
export type Layout = { rows: readonly Row[]; bands: readonly Band[]; height: number; perBead: number };

const lane = { first: 5, gap: 7 };
const bead = { pitch: 11, gap: 7, out: 448, in: 524, mostOut: 17, mostIn: 9 };
const units = [5, 10, 20, 50, 100, 200, 500];
const kinds: readonly LaneKind[] = ["ordinary", "oversize", "guided"];

/** Lanes of one direction from the middle outwards: ordinary, oversize, guided, then what is only planned. */
function lanesOf(groups: readonly LaneGroup[], direction: "out" | "in"): Lane[] {
  const mine = groups.filter((group) => group.direction === direction);
  if (mine.length === 0 || mine.some((group) => group.count === null)) {
    return [1.5, 8.5].map((y) => ({ y, kind: "unknown", direction }));
  }
  const built = kinds.flatMap((kind) =>
    mine
      .filter((group) => group.kind === kind)
      .flatMap((group) => Array<LaneKind>(group.count ?? 0).fill(kind)),
  );
  const planned = mine.reduce((sum, group) => sum + group.planned, 0);
  const all: Lane["kind"][] = [...built, ...(planned > 0 ? (["planned"] as const) : [])];
  return all.map((kind, at) => ({ y: lane.first + lane.gap * at, kind, direction }));
}

/** How many lanes a queue can stand on: the ordinary ones, at least one. */
const standing = (lanes: readonly Lane[], direction: "out" | "in"): number =>
  Math.max(
    1,
    Math.min(3, lanes.filter((one) => one.direction === direction && one.kind === "ordinary").length),
  );

/** The fewest vehicles per bead with which every queue of the border fits on its lanes. */
function vehiclesPerBead(routes: readonly BorderRoute[]): number {
  const fits = (unit: number) =>
    routes.every((route) => {
      const lanes = (["out", "in"] as const).flatMap((direction) => lanesOf(route.lanes, direction));
      const per = route.mode === "rail" ? 1 : unit;
      return (
        Math.ceil((route.queue.out ?? 0) / per) <= bead.mostOut * standing(lanes, "out") &&
        Math.ceil((route.queue.in ?? 0) / per) <= bead.mostIn * standing(lanes, "in")
      );
    });
  return units.find(fits) ?? 1000;
}

/** Beads from the border backwards, filled lane by lane so that a column is complete before the next begins. */
function beadsOf(count: number, lanes: number, mid: number, side: "out" | "in"): Bead[] {
  const down = side === "out" ? 1 : -1;
  return Array.from({ length: count }, (_, at) => ({
    x:
      side === "out"
        ? bead.out - bead.pitch * Math.floor(at / lanes)
        : bead.in + bead.pitch * Math.floor(at / lanes),
    y: mid + down * (lane.first + bead.gap * (at % lanes)),
  }));
}

function rowOf(route: BorderRoute, top: number, perBead: number): Row {
  const lanes = [...lanesOf(route.lanes, "in"), ...lanesOf(route.lanes, "out")];
  const half = route.mode === "rail" ? 4 : Math.max(8.5, ...lanes.map((one) => one.y));
  const mid = top + 26 + Math.max(18, half + 6);
  const side = (direction: "out" | "in") => {
    const per = route.mode === "rail" ? 1 : perBead;
    const rows = route.mode === "rail" ? 1 : standing(lanes, direction);
    const most = (direction === "out" ? bead.mostOut : bead.mostIn) * rows;
    const count = Math.min(most, Math.ceil((route.queue[direction] ?? 0) / per));
    const beads = beadsOf(
      count,
      rows,
      route.mode === "rail" ? mid - (direction === "out" ? 5 : -5) : mid,
      direction,
    );
    const columns = Math.ceil(count / rows);
    const x = direction === "out" ? bead.out + 5 - bead.pitch * columns : bead.in + bead.pitch * columns + 3;
    const offset = lane.first + (bead.gap * (Math.min(rows, Math.max(count, 1)) - 1)) / 2;
    const y = route.mode === "rail" ? mid : mid + (direction === "out" ? offset : -offset);
    return { beads, tail: { x, y } };
  };
  const out = side("out");
  const into = side("in");
  return {
    route,
    top,
    name: top + 18,
    mid,
    bottom: mid + Math.max(24, half + 15),
    post: Math.max(9.5, half + 4.5),
    lanes: lanes.map((one) => ({ ...one, y: mid + (one.direction === "out" ? one.y : -one.y) })),
    beads: { out: out.beads, in: into.beads },
    tail: { out: out.tail, in: into.tail },
  };
}

/** Places every route from north-west to south-east; a park or an order takes a band below its route. */
export function layoutBorder(model: BorderModel): Layout {
  const perBead = vehiclesPerBead(model.routes);
  const rows: Row[] = [];
  const bands: Band[] = [];
  let top = frame.head + 6;
  for (const route of model.routes) {
    const row = rowOf(route, top, perBead);
    rows.push(row);
    top = row.bottom;
    // The park in which an order holds trucks comes first: the order is drawn beside it.
    const parks = model.parks
      .filter((park) => park.after === route.key)
      .toSorted((a, b) => Number(b.key === route.order?.park) - Number(a.key === route.order?.park));
    const count = Math.max(parks.length, route.order ? 1 : 0);
    for (let at = 0; at < count; at++) {
      const order = at === 0 ? route.order : undefined;
      const bottom = top + (order ? 66 : 36);
      bands.push({ park: parks[at], order, top, bottom });
      top = bottom;
    }
  }
  return { rows, bands, height: top + 22, perBead };
}
