import type { Trip } from "@moc/engines/gate/trip.ts";
import type { StrokePart } from "../../platform/stroke.ts";
import type { Remembered } from "./trip-memory.ts";
import { columnsOf } from "./trip-store.ts";

/** A trip as it is remembered, and what of it a command has changed. */
export type ChangedTrip = { before: Remembered; patch: Partial<Trip>; after: Trip };

// What passages and checks change of a trip; the columns below follow from these and from nothing that is not here.
const changing: ReadonlySet<string> = new Set<keyof Trip>([
  "state",
  "stateSince",
  "checks",
  "feeStep",
  "arrivedAt",
  "yardOut",
  "crossedAt",
  "outAt",
  "inAt",
  "returnBy",
  "returnedAt",
  "endedAt",
  "version",
]);

const columns = {
  state: "text",
  state_since: "timestamptz",
  passed_over: "text",
  arrived_at: "timestamptz",
  yard_out: "timestamptz",
  crossed_at: "timestamptz",
  back_class: "text",
  back_at: "timestamptz",
  out_at: "timestamptz",
  in_at: "timestamptz",
  return_by: "timestamptz",
  returned_at: "timestamptz",
  ended_at: "timestamptz",
} as const satisfies Partial<Record<keyof ReturnType<typeof columnsOf>, string>>;
const names = Object.keys(columns) as (keyof typeof columns)[]; // as: keys forgets them

/** What differs between two pictures of a trip; undefined when that is more than a passage or a check may change. */
export function patchOf(before: Trip, after: Trip): Partial<Trip> | undefined {
  const patch: Record<string, unknown> = {};
  const keys = Object.keys(after) as (keyof Trip)[]; // as: keys forgets them
  for (const key of keys) {
    if (after[key] === before[key]) continue;
    if (!changing.has(key)) return undefined;
    patch[key] = after[key];
  }
  return patch;
}

/** Stores what was changed of each trip unless another transaction has written it since. */
export const tripStroke: StrokePart<ChangedTrip> = {
  columns: `trip uuid, writer text, patch jsonb, ${names.map((name) => `${name} ${columns[name]}`).join(", ")}`,
  rowOf({ before: { trip, writer }, patch, after }) {
    const row = columnsOf(after);
    return { trip: trip.id, writer, patch, ...Object.fromEntries(names.map((name) => [name, row[name]])) };
  },
  update: `
    UPDATE gate_trip t SET trip = t.trip || given.patch, ${names.map((name) => `${name} = given.${name}`).join(", ")}
    FROM given WHERE t.id = given.trip AND t.xmin::text = given.writer
    RETURNING given.*, t.xmin::text AS wrote`,
};
