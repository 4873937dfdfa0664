import type { OperationsView } from "@moc/contract/gate/operations.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { authorise } from "../../platform/authorise.ts";
import { civilDay, dayBounds, instantOf } from "../../platform/time/clock.ts";
import { shiftedDay } from "./count-bulletin.ts";
import { selectLastCounts } from "./count-store.ts";
import { waitFigures } from "./figures-store.ts";
import { noticeAlerts } from "./notice-alerts.ts";
import {
  selectExportWaits,
  selectPassages,
  selectPlaceCounts,
  selectWaitingCounts,
} from "./operations-store.ts";
import { selectOverstays } from "./overstays-store.ts";
import { type GateParts, momentKey } from "./parts.ts";
import { countPassages } from "./passages-store.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { countedDaysBack } from "./record-count.ts";
import { ordersOfRoute } from "./show-order.ts";
import { showPlace, showRoute } from "./show-route.ts";
import { mostNamed, tripAlerts } from "./trip-alerts.ts";

/** The moment that is looked at: now, or the last one of a past day. */
function momentOf({ clock }: GateParts, asOf: string | undefined) {
  const now = clock.now();
  const today = civilDay(now, clock.timeZone);
  const day = asOf ?? today;
  const { from, to } = dayBounds(day, clock.timeZone);
  const past = day < today;
  const at = past ? new Date(to.getTime() - 1) : now;
  // At midnight every calendar says closed; a past day is shown as it was at noon.
  const opening = past ? instantOf(day, "12:00", clock.timeZone) : now;
  return { day, today, past, from, at, opening };
}

const sumOf = <Row>(rows: readonly Row[], value: (row: Row) => number) =>
  rows.reduce((sum, row) => sum + value(row), 0);

/**
 * The border now, or as of the end of a past day: figures, routes with their queues, parks, alerts by harm, hours. All
 * who ask in the same moment are given the same picture.
 */
export async function readOperations(
  parts: GateParts,
  caller: Actor | null,
  input: { asOf?: string | undefined },
): Promise<OperationsView> {
  authorise(gatePolicy, "read_operations", caller, noTrip);
  const position = parts.follower.position();
  const key = `${momentKey(parts)} ${input.asOf ?? ""}`;
  return parts.operations.once(key, () => drawOperations(parts, position, input));
}

function openWithin({ registry }: GateParts, route: string, minutes: number, at: Date): number {
  const stretches = registry.openStretches(route, new Date(at.getTime() - minutes * 60_000), at);
  return stretches.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()) / 60_000, 0);
}

async function drawOperations(
  parts: GateParts,
  position: number,
  input: { asOf?: string | undefined },
): Promise<OperationsView> {
  const { day, today, past, from, at, opening } = momentOf(parts, input.asOf);
  const { db } = parts.database;
  const rules = parts.registry.rows(past ? opening : at);
  const waiting = await selectWaitingCounts(db, at, past);
  const passages = await selectPassages(db, from, at);
  const kmZero = await countPassages(db, from, at);
  const counts = await selectLastCounts(db, shiftedDay(day, -countedDaysBack), day);
  const places = await selectPlaceCounts(db, at, past);
  const waits = await selectExportWaits(db, from, at);
  const told = past ? [] : noticeAlerts(parts.notices.now(), parts.orders.now(), waiting, at);
  const alerts = [...told, ...(past ? [] : await tripAlerts(parts, at, mostNamed))];
  const hourly = await parts.hours(day, today);
  const exports = waiting.filter((row) => row.direction === "export");
  const out = passages.filter((row) => row.direction === "export");
  const openMinutes = (route: string, minutes: number) => openWithin(parts, route, minutes, at);
  const figures = { waiting, passages, counts, yards: places.yards, openMinutes };
  return {
    day,
    now: at.toISOString(),
    figures: {
      exportPassages: sumOf(out, (row) => row.passages),
      exportFruit: sumOf(out, (row) => row.fruit),
      importPassages: sumOf(passages, (row) => row.passages) - sumOf(out, (row) => row.passages),
      newVehicles: kmZero.newVehicles,
      newVehiclesWaiting: kmZero.newVehiclesWaiting,
      kmZero: { out: kmZero.out, in: kmZero.in },
      exportWaiting: sumOf(exports, (row) => row.waiting),
      durianWaiting: sumOf(exports, (row) => row.durian),
      goodsUnknownWaiting: sumOf(exports, (row) => row.unknown),
      exportWait: waitFigures(waits.median, waits.p90, waits.cases),
      arrivals: waits.arrivals,
      abroad: places.abroad,
      feeStep: "not_installed",
    },
    routes: rules.route.map((route) =>
      showRoute(route, rules, parts.registry.openness(route.key, opening), {
        ...figures,
        orders: past ? [] : ordersOfRoute(parts.orders.now(), route.key, null, at),
      }),
    ),
    parks: rules.park.map((park) => ({ ...showPlace(park, places.parks), serves: park.routes })),
    alerts,
    overstays: past ? [] : await selectOverstays(db, at),
    hourly,
    position,
  };
}
