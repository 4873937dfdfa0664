import { randomUUID } from "node:crypto";
import type { PersonClass, PersonData } from "@moc/contract/identity/person.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { selectReadings } from "./audit-store.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { insertPerson, type StoredPerson, selectPersons } from "./person-store.ts";
import { openPerson, sealPerson } from "./seal-person.ts";

/**
 * Keeps what is personal about one person, sealed under a key of its own. All else in the system holds the id alone.
 * A change of the data is a new person: what was known at the time stays with the act that was done on it.
 * @returns the person's id
 */
export async function savePerson(
  tx: Tx,
  parts: IdentityParts,
  personClass: PersonClass,
  data: PersonData,
): Promise<string> {
  const id = randomUUID();
  await insertPerson(tx, id, personClass, sealPerson(parts.keys.wrap, id, data), parts.clock.now());
  return id;
}

/** Whoever has one page open reads it anew with each change at the border: for this time that is one reading, ms. */
const oneReading = 15 * 60_000;

/**
 * Opens persons for a reader; one row of the audit each, in the same transaction, unless the same reader read the same
 * person for the same purpose in the last quarter of an hour. The calling room has checked that the reader may see them.
 * A driver's link reads its own person without audit.
 * @param why the purpose, e.g. `check desk`; no personal data
 * @returns per id the data, or null once erased; unknown ids are missing
 */
export async function readPersons(
  tx: Tx,
  parts: IdentityParts,
  actor: Actor,
  ids: readonly string[],
  why: string,
): Promise<Map<string, PersonData | null>> {
  const persons = await selectPersons(tx, ids);
  if (actor.kind !== "link") {
    const since = new Date(parts.machineNow().getTime() - oneReading);
    const kept = await selectReadings(tx, { actor: actor.id, why, since }, ids);
    const read = persons.filter((row) => row.erased_at === null && !kept.has(row.id));
    await keepAudit(
      tx,
      parts,
      actor,
      read.map((row) => ({ action: "person_read", subject: row.id, why })),
    );
  }
  return new Map(persons.map((row) => [row.id, openStored(parts, row)]));
}

/** A stored person's data, null once erased. */
export function openStored(parts: IdentityParts, row: StoredPerson): PersonData | null {
  if (row.wrapped_key === null || row.sealed === null) return null;
  return openPerson(parts.keys.wrap, row.id, { wrappedKey: row.wrapped_key, sealed: row.sealed });
}

/**
 * Reasons are kept for ever, so they must not say what an erasure is to take away.
 * @throws Refusal `why_names_person` when the text contains the person's name, paper, phone or address
 */
export function refuseNaming(why: string, data: PersonData | null): void {
  if (data === null) return;
  if (names(why, data)) {
    throw new Refusal("why_names_person", { field: "why" });
  }
}

// Shorter ones stand in ordinary words by chance.
const shortest = 4;

function names(text: string, data: PersonData): boolean {
  const fold = (value: string) => value.normalize("NFC").toLowerCase();
  const secrets = [data.name, data.paper, data.phone, data.email].filter((value) => value !== undefined);
  return secrets.some((secret) => secret.length >= shortest && fold(text).includes(fold(secret)));
}

/** Whether one of the texts, which are to be kept for ever, names one of these persons. The house asks; nobody reads. */
export async function namesPerson(
  tx: Tx,
  parts: IdentityParts,
  ids: readonly string[],
  texts: readonly string[],
): Promise<boolean> {
  if (texts.length === 0) return false;
  const known = (await selectPersons(tx, ids)).map((row) => openStored(parts, row));
  return known.some((data) => data !== null && texts.some((text) => names(text, data)));
}
