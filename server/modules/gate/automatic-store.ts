import type { Direction } from "@moc/contract/values/traffic.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

/** One turn of the switch: when, by whom, for which organisation and why. */
export type Switching = { at: string; actor: string; organisation: string; reason: string };

/** A queue that calls, or called, by itself from one switching on to the switching off. */
export type Automatic = {
  id: string;
  route: string;
  direction: Direction;
  started: Switching;
  stopped: Switching | null;
  simulated: boolean;
};

/** Stores that a queue was set to call by itself. Its queue must be held, so that none runs twice. */
export async function saveStart(tx: Tx, automatic: Omit<Automatic, "stopped">): Promise<void> {
  const { id, route, direction, started, simulated } = automatic;
  await sql`
    INSERT INTO gate_automatic (id, route, direction, started_at, started, simulated)
    VALUES (${id}, ${route}, ${direction}, ${started.at}, ${JSON.stringify(started)}::jsonb, ${simulated})`.execute(
    tx,
  );
}

/** Stores that it was switched off. */
export async function saveStop(tx: Tx, id: string, stopped: Switching): Promise<void> {
  await sql`UPDATE gate_automatic SET stopped = ${JSON.stringify(stopped)}::jsonb WHERE id = ${id}`.execute(
    tx,
  );
}

/** What the switch of one queue was turned to last; undefined: it was never on. */
export async function findLast(
  db: Db | Tx,
  route: string,
  direction: Direction,
): Promise<Automatic | undefined> {
  const { rows } = await sql<Automatic>`
    SELECT id, route, direction, started, stopped, simulated FROM gate_automatic
    WHERE route = ${route} AND direction = ${direction}
    ORDER BY stopped IS NULL DESC, started_at DESC LIMIT 1`.execute(db);
  return rows[0];
}

/** One automatic while it is on. */
export async function findRunning(db: Db | Tx, id: string): Promise<Automatic | undefined> {
  const { rows } = await sql<Automatic>`
    SELECT id, route, direction, started, stopped, simulated FROM gate_automatic
    WHERE id = ${id} AND stopped IS NULL`.execute(db);
  return rows[0];
}
