import type { FiledDeclaration } from "@moc/contract/gate/declaration.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { amendable } from "@moc/engines/gate/amend.ts";
import { organisationName } from "./owner.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy } from "./policy.ts";
import { tripFor } from "./read-trip.ts";

/**
 * What was filed, as it stands after every amendment, with the driver's papers: it fills the form that amends. Each
 * reading leaves a row in the audit.
 */
export async function readDeclaration(
  parts: GateParts,
  caller: Actor | null,
  input: { trip: string },
): Promise<{ declaration: FiledDeclaration }> {
  const { actor, trip, row } = await tripFor(parts, caller, input.trip);
  if (!gatePolicy.read_declaration(actor, row)) throw new Refusal("not_allowed");
  const { organisation, person: ownerId } = trip.owner;
  const ids = ownerId === null ? [trip.person] : [trip.person, ownerId];
  const persons = await parts.database.transaction((tx) =>
    parts.identity.readPersons(tx, actor, ids, "declaration form"),
  );
  const person = persons.get(trip.person) ?? null;
  const owner =
    organisation === null
      ? (persons.get(ownerId ?? "")?.name ?? null)
      : organisationName(rulesNow(parts), organisation, actor.language);
  const { kind, regime, route, vehicle, goods, customsNumbers, quarantine, version } = trip;
  const phone = person?.phone;
  const driver = person === null ? null : { name: person.name, paper: person.paper ?? "" };
  return {
    declaration: {
      kind,
      regime,
      route,
      vehicle,
      driver: driver === null || phone === undefined ? driver : { ...driver, phone },
      owner,
      goods,
      customsNumbers,
      quarantine,
      note: person?.note ?? null,
      amendable: amendable(trip),
      version,
    },
  };
}
