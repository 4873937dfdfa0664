import { StoryLine } from "@moc/contract/gate/trip.ts";
import type { Plate } from "@moc/contract/gate/vehicle.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { fold } from "@moc/engines/gate/fold.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import type { Db } from "../../platform/database/handle.ts";
import { readSubject, type SubjectEvent } from "../../platform/events/read-subject.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy } from "./policy.ts";
import { type History, tripFor, within } from "./read-trip.ts";
import { selectTransfers } from "./transfer-store.ts";
import { tripEntries } from "./trip-entries.ts";

/** The plate that went when another truck took over the trip: `was`. The event itself says only what stands now. */
function swapped(before: Trip | null, after: Trip | null): { was?: Plate } {
  const plate = before?.vehicle.plate;
  return plate === undefined || plate.number === after?.vehicle.plate.number ? {} : { was: plate };
}

const ofPair: readonly string[] = ["gate.transfer_paired", "gate.cargo_transferred"];

/** What happened to the transfers in which the truck of this trip is the other one: written on the Chinese truck's trip. */
async function readPairings(db: Db, trip: string): Promise<SubjectEvent[]> {
  const others = (await selectTransfers(db, trip)).filter((transfer) => transfer.partner === trip);
  const events = await Promise.all(others.map((transfer) => readSubject(db, transfer.trip)));
  return events.flat().filter(({ kind, data }) => {
    const { transfer } = Object(data);
    return ofPair.includes(kind) && others.some(({ id }) => id === transfer);
  });
}

/** All that happened to one trip, in order; actors by name for those who see every trip, by organisation for the rest. */
export async function readStory(
  parts: GateParts,
  caller: Actor | null,
  input: History & { trip: string },
): Promise<{ lines: StoryLine[]; sealed: boolean }> {
  const { actor, row } = await tripFor(parts, caller, input.trip);
  const { db } = parts.database;
  const own = await readSubject(db, input.trip);
  const told = [...own, ...(await readPairings(db, input.trip))].toSorted(
    (one, other) => one.seq - other.seq,
  );
  const events = within(told, input, parts.clock.timeZone);
  const named = gatePolicy.read_all_trips(actor, row)
    ? await parts.identity.nameActors(
        db,
        events.map((event) => event.actorId),
      )
    : new Map<string, string>();
  let trip: Trip | null = null;
  const lines = events.map((event): StoryLine => {
    const before: Trip | null = trip;
    if (event.subject === input.trip) for (const entry of tripEntries([event])) trip = fold(trip, entry);
    const after: Trip | null = trip;
    return StoryLine.parse({
      kind: event.kind,
      occurredAt: event.occurredAt.toISOString(),
      recordedAt: event.recordedAt.toISOString(),
      position: event.position,
      actor: {
        kind: event.actorKind,
        name: named.get(event.actorId) ?? null,
        organisation: event.organisation,
        role: event.actorRole,
      },
      state: after !== null && after.state !== before?.state ? after.state : null,
      data: { ...Object(event.data), ...swapped(before, after) },
      simulated: event.simulated,
    });
  });
  return { lines, sealed: events.every((event) => event.position !== null) };
}
