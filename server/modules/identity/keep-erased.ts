import { systemActor } from "@moc/contract/values/actor.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { appendEvents, type NewEvent } from "../../platform/events/append.ts";
import type { SealedEvent } from "../../platform/events/seal.ts";
import type { Platform } from "../../platform/platform.ts";
import { erase } from "./erase-person.ts";
import { type Erasure, type ErasureGround, readErased, writeErased } from "./erased-list.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { selectErasures, selectHeld } from "./person-store.ts";

const step = 500; // persons a transaction

/**
 * Erasures survive the restore of an older backup. Persons on the list in the data folder whose data is here again are
 * erased again; erasures that the list lacks are added to it, now and as the log tells of them.
 * @returns how many persons were erased again
 */
export async function keepErased(platform: Platform, parts: IdentityParts): Promise<number> {
  const { database, follower, settings, log } = platform;
  let unwritten: Erasure[] = [];
  const put = () => {
    try {
      writeErased(settings.dataDir, unwritten);
      unwritten = [];
    } catch (err) {
      log.error({ err }, "the list of erased persons could not be written; it is tried again with the next");
    }
  };
  const listed = readErased(settings.dataDir) ?? [];
  follower.listen((events) => {
    const erased = events.filter((event) => event.kind === "identity.person_erased");
    if (erased.length === 0) return;
    unwritten.push(...erased.map(erasureOf));
    put();
  });
  const known = new Set(listed.map(({ person }) => person));
  unwritten.push(...(await selectErasures(database.db)).filter(({ person }) => !known.has(person)));
  put();
  return eraseAgain(parts, listed);
}

async function eraseAgain(parts: IdentityParts, listed: readonly Erasure[]): Promise<number> {
  let again = 0;
  for (let from = 0; from < listed.length; from += step) {
    const part = listed.slice(from, from + step);
    again += await parts.database.transaction(async (tx) => {
      const held = new Set(
        await selectHeld(
          tx,
          part.map(({ person }) => person),
        ),
      );
      for (const ground of new Set(part.map((one) => one.ground))) {
        const persons = part.filter((one) => one.ground === ground && held.has(one.person));
        await eraseOf(
          tx,
          parts,
          persons.map(({ person }) => person),
          ground,
        );
      }
      return held.size;
    });
  }
  return again;
}

async function eraseOf(
  tx: Tx,
  parts: IdentityParts,
  persons: string[],
  ground: ErasureGround,
): Promise<void> {
  const events: NewEvent[] = [];
  const erased = await erase(tx, parts, persons, ground, (event) => events.push(event));
  const after = { ground, restored: true };
  await keepAudit(
    tx,
    parts,
    systemActor,
    erased.map((subject) => ({ action: "person_erased", subject, after })),
  );
  await appendEvents(tx, systemActor, null, parts.clock.now(), events);
}

const erasureOf = ({ data }: SealedEvent): Erasure => data as Erasure; // as: what `erase` says in this event
