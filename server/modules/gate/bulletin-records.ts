import type { BulletinRecord } from "@moc/contract/gate/bulletin.ts";
import { bulletinEvents } from "@moc/contract/gate/events.ts";
import type { Db, Tx } from "../../platform/database/handle.ts";
import { readSubject, type SubjectEvent } from "../../platform/events/read-subject.ts";
import type { GateParts } from "./parts.ts";

/** The subject under which the log keeps all records of one day's bulletin: the day, written as an id (RFC 9562, version 8). */
export function bulletinSubject(day: string): string {
  return `b0113713-0000-8000-8000-0000${day.replaceAll("-", "")}`;
}

type Unnamed = Omit<BulletinRecord, "issuedBy"> & { actor: string; organisation: string | null };

function recordOf({ kind, data, recordedAt, actorId, organisation }: SubjectEvent): Unnamed[] {
  const who = { issuedAt: recordedAt.toISOString(), actor: actorId, organisation };
  if (kind === "gate.bulletin_issued") {
    const issued = bulletinEvents["gate.bulletin_issued"].parse(data);
    return [{ ...issued, ...who, number: 0, changed: [], reason: null }];
  }
  return kind === "gate.bulletin_corrected"
    ? [{ ...bulletinEvents["gate.bulletin_corrected"].parse(data), ...who }]
    : [];
}

/** Every record of one day's bulletin, oldest first, from the log itself: they have no table that could differ from it. */
export async function readRecords(db: Db | Tx, day: string): Promise<Unnamed[]> {
  return (await readSubject(db, bulletinSubject(day))).flatMap(recordOf);
}

/** The same with the names of the officers. */
export async function readNamedRecords(
  { database: { db }, identity }: Pick<GateParts, "database" | "identity">,
  day: string,
): Promise<BulletinRecord[]> {
  const records = await readRecords(db, day);
  const names = await identity.nameActors(
    db,
    records.map((record) => record.actor),
  );
  return records.map(({ actor, organisation, ...record }) => ({
    ...record,
    issuedBy: { name: names.get(actor) ?? null, organisation },
  }));
}
