import { sql } from "kysely";
import type { Tx } from "../../platform/database/handle.ts";

/** Empties the read models; only inside the transaction that fills them again. */
export async function clearGate(tx: Tx): Promise<void> {
  await sql`DELETE FROM gate_trip`.execute(tx);
  await sql`DELETE FROM gate_queue_change`.execute(tx);
  await sql`DELETE FROM gate_queue`.execute(tx);
}
