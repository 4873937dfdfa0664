import type { TripKind } from "@moc/contract/gate/declaration.ts";
import type { TripState } from "@moc/contract/gate/trip.ts";
import type { Row, Table, TripStep } from "./trip-row.ts";
import { exportCn, importVn } from "./trip-table-cross-plate.ts";
import { exportVn } from "./trip-table-export.ts";
import { importCn, importNewVehicle } from "./trip-table-import.ts";

/** The state tables, one per kind of trip: the only truth about what may follow what. */
export const tripTables: Record<TripKind, Table> = {
  export_vn: exportVn,
  export_cn: exportCn,
  import_cn: importCn,
  import_vn: importVn,
  import_new_vehicle: importNewVehicle,
};

// What may follow a trip is asked some forty times for every answer: the rows lie ready by kind, step and state.
const rowsReady = new Map(
  Object.entries(tripTables).map(([kind, table]) => [
    kind,
    new Map(Object.entries(table).map(([step, rows]) => [step, byState(rows)])),
  ]),
);

function byState(rows: readonly Row[]): Map<TripState, Row> {
  return new Map(rows.flatMap((row) => row.from.map((from) => [from, row] as const)));
}

/** The one row that applies to a step from a state, or undefined when the table has none. */
export function rowFor(kind: TripKind, from: TripState, step: TripStep): Row | undefined {
  return rowsReady.get(kind)?.get(step)?.get(from);
}

/** States from which nothing follows, but that a withdrawal can be undone for a while. */
export const finalStates = [
  "closed",
  "withdrawn",
  "refused",
  "expired",
] as const satisfies readonly TripState[];

/** How far each state is along the way of its kind; states of one rank are alternatives. Side exits have no rank. */
const ways = {
  export_vn: [
    ["declared"],
    ["travelling"],
    ["holding"],
    ["called"],
    ["at_gate"],
    ["in_yard"],
    ["checks_done"],
    ["released"],
    ["abroad"],
    ["returned", "crossed_in"],
    ["closed"],
  ],
  import_cn: [
    ["declared"],
    ["crossed_in"],
    ["in_yard"],
    ["checks_done"],
    ["transferred", "inland_allowed"],
    ["released"],
    ["closed"],
  ],
  export_cn: [
    ["declared"],
    ["crossed_in"],
    ["in_yard"],
    ["transferred"],
    ["checks_done"],
    ["released"],
    ["closed"],
  ],
  import_vn: [
    ["declared"],
    ["abroad"],
    ["crossed_in", "returned"],
    ["in_yard"],
    ["checks_done"],
    ["released"],
    ["closed"],
  ],
  import_new_vehicle: [["declared"], ["crossed_in"], ["in_yard"], ["checks_done"], ["released"], ["closed"]],
} as const satisfies Record<TripKind, readonly (readonly TripState[])[]>;

/** Number of stages before a state on the way of a kind of trip, or -1 for a state that is not on it. */
export function rankOf(kind: TripKind, state: TripState): number {
  return ways[kind].findIndex((stage: readonly TripState[]) => stage.includes(state));
}
