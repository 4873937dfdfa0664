import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db, Tx } from "../database/handle.ts";

/** An event as it stands in the sealed log. */
export type SealedEvent = {
  position: number;
  seq: number;
  kind: string;
  subject: string;
  actorId: string;
  actorKind: string;
  actorRole: string | null;
  organisation: string | null;
  simulated: boolean;
  occurredAt: Date;
  recordedAt: Date;
  data: unknown;
  /** The exact text that is hashed; jsonb prints keys in one fixed order on every supported engine. */
  dataText: string;
};

export type EventRow = Omit<SealedEvent, "position">;

/** Columns of an event under the names of {@link EventRow}. */
export const eventColumns = sql<EventRow>`
  e.seq, e.kind, e.subject, e.actor_id AS "actorId", e.actor_kind AS "actorKind", e.actor_role AS "actorRole",
  e.organisation, e.simulated, e.occurred_at AS "occurredAt", e.recorded_at AS "recordedAt", e.data,
  e.data::text AS "dataText"`;

/** Hash of the chain before the first event. */
export const genesis = Buffer.alloc(32);

/** The next link: SHA-256 over the link before, the position and every stored value of the event. */
export function link(previous: Buffer, position: number, event: EventRow): Buffer {
  const content = JSON.stringify([
    position,
    event.seq,
    event.kind,
    event.subject,
    event.actorId,
    event.actorKind,
    event.actorRole,
    event.organisation,
    event.simulated,
    event.occurredAt.toISOString(),
    event.recordedAt.toISOString(),
    event.dataText,
  ]);
  return createHash("sha256").update(previous).update(content).digest();
}

const start = { position: 0, hash: genesis };

/** The last link of the chain. */
export async function readHead(db: Db | Tx): Promise<{ position: number; hash: Buffer }> {
  const head = await db
    .selectFrom("event_seal")
    .select(["position", "hash"])
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return head ?? start;
}

/**
 * Gives the next `limit` finished events their positions. Only rows of transactions older than every running one are
 * taken, in the order (transaction, sequence): a row that commits late with a lower sequence is sealed when its turn
 * comes and nothing that reads by position can skip it. Of two sealers at once one stands back; should both have read
 * the same head, the primary key lets one win and the other fails with 23505.
 * @returns what was sealed; it stands once `tx` is committed.
 */
export async function sealNext(tx: Tx, limit = 1000): Promise<SealedEvent[]> {
  const turn = await sql<{ mine: boolean; position: number | null; hash: Buffer | null }>`
    SELECT pg_try_advisory_xact_lock(1121, hashtext(current_schema())) AS mine, s.position, s.hash
    FROM (VALUES (1)) AS one LEFT JOIN (SELECT * FROM event_seal ORDER BY position DESC LIMIT 1) s ON true`.execute(
    tx,
  );
  const {
    mine,
    position: last,
    hash: lastHash,
  } = turn.rows[0] ?? { mine: false, position: null, hash: null };
  if (!mine) return [];
  const head = last === null || lastHash === null ? start : { position: last, hash: lastHash };
  const due = await sql<EventRow>`
    SELECT ${eventColumns} FROM event e
    WHERE e.xact >= coalesce(
            (SELECT last.xact FROM event_seal s JOIN event last USING (seq) WHERE s.position = ${head.position}), '0'::xid8)
      AND e.xact < pg_snapshot_xmin(pg_current_snapshot())
      AND NOT EXISTS (SELECT 1 FROM event_seal s WHERE s.seq = e.seq)
    ORDER BY e.xact, e.seq LIMIT ${limit}`.execute(tx);
  if (due.rows.length === 0) return [];
  let { hash, position } = head;
  const hashes: Buffer[] = [];
  const sealed = due.rows.map((event) => {
    position += 1;
    hash = link(hash, position, event);
    hashes.push(hash);
    return { position, ...event };
  });
  await sql`
    INSERT INTO event_seal (position, seq, hash)
    SELECT * FROM unnest(${sealed.map((row) => row.position)}::bigint[], ${sealed.map((row) => row.seq)}::bigint[],
                         ${hashes}::bytea[])`.execute(tx);
  return sealed;
}

/** Sealed events after a position, in order. */
export async function readSealed(db: Db | Tx, after: number, limit: number): Promise<SealedEvent[]> {
  const rows = await sql<SealedEvent>`
    SELECT s.position, ${eventColumns} FROM event_seal s JOIN event e USING (seq)
    WHERE s.position > ${after} ORDER BY s.position LIMIT ${limit}`.execute(db);
  return rows.rows;
}
