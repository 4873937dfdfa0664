import { sql } from "kysely";
import type { Tx } from "../../platform/database/handle.ts";

/** Holds the read models until the transaction ends: commands wait, in the order in which they take queues and trips. */
export async function lockGate(tx: Tx): Promise<void> {
  await sql`LOCK TABLE gate_queue, gate_queue_change, gate_trip, gate_transfer, gate_order, gate_notice,
    gate_automatic, gate_mandate, gate_reported_count
    IN ACCESS EXCLUSIVE MODE`.execute(tx);
}

/** Empties the read models; only inside the transaction that fills them again. */
export async function clearGate(tx: Tx): Promise<void> {
  await sql`DELETE FROM gate_transfer`.execute(tx);
  await sql`DELETE FROM gate_trip`.execute(tx);
  await sql`DELETE FROM gate_queue_change`.execute(tx);
  await sql`DELETE FROM gate_queue`.execute(tx);
  await sql`DELETE FROM gate_order`.execute(tx);
  await sql`DELETE FROM gate_notice`.execute(tx);
  await sql`DELETE FROM gate_automatic`.execute(tx);
  await sql`DELETE FROM gate_mandate`.execute(tx);
  await sql`DELETE FROM gate_reported_count`.execute(tx);
}

/** One digest over every row of the read models: equal digests, equal content. */
export async function digestGate(tx: Tx): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    SELECT md5(concat(
      (SELECT string_agg(md5(t::text), '' ORDER BY id) FROM gate_trip t), '/',
      (SELECT string_agg(md5(f::text), '' ORDER BY trip, home) FROM gate_transfer f), '/',
      (SELECT string_agg(md5(q::text), '' ORDER BY route, direction) FROM gate_queue q), '/',
      (SELECT string_agg(md5(c::text), '' ORDER BY route, direction, number) FROM gate_queue_change c), '/',
      (SELECT string_agg(md5(o::text), '' ORDER BY id) FROM gate_order o), '/',
      (SELECT string_agg(md5(n::text), '' ORDER BY id) FROM gate_notice n), '/',
      (SELECT string_agg(md5(a::text), '' ORDER BY id) FROM gate_automatic a), '/',
      (SELECT string_agg(md5(m::text), '' ORDER BY id) FROM gate_mandate m), '/',
      (SELECT string_agg(md5(r::text), '' ORDER BY id) FROM gate_reported_count r)
    )) AS digest`.execute(tx);
  return rows[0]?.digest ?? "";
}
