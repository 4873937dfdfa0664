import type { PaperActKind } from "@moc/contract/gate/paper-act.ts";
import type { PaperMode } from "@moc/contract/gate/paper-mode.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

/** Commands on paper mode and slips wait for each other: their tables can be added to and not locked by row. */
export async function lockPaper(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(current_schema()), hashtext('gate.paper'))`.execute(tx);
}

export type StoredPaper = {
  id: string;
  route: string;
  from_at: Date;
  to_at: Date | null;
  reason: string;
  organisation: string | null;
  declared_at: Date;
  simulated: boolean;
  entered: number;
};

const stretches = sql<StoredPaper>`
  SELECT p.id, p.route, p.from_at, coalesce(p.to_at, e.to_at) AS to_at, p.reason, p.organisation, p.declared_at,
    p.simulated, (SELECT count(*) FROM gate_paper_entry n WHERE n.paper = p.id) AS entered
  FROM gate_paper p LEFT JOIN gate_paper_end e ON e.paper = p.id`;

/** Stretches that had not ended by `since`, of one route or of all, the latest first. */
export async function selectPapers(db: Db | Tx, route: string | null, since: Date): Promise<StoredPaper[]> {
  const { rows } = await sql<StoredPaper>`
    SELECT * FROM (${stretches}) AS paper
    WHERE (${route}::text IS NULL OR route = ${route}) AND (to_at IS NULL OR to_at >= ${since})
    ORDER BY from_at DESC, id LIMIT 200`.execute(db);
  return rows;
}

export async function findPaper(db: Db | Tx, id: string): Promise<StoredPaper | undefined> {
  const { rows } = await sql<StoredPaper>`SELECT * FROM (${stretches}) AS paper WHERE id = ${id}`.execute(db);
  return rows[0];
}

export async function insertPaper(
  tx: Tx,
  paper: Omit<StoredPaper, "entered"> & { actor: string },
): Promise<void> {
  await tx.insertInto("gate_paper").values(paper).execute();
}

export async function insertPaperEnd(
  tx: Tx,
  end: { paper: string; to_at: Date; actor: string; at: Date },
): Promise<void> {
  await tx.insertInto("gate_paper_end").values(end).execute();
}

/** The latest time that was entered from a stretch; null while nothing was. */
export async function lastEntered(tx: Tx, paper: string): Promise<Date | null> {
  const { rows } = await sql<{ last: Date | null }>`
    SELECT max(occurred_at) AS last FROM gate_paper_entry WHERE paper = ${paper}`.execute(tx);
  return rows[0]?.last ?? null;
}

export type StoredRange = {
  first: number;
  last: number;
  route: string;
  organisation: string | null;
  at: Date;
};

/** The highest number that was ever given; 0 before the first. */
export async function lastSlip(tx: Tx): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`SELECT max(last) AS last FROM gate_slip_range`.execute(
    tx,
  );
  return rows[0]?.last ?? 0;
}

export async function insertRange(tx: Tx, range: StoredRange & { actor: string }): Promise<void> {
  await tx.insertInto("gate_slip_range").values(range).execute();
}

export async function selectRanges(db: Db): Promise<(StoredRange & { used: number; voided: number[] })[]> {
  const { rows } = await sql<StoredRange & { used: number; voided: number[] }>`
    SELECT r.first, r.last, r.route, r.organisation, r.at,
      ARRAY (SELECT v.slip FROM gate_slip_void v WHERE v.slip BETWEEN r.first AND r.last ORDER BY v.slip) AS voided,
      (SELECT count(DISTINCT n.slip) FROM gate_paper_entry n WHERE n.slip BETWEEN r.first AND r.last) AS used
    FROM gate_slip_range r ORDER BY r.first DESC LIMIT 50`.execute(db);
  return rows;
}

type StoredSlip = { route: string; organisation: string | null; trip: string | null; voided: boolean };

/** For which route and by whom a slip was reserved, with which truck it has gone, and whether it is void; undefined: never reserved. */
export async function findSlip(tx: Tx, slip: number): Promise<StoredSlip | undefined> {
  const { rows } = await sql<StoredSlip>`
    SELECT r.route, r.organisation, (SELECT n.trip FROM gate_paper_entry n WHERE n.slip = ${slip} LIMIT 1) AS trip,
      EXISTS (SELECT FROM gate_slip_void v WHERE v.slip = ${slip}) AS voided
    FROM gate_slip_range r WHERE ${slip} BETWEEN r.first AND r.last`.execute(tx);
  return rows[0];
}

export async function insertVoid(
  tx: Tx,
  voided: { slip: number; reason: string; actor: string; organisation: string | null; at: Date },
): Promise<void> {
  await tx.insertInto("gate_slip_void").values(voided).execute();
}

export type StoredEntry = {
  command: string;
  paper: string;
  slip: number;
  trip: string;
  act: PaperActKind;
  occurred_at: Date;
  recorded_at: Date;
  actor: string;
  writer: string | null;
  simulated: boolean;
};

export async function insertEntry(tx: Tx, entry: StoredEntry): Promise<void> {
  await tx.insertInto("gate_paper_entry").values(entry).execute();
}

/** The last acts that were entered, the latest first. */
export async function selectEntries(db: Db, limit: number): Promise<(StoredEntry & { plate: unknown })[]> {
  const { rows } = await sql<StoredEntry & { plate: unknown }>`
    SELECT n.*, t.trip -> 'vehicle' -> 'plate' AS plate FROM gate_paper_entry n JOIN gate_trip t ON t.id = n.trip
    ORDER BY n.recorded_at DESC, n.slip DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** When something was last entered from paper: until then the past stands still. */
export async function lastRecorded(db: Db): Promise<Date | null> {
  const { rows } = await sql<{ last: Date | null }>`
    SELECT max(recorded_at) AS last FROM gate_paper_entry`.execute(db);
  return rows[0]?.last ?? null;
}

/** How many loads of goods that crossed from `from` (exclusive) to `to` (inclusive) were entered from paper. */
export async function countCrossedOnPaper(db: Db | Tx, from: Date, to: Date): Promise<number> {
  const { rows } = await sql<{ loads: number }>`
    SELECT count(*) AS loads FROM gate_crossing c WHERE c.at > ${from} AND c.at <= ${to} AND EXISTS (
      SELECT FROM gate_paper_entry n WHERE n.trip = c.trip AND n.occurred_at = c.at)`.execute(db);
  return rows[0]?.loads ?? 0;
}

/** The open trip of a plate, or the trip with this declaration code. */
export async function findTruck(tx: Tx, truck: string): Promise<string | undefined> {
  const plate = truck.replaceAll(/[\s.-]/g, "").toUpperCase();
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM gate_trip WHERE (plate = ${plate} AND ended_at IS NULL) OR code = ${truck.toUpperCase()}
    ORDER BY ended_at IS NULL DESC LIMIT 1`.execute(tx);
  return rows[0]?.id;
}

/** A stretch for everybody. */
export function showPaper(paper: StoredPaper): PaperMode {
  const { id, route, reason, organisation, simulated, entered } = paper;
  return {
    id,
    route,
    from: paper.from_at.toISOString(),
    to: paper.to_at?.toISOString() ?? null,
    reason,
    organisation,
    declaredAt: paper.declared_at.toISOString(),
    entered,
    simulated,
  };
}
