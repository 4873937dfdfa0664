import { isDeepStrictEqual } from "node:util";
import { type AmendField, amendFields, type NewDriver } from "@moc/contract/gate/declaration.ts";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { GoodsLine } from "@moc/contract/gate/goods.ts";
import type { TripState } from "@moc/contract/gate/trip.ts";
import { kindFaults, kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Vehicle } from "@moc/contract/gate/vehicle.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { amendable } from "@moc/engines/gate/amend.ts";
import { restatedChecks } from "@moc/engines/gate/checks.ts";
import { loadedLater } from "@moc/engines/gate/loaded-later.ts";
import { boundBySlot } from "@moc/engines/gate/slots.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { limitFor } from "@moc/engines/registry/rules.ts";
import { changeTrip, type Situation, type TripCommandInput } from "./change-trip.ts";
import { refuseSteered } from "./declare-steered.ts";
import { type Filing, fileOf } from "./filing.ts";
import { inOwnFields } from "./own-fields.ts";
import type { GateParts, ZoneRules } from "./parts.ts";
import { ensureQueue } from "./queue-store.ts";
import { refuseAbsent } from "./refuse-absent.ts";
import { refuseNames, textsOf } from "./refuse-names.ts";
import { refuseTwin } from "./refuse-twin.ts";
import { placeFor } from "./rules.ts";

type Input = TripCommandInput & {
  vehicle?: Vehicle | undefined;
  driver?: NewDriver | undefined;
  goods?: GoodsLine[] | undefined;
  route?: string | undefined;
  customsNumbers?: string[] | undefined;
};

function refuseFixed(trip: Trip, asked: readonly AmendField[]): void {
  const open = amendable(trip);
  const fixed = asked.find((field) => !open.includes(field));
  if (fixed !== undefined) throw new Refusal("amend_too_late", { field: fixed, params: { field: fixed } });
  if (asked.length === 0) throw new Refusal("nothing_to_amend");
}

/** As it stands in the store, where what is left out is not there at all. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What says what it said before is no amendment. Whether a driver is the same one is not known here: names lie apart. */
function refuseUnchanged(trip: Trip, input: Input): void {
  const stated = (["vehicle", "goods", "route", "customsNumbers"] as const).filter(
    (field) => input[field] !== undefined,
  );
  const same = stated.find((field) => isDeepStrictEqual(plain(input[field]), plain(trip[field])));
  if (same !== undefined) throw new Refusal("amend_unchanged", { field: same, params: { part: same } });
}

/** What is stated anew has to go with the kind of the trip as the first filing had to. */
function refuseMisfit(trip: Trip, stated: Partial<Pick<Trip, "vehicle" | "goods">>): void {
  const fault = kindFaults({ ...trip, ...stated }).find(
    ({ field }) => stated[field.startsWith("goods") ? "goods" : "vehicle"] !== undefined,
  );
  if (fault !== undefined) throw new Refusal(fault.code, { field: fault.field });
}

/** What the rules of checks look at: only an amendment of these asks them anew, as they are on that day. */
const ruled: ReadonlySet<AmendField> = new Set(["vehicle", "goods", "route"]);

/** A slot is not handed over: it stays with truck, route and stream. @throws Refusal `slot_bound` */
function refuseBound(trip: Trip, { vehicle, route, stream }: Filing): void {
  const was = trip.vehicle;
  const sameTruck = vehicle.plate.number === was.plate.number && vehicle.vin === was.vin;
  if (!boundBySlot(trip) || (sameTruck && route === trip.route && stream === trip.stream)) return;
  throw new Refusal("slot_bound", {
    field: sameTruck ? (route === trip.route ? "goods" : "route") : "vehicle",
  });
}

function isUnsorted(rules: ZoneRules, stream: string): boolean {
  return rules.stream.find((row) => row.key === stream)?.unsorted ?? true;
}

/**
 * A truck that waits and changes to another queue or stream joins it at the end with a new ticket. Only who merely says
 * what goods were not yet known keeps the ticket: it has stood since then, and nobody can arrive earlier by it. Who says
 * so, or adds goods, after the dated limit was loaded while it held its place, and joins at the end.
 */
