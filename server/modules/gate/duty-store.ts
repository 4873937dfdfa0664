import type { IncidentKind } from "@moc/contract/gate/duty.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

export type StoredDuty = {
  id: string;
  post: string;
  actor: string;
  organisation: string | null;
  taken_at: Date;
  simulated: boolean;
  ended_by: string | null;
  ended_at: Date | null;
  note: string | null;
};

const duties = (db: Db | Tx) =>
  db
    .selectFrom("gate_duty as d")
    .leftJoin("gate_handover as h", "h.duty", "d.id")
    .select(["d.id", "d.post", "d.actor", "d.organisation", "d.taken_at", "d.simulated"])
    .select(["h.actor as ended_by", "h.at as ended_at", "h.note"]);

/** Duties that nobody handed over, the longest first. */
export function selectOnDuty(db: Db | Tx): Promise<StoredDuty[]> {
  return duties(db).where("h.duty", "is", null).orderBy("d.taken_at").limit(500).execute();
}

/** The duty that somebody stands; undefined: none. */
export function findHeld(tx: Tx, actor: string): Promise<StoredDuty | undefined> {
  return duties(tx).where("h.duty", "is", null).where("d.actor", "=", actor).executeTakeFirst();
}

/** Duties handed over from `from` to before `to`, the latest first. */
export function selectHandedOver(db: Db, from: Date, to: Date): Promise<StoredDuty[]> {
  const ended = duties(db).where("h.at", ">=", from).where("h.at", "<", to);
  return ended.orderBy("h.at", "desc").limit(500).execute();
}

/** Commands on duty and incidents wait for each other: their tables can be added to and not locked by row. */
export async function lockDutyLog(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(current_schema()), hashtext('gate.duty'))`.execute(tx);
}

export function findDuty(tx: Tx, id: string): Promise<StoredDuty | undefined> {
  return duties(tx).where("d.id", "=", id).executeTakeFirst();
}

export async function insertDuty(
  tx: Tx,
  duty: Omit<StoredDuty, "ended_by" | "ended_at" | "note">,
): Promise<void> {
  await tx.insertInto("gate_duty").values(duty).execute();
}

export async function insertHandover(
  tx: Tx,
  handover: { duty: string; actor: string; at: Date; note: string },
): Promise<void> {
  await tx.insertInto("gate_handover").values(handover).execute();
}

export type StoredIncident = {
  id: string;
  place: string;
  kind: string;
  text: string;
  since: Date;
  reported_at: Date;
  actor: string;
  organisation: string | null;
  simulated: boolean;
  closed_by: string | null;
  closed_at: Date | null;
  outcome: string | null;
};

const incidents = (db: Db | Tx) =>
  db
    .selectFrom("gate_incident as i")
    .leftJoin("gate_incident_close as c", "c.incident", "i.id")
    .selectAll("i")
    .select(["c.actor as closed_by", "c.at as closed_at", "c.outcome"]);

/** Incidents that were open in some moment from `from` to before `to`: open ones first, then the latest. */
export function selectIncidents(db: Db, from: Date, to: Date): Promise<StoredIncident[]> {
  return incidents(db)
    .where("i.reported_at", "<", to)
    .where((where) => where.or([where("c.at", "is", null), where("c.at", ">=", from)]))
    .orderBy("c.at", (order) => order.desc().nullsFirst())
    .orderBy("i.since", "desc")
    .limit(500)
    .execute();
}

export async function countOpen(tx: Tx, place: string): Promise<number> {
  const { open } = await tx
    .selectFrom("gate_incident as i")
    .leftJoin("gate_incident_close as c", "c.incident", "i.id")
    .select((select) => select.fn.countAll<number>().as("open"))
    .where("i.place", "=", place)
    .where("c.incident", "is", null)
    .executeTakeFirstOrThrow();
  return Number(open);
}

export function findIncident(tx: Tx, id: string): Promise<StoredIncident | undefined> {
  return incidents(tx).where("i.id", "=", id).executeTakeFirst();
}

export async function insertIncident(
  tx: Tx,
  incident: Omit<StoredIncident, "closed_by" | "closed_at" | "outcome"> & { kind: IncidentKind },
): Promise<void> {
  await tx.insertInto("gate_incident").values(incident).execute();
}

export async function insertClosing(
  tx: Tx,
  closing: { incident: string; actor: string; at: Date; outcome: string },
): Promise<void> {
  await tx.insertInto("gate_incident_close").values(closing).execute();
}
