import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { foldAll } from "@moc/engines/gate/fold.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { readSubject, type SubjectEvent } from "../../platform/events/read-subject.ts";
import { dayBounds } from "../../platform/time/clock.ts";
import { mayNow } from "./may-next.ts";
import { organisationName } from "./owner.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, rowOf, type TripRow } from "./policy.ts";
import { ordersOfTrip } from "./show-order.ts";
import { hidden, type Names, showTrip } from "./show-trip.ts";
import { selectTransfers } from "./transfer-store.ts";
import { tripEntries } from "./trip-entries.ts";
import { findTrip } from "./trip-store.ts";

export type History = { asOf?: string | undefined; knownAt?: string | undefined };

/** Events that had occurred by the end of `asOf` and were recorded by `knownAt`. */
export function within(
  events: readonly SubjectEvent[],
  { asOf, knownAt }: History,
  timeZone: string,
): SubjectEvent[] {
  const end = asOf === undefined ? null : dayBounds(asOf, timeZone).to;
  const known = knownAt === undefined ? null : new Date(knownAt);
  return events.filter(
    (event) => (end === null || event.occurredAt < end) && (known === null || event.recordedAt <= known),
  );
}

/** The trip, if this reader may see it. @throws Refusal `not_signed_in`, `not_allowed`, `trip_not_found` */
export async function tripFor(
  parts: GateParts,
  actor: Actor | null,
  id: string,
): Promise<{ actor: Actor; trip: Trip; row: TripRow }> {
  if (actor === null) throw new Refusal("not_signed_in");
  const trip = await findTrip(parts.database.db, id);
  if (trip === undefined) throw new Refusal("trip_not_found");
  const row = rowOf(trip, rulesNow(parts));
  if (!gatePolicy.read_trip(actor, row)) throw new Refusal("not_allowed");
  return { actor, trip, row };
}

type Persons = Awaited<ReturnType<GateParts["identity"]["readPersons"]>>;

function nameOf(persons: Persons, id: string | null) {
  const person = id === null ? undefined : persons.get(id);
  return person === undefined ? hidden : { name: person?.name ?? null, erased: person === null };
}

/** Names for readers with the need; each reading of a person leaves a row in the audit. */
async function namesFor(
  parts: GateParts,
  actor: Actor,
  row: TripRow,
  trip: Trip,
): Promise<Names & { note: string | null }> {
  const ids = trip.checks.flatMap((check) => (check.decidedBy === null ? [] : [check.decidedBy]));
  const sees = gatePolicy.read_all_trips(actor, row);
  const officers = sees ? await parts.identity.nameActors(parts.database.db, ids) : new Map<string, string>();
  const { organisation, person: ownerId } = trip.owner;
  const wanted: string[] = [];
  if (gatePolicy.read_driver(actor, row)) wanted.push(trip.person);
  if (ownerId !== null && gatePolicy.read_owner(actor, row)) wanted.push(ownerId);
  const read = () =>
    parts.database.transaction((tx) => parts.identity.readPersons(tx, actor, wanted, "trip page"));
  const persons: Persons = wanted.length === 0 ? new Map() : await read();
  const owner =
    organisation === null
      ? nameOf(persons, ownerId)
      : { name: organisationName(rulesNow(parts), organisation, actor.language), erased: false };
  const note = persons.get(trip.person)?.note ?? null;
  return { officers, driver: nameOf(persons, trip.person), owner, note };
}

/** One trip as it stands, or as it stood. Only the present one says what may be done next. */
export async function readTrip(
  parts: GateParts,
  caller: Actor | null,
  input: History & { trip: string },
): Promise<{ trip: TripView }> {
  const { actor, trip: present, row } = await tripFor(parts, caller, input.trip);
  const past = input.asOf !== undefined || input.knownAt !== undefined;
  const { db } = parts.database;
  const events = past ? within(await readSubject(db, input.trip), input, parts.clock.timeZone) : [];
  const trip = past ? foldAll(null, tripEntries(events)) : present;
  if (trip === null) throw new Refusal("trip_not_found");
  const rules = rulesNow(parts);
  const may = past ? [] : mayNow(parts, rules, actor, trip);
  const waits = !past && trip.state === "holding";
  const picture = waits ? await parts.pictures(rules, trip.route, trip.direction) : null;
  const { note, ...names } = await namesFor(parts, actor, row, trip);
  const orders = past ? [] : ordersOfTrip(parts.orders.now(), trip, parts.clock.now());
  const shown = { ...showTrip(trip, may, picture, names), note, orders };
  return { trip: past ? shown : { ...shown, transfers: await selectTransfers(db, trip.id) } };
}
