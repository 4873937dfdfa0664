import type { TripRow, TripView } from "@moc/contract/gate/trip.ts";
import type { May } from "@moc/contract/values/may.ts";
import { carried, transfersOf } from "@moc/engines/gate/leg.ts";
import type { ReturnLoad, Trip } from "@moc/engines/gate/trip.ts";
import type { Picture } from "./queue-picture.ts";

/** Names that a reader may see; missing ones are not for this reader. */
type Named = { name: string | null; erased: boolean };
export type Names = {
  driver: Named;
  owner: Named;
  officers: ReadonlyMap<string, string>;
};

/** A name that is not for this reader. */
export const hidden: Named = { name: null, erased: false };

export const noNames: Names = { driver: hidden, owner: hidden, officers: new Map() };

/** One line of a list. Weight is known when every line of the goods states its own. */
export function showRow(trip: Trip, officers: Names["officers"] = new Map()): TripRow {
  const { goods, direction } = carried(trip);
  const weights = goods.map((line) => line.weightKg);
  const known = weights.length > 0 && weights.every((weight) => weight !== undefined);
  return {
    id: trip.id,
    code: trip.code,
    kind: trip.kind,
    state: trip.state,
    direction,
    route: trip.route,
    plate: trip.vehicle.plate,
    goods,
    stream: trip.stream,
    weightKg: known ? weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0) : null,
    liveAt: trip.liveAt,
    ticket: trip.ticket,
    yard: trip.yardOut === null ? trip.yard : null,
    checks: trip.checks.map(({ decidedBy, references: _, reference = null, ...check }) => ({
      ...check,
      reference,
      officer: decidedBy === null ? null : (officers.get(decidedBy) ?? null),
    })),
    stateSince: trip.stateSince,
    simulated: trip.simulated,
  };
}

function backOf({ goods, customsNumbers, quarantine }: ReturnLoad): TripView["back"] {
  return { goods, customsNumbers, quarantine };
}

/** Whether the truck is across its own border: a Vietnamese one abroad, a Chinese one here. */
function isAcross({ state, inAt, outAt, endedAt }: Trip): boolean {
  return state === "abroad" || (inAt !== null && outAt === null && endedAt === null);
}

/** One trip whole, as its reader may see it. `picture` of its queue while it holds a place. */
export function showTrip(trip: Trip, may: May[], picture: Picture | null, names: Names = noNames): TripView {
  const standing = picture?.byTrip.get(trip.id);
  const { customsNumbers, quarantine } = carried(trip);
  return {
    ...showRow(trip, names.officers),
    regime: trip.regime,
    gate: trip.gate,
    owner: { ...trip.owner, ...names.owner },
    declarant: trip.declarant,
    onBehalf: trip.onBehalf ?? null,
    payloadClass: trip.vehicle.payloadClass,
    vin: trip.vehicle.vin ?? null,
    trailer: trip.vehicle.trailer ?? null,
    containers: trip.vehicle.containers,
    customsNumbers,
    quarantine,
    note: null,
    driver: { person: trip.person, ...names.driver },
    signals: trip.signals,
    slot: trip.yardOut === null ? trip.slot : null,
    transferredTo: trip.transferredTo,
    transfers: transfersOf(trip).map((transfer) => ({ ...transfer, trip: trip.id })),
    diversions: trip.diversions.map(({ from, to, at, reason }) => ({ from, to, at, reason })),
    back: trip.back === null ? null : backOf(trip.back),
    feeStep: trip.feeStep,
    place: standing?.place ?? null,
    streamPlace: standing?.streamPlace ?? null,
    ahead: standing === undefined ? null : standing.place - 1,
    waiting: picture?.order.length ?? null,
    booking: trip.booking,
    postponedUntil: trip.postponedUntil,
    returnBy: isAcross(trip) ? trip.returnBy : null,
    twoWay: trip.twoWay ?? false,
    version: trip.version,
    orders: [],
    may,
  };
}
