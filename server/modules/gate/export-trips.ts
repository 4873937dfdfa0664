import type { TripRow } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { csvLine } from "../../platform/files/csv.ts";
import { listTrips } from "./list-trips.ts";
import type { GateParts } from "./parts.ts";

/** The columns of the export, in order. None of them tells of a person. */
const columns = {
  code: (row) => row.code,
  kind: (row) => row.kind,
  state: (row) => row.state,
  state_since: (row) => row.stateSince,
  route: (row) => row.route,
  direction: (row) => row.direction,
  plate_country: (row) => row.plate.country,
  plate: (row) => row.plate.number,
  goods: (row) => row.goods.map((line) => line.name).join("; "),
  goods_classes: (row) => row.goods.map((line) => line.class).join("; "),
  weight_kg: (row) => row.weightKg,
  stream: (row) => row.stream,
  waiting_since: (row) => row.liveAt,
  ticket: (row) => row.ticket,
  yard: (row) => row.yard,
  simulated: (row) => String(row.simulated),
} as const satisfies Record<string, (row: TripRow) => string | number | null>;

export const exportColumns = Object.keys(columns);

const page = 200;

/** The trips that changed on a civil day and that the actor may see, as lines of CSV, the head first. */
export async function* exportTrips(parts: GateParts, actor: Actor, day: string): AsyncGenerator<string> {
  yield csvLine(exportColumns);
  let after: string | undefined;
  do {
    const { rows, next } = await listTrips(parts, actor, { day, after, limit: page });
    for (const row of rows) yield csvLine(Object.values(columns).map((read) => read(row)));
    after = next ?? undefined;
  } while (after !== undefined);
}
