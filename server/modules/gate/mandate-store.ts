import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

/** A mandate with everything that was recorded of it. Days are civil days of the zone, both inclusive. */
export type Mandate = {
  id: string;
  firm: string;
  agent: string;
  from: string;
  to: string | null;
  givenAt: Date;
  revokedAt: Date | null;
  reason: string | null;
  simulated: boolean;
};

const whole = sql`id, firm, agent, from_day AS "from", to_day AS "to", given_at AS "givenAt",
  revoked_at AS "revokedAt", revoke_reason AS reason, simulated`;

/** Holds the mandates of one firm until the transaction ends, so that an agent has one at a time. */
export async function lockMandates(tx: Tx, firm: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(current_schema()), hashtext(${`gate.mandates ${firm}`}))`.execute(
    tx,
  );
}

/** Stores a new mandate. */
export async function saveMandate(tx: Tx, mandate: Omit<Mandate, "revokedAt" | "reason">): Promise<void> {
  const { id, firm, agent, from, to, givenAt, simulated } = mandate;
  await sql`
    INSERT INTO gate_mandate (id, firm, agent, from_day, to_day, given_at, simulated)
    VALUES (${id}, ${firm}, ${agent}, ${from}, ${to}, ${givenAt}, ${simulated})`.execute(tx);
}

/** Stores that a mandate was revoked. */
export async function saveRevocation(tx: Tx, id: string, at: Date, reason: string): Promise<void> {
  await sql`UPDATE gate_mandate SET revoked_at = ${at}, revoke_reason = ${reason} WHERE id = ${id}`.execute(
    tx,
  );
}

/** One mandate. */
export async function findMandate(db: Db | Tx, id: string): Promise<Mandate | undefined> {
  const { rows } = await sql<Mandate>`SELECT ${whole} FROM gate_mandate WHERE id = ${id}`.execute(db);
  return rows[0];
}

/** Mandates that an organisation has given or was given, newest first. */
export async function selectMandates(db: Db, organisation: string): Promise<Mandate[]> {
  const { rows } = await sql<Mandate>`
    SELECT ${whole} FROM gate_mandate WHERE firm = ${organisation} OR agent = ${organisation}
    ORDER BY given_at DESC, id LIMIT 200`.execute(db);
  return rows;
}

/** Whether an agent has a firm's mandate on some day from `from` to `to` (null: for ever). */
export async function mandated(
  tx: Tx,
  firm: string,
  agent: string,
  { from, to }: { from: string; to: string | null },
): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM gate_mandate
    WHERE firm = ${firm} AND agent = ${agent} AND revoked_at IS NULL
      AND (to_day IS NULL OR to_day >= ${from}) AND (${to}::text IS NULL OR from_day <= ${to}) LIMIT 1`.execute(
    tx,
  );
  return rows.length > 0;
}