async function requeue(situation: Situation, filing: Filing): Promise<GateEvent[]> {
  const { trip, rules, queue, hold, now } = situation;
  if (trip.state !== "holding" || trip.ticket === null || queue === undefined) return [];
  const { route, stream, goods } = filing;
  const limit = limitFor(rules.time_limit, "goods_named", trip.route);
  const late = loadedLater(trip, goods, now.toISOString(), limit?.minutes ?? null);
  const stands = { route, stream, ticket: trip.ticket, liveAt: trip.liveAt ?? now.toISOString() };
  if (route === trip.route) {
    if (stream === trip.stream && !late) return [];
    if (isUnsorted(rules, trip.stream) && trip.goods.length === 0 && !late) {
      return [{ kind: "gate.requeued", data: { ...stands, cause: "goods_known" } }];
    }
    const ticket = queue.nextTicket;
    queue.nextTicket += 1;
    const moved = { ...stands, ticket, liveAt: now.toISOString() };
    return [{ kind: "gate.requeued", data: { ...moved, cause: late ? "loaded_later" : "stream_changed" } }];
  }
  if (placeFor(rules, route, trip.place ?? route, { parks: true }) !== "serves") {
    throw new Refusal("place_serves_other_route", { field: "route" });
  }
  const other = await hold(route);
  const ticket = other?.nextTicket ?? 1;
  if (other !== undefined) other.nextTicket += 1;
  const moved = { ...stands, ticket, liveAt: now.toISOString() };
  return [{ kind: "gate.requeued", data: { ...moved, cause: "route_changed" } }];
}

// Called and not yet checked: goods may still be put right.
const calledStates: readonly TripState[] = ["called", "at_gate", "in_yard"];

/** A call is its stream's: nobody takes the turn of one kind of goods with another. @throws Refusal `stream_after_call` */
function refuseOtherStream(trip: Trip, { stream }: Filing): void {
  if (!kindTraits[trip.kind].queued || !calledStates.includes(trip.state) || stream === trip.stream) return;
  throw new Refusal("stream_after_call", { field: "goods" });
}

/** A new driver is a new person; the link of the one before ends with him. */
async function swapDriver(
  parts: GateParts,
  { tx, actor, trip }: Situation,
  driver: NewDriver,
): Promise<string> {
  await parts.identity.revokeLinks(tx, actor, trip.id);
  return parts.identity.savePerson(tx, "driver", driver);
}

const asAmended = {
  "declaration.route": "route",
  "declaration.vehicle.plate": "vehicle.plate",
  "declaration.vehicle.vin": "vehicle.vin",
} as const;

/**
 * Amends what is not yet fixed. Owner, declarant, kind and regime never change: a place is not handed over.
 * @throws Refusal `amend_too_late` naming the field, `nothing_to_amend`, `amend_unchanged`, `slot_bound`, and those of a declaration
 */
export function amendDeclaration(parts: GateParts, actor: Actor | null, input: Input) {
  return changeTrip(parts, actor, "amend", input, (situation) =>
    inOwnFields(asAmended, () => amended(parts, situation, input)),
  );
}

async function amended(parts: GateParts, situation: Situation, input: Input): Promise<GateEvent[]> {
  const { trip, tx, rules, now } = situation;
  const asked = amendFields.filter((field) => input[field] !== undefined);
  refuseFixed(trip, asked);
  refuseUnchanged(trip, input);
  const { vehicle = trip.vehicle, goods = trip.goods, route = trip.route } = input;
  const { customsNumbers = trip.customsNumbers, driver } = input;
  refuseMisfit(trip, {
    ...(input.vehicle !== undefined && { vehicle }),
    ...(input.goods !== undefined && { goods }),
  });
  if (input.vehicle !== undefined) {
    await refuseTwin(tx, vehicle, trip.id);
    if (vehicle.plate.number !== trip.vehicle.plate.number)
      await refuseAbsent(tx, rules, { filer: trip, vehicle, direction: trip.direction, at: now });
  }
  const person = driver === undefined ? trip.person : await swapDriver(parts, situation, driver);
  await refuseNames(parts, tx, { person, owner: trip.owner }, textsOf({ ...trip, goods, customsNumbers }));
  const filing = fileOf(rules, { ...trip, vehicle, goods, route, customsNumbers }, person);
  if (route !== trip.route) {
    refuseSteered(parts, { ...trip, route, goods }, now);
    // The queue that it will join has to be there, also for a truck that does not wait yet.
    if (kindTraits[trip.kind].queued) await ensureQueue(tx, route, trip.direction);
  }
  const checks = asked.some((field) => ruled.has(field))
    ? restatedChecks(trip, filing.checks)
    : trip.checks.map((check) => check.kind);
  refuseBound(trip, filing);
  refuseOtherStream(trip, filing);
  const requeued = await requeue(situation, filing);
  // First the place, then the paper: the queue's history tells a move before what it was for.
  return [...requeued, { kind: "gate.amended", data: { ...filing, checks, changed: asked } }];
}
