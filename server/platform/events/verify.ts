import { sql } from "kysely";
import type { Db } from "../database/handle.ts";
import { type EventRow, eventColumns, genesis, link } from "./seal.ts";

/** A head as it was written outside the database: the log had this link at this position. */
export type OutsideHead = { position: number; hash: string };

export type Verdict = {
  ok: boolean;
  /** Sealed events that were recomputed. */
  checked: number;
  unsealed: number;
  fault: null | {
    kind: "altered" | "removed" | "inserted" | "cut_off";
    position: number;
    seq: number | null;
  };
};

type Row = EventRow & { position: number; sealSeq: number; hash: Buffer; found: boolean };

/**
 * Recomputes the whole chain and holds it against the heads kept outside the database.
 * `altered`: a row's content, or a link, is not what was sealed. `removed`: a sealed row, or its seal, is gone.
 * `inserted`: a row claims a place between sealed ones without a seal. `cut_off`: the tail is shorter than a head
 * outside says. The stated limit: an event that was not yet sealed.
 */
export async function verifyLog(db: Db, outside: OutsideHead[]): Promise<Verdict> {
  const heads = new Map(outside.map((head) => [head.position, head.hash]));
  let position = 0;
  let hash: Buffer = genesis;
  for (;;) {
    const page = await readPage(db, position);
    for (const row of page) {
      const fault = faultOf(row, position, hash, heads);
      if (fault !== null) return { ok: false, checked: position, unsealed: 0, fault };
      position = row.position;
      hash = row.hash;
    }
    if (page.length === 0) break;
  }
  const beyond = outside.map((head) => head.position).filter((head) => head > position);
  if (beyond.length > 0) {
    return {
      ok: false,
      checked: position,
      unsealed: 0,
      fault: { kind: "cut_off", position: position + 1, seq: null },
    };
  }
  return await judgeUnsealed(db, position);
}

function faultOf(row: Row, before: number, hash: Buffer, heads: Map<number, string>): Verdict["fault"] {
  if (row.position !== before + 1) return { kind: "removed", position: before + 1, seq: null };
  if (!row.found) return { kind: "removed", position: row.position, seq: row.sealSeq };
  const expected = link(hash, row.position, row);
  const told = heads.get(row.position);
  if (!expected.equals(row.hash) || (told !== undefined && told !== row.hash.toString("hex"))) {
    return { kind: "altered", position: row.position, seq: row.sealSeq };
  }
  return null;
}

async function readPage(db: Db, after: number): Promise<Row[]> {
  const page = await sql<Row>`
    SELECT s.position, s.seq AS "sealSeq", s.hash, e.seq IS NOT NULL AS found, ${eventColumns}
    FROM event_seal s LEFT JOIN event e USING (seq)
    WHERE s.position > ${after} ORDER BY s.position LIMIT 2000`.execute(db);
  return page.rows;
}

// A row without a seal is either waiting for the sealer (its transaction is younger than the last sealed one) or was
// slipped in behind the sealer's back.
async function judgeUnsealed(db: Db, checked: number): Promise<Verdict> {
  const rows = await sql<{ seq: number; late: boolean }>`
    WITH last AS (SELECT e.xact, e.seq FROM event_seal s JOIN event e USING (seq) ORDER BY s.position DESC LIMIT 1)
    SELECT e.seq, (SELECT (e.xact, e.seq) < (last.xact, last.seq) FROM last) IS TRUE AS late
    FROM event e WHERE NOT EXISTS (SELECT 1 FROM event_seal s WHERE s.seq = e.seq) ORDER BY e.seq`.execute(
    db,
  );
  const inserted = rows.rows.find((row) => row.late);
  if (inserted !== undefined) {
    return {
      ok: false,
      checked,
      unsealed: rows.rows.length,
      fault: { kind: "inserted", position: checked, seq: inserted.seq },
    };
  }
  return { ok: true, checked, unsealed: rows.rows.length, fault: null };
}
