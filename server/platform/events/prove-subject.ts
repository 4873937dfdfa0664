import { sql } from "kysely";
import type { Db } from "../database/handle.ts";
import { type EventRow, eventColumns, genesis, link, readHead } from "./seal.ts";

/** One event in the chain: its link, the link before, and whether the link follows from what is stored. */
export type ProvenEvent = {
  kind: string;
  recordedAt: Date;
  /** null: not yet sealed. */
  position: number | null;
  previous: string | null;
  hash: string | null;
  holds: boolean;
};

/** Recomputes the links of everything that was recorded about one subject, beside the last link of the chain. */
export async function proveSubject(
  db: Db,
  subject: string,
): Promise<{ events: ProvenEvent[]; head: { position: number; hash: string } }> {
  const { rows } = await sql<
    EventRow & { position: number | null; hash: Buffer | null; previous: Buffer | null }
  >`
    SELECT ${eventColumns}, s.position, s.hash, before.hash AS previous
    FROM event e LEFT JOIN event_seal s ON s.seq = e.seq
    LEFT JOIN event_seal before ON before.position = s.position - 1
    WHERE e.subject = ${subject} ORDER BY e.seq`.execute(db);
  const head = await readHead(db);
  const events = rows.map(({ position, hash, previous, ...event }): ProvenEvent => {
    const { kind, recordedAt } = event;
    if (position === null || hash === null) {
      return { kind, recordedAt, position: null, previous: null, hash: null, holds: true };
    }
    const before = previous ?? genesis;
    const holds = (position === 1 || previous !== null) && link(before, position, event).equals(hash);
    return {
      kind,
      recordedAt,
      position,
      previous: before.toString("hex"),
      hash: hash.toString("hex"),
      holds,
    };
  });
  return { events, head: { position: head.position, hash: head.hash.toString("hex") } };
}
