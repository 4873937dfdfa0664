import type { Actor, Role } from "@moc/contract/values/actor.ts";
import { sql } from "kysely";
import type { Tx } from "../database/handle.ts";

/** What a use case says happened. `data` is one of the room's event shapes and holds no personal data. */
export type NewEvent = {
  kind: string;
  subject: string;
  data: unknown;
  /** When it happened, zone time; by default when it is recorded. Never later than that. */
  occurredAt?: Date;
};

/** Writes events in order, in the caller's transaction, with who, for which organisation, and when recorded. */
export async function appendEvents(
  tx: Tx,
  actor: Actor,
  role: Role | null,
  recordedAt: Date,
  events: NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const kinds = events.map((event) => event.kind);
  const subjects = events.map((event) => event.subject);
  const data = events.map((event) => JSON.stringify(event.data));
  const occurred = events.map((event) => (event.occurredAt ?? recordedAt).toISOString());
  await sql`
    INSERT INTO event (kind, subject, data, occurred_at, recorded_at, actor_id, actor_kind, actor_role, organisation, simulated)
    SELECT kind, subject, data::jsonb, least(occurred, ${recordedAt}::timestamptz), ${recordedAt},
           ${actor.id}, ${actor.kind}, ${role}, ${actor.organisation}, ${actor.simulated}
    FROM unnest(${kinds}::text[], ${subjects}::uuid[], ${data}::text[], ${occurred}::timestamptz[])
      WITH ORDINALITY AS new (kind, subject, data, occurred, place)
    ORDER BY place`.execute(tx);
}
