import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

export type StoredAudit = {
  id: string;
  at: Date;
  action: string;
  actor: string | null;
  organisation: string | null;
  subject: string | null;
  why: string | null;
  before: unknown;
  after: unknown;
};

export async function insertAudit(tx: Tx, rows: StoredAudit[]): Promise<void> {
  if (rows.length === 0) return;
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  await tx
    .insertInto("identity_audit")
    .values(rows.map((row) => ({ ...row, before: json(row.before), after: json(row.after) })))
    .execute();
}

/** Which of these persons an actor has read for a purpose since an instant. */
export async function selectReadings(
  db: Db,
  { actor, why, since }: { actor: string; why: string; since: Date },
  persons: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("identity_audit")
    .select("subject")
    .where(sql<boolean>`subject = ANY (${persons}::uuid[])`)
    .where("at", ">", since)
    .where("action", "=", "person_read")
    .where("actor", "=", actor)
    .where("why", "=", why)
    .execute();
  return new Set(rows.flatMap(({ subject }) => subject ?? []));
}

export type AuditFilter = {
  organisation: string | null;
  action: string | null;
  actor: string | null;
  subject: string | null;
  from: Date | null;
  to: Date | null;
  after: { at: Date; id: string } | null;
  limit: number;
};

type NamedAudit = StoredAudit & { actor_name: string | null; subject_name: string | null };

/** A page of the audit, newest first, with the names that accounts and tokens bear now; and how many rows match. */
export async function selectAudit(
  db: Db,
  filter: AuditFilter,
): Promise<{ rows: NamedAudit[]; total: number }> {
  const { organisation, action, actor, subject, from, to, after, limit } = filter;
  const matches = sql<boolean>`
    (${organisation}::text IS NULL OR audit.organisation = ${organisation})
    AND (${action}::text IS NULL OR audit.action = ${action})
    AND (${actor}::uuid IS NULL OR audit.actor = ${actor}::uuid)
    AND (${subject}::uuid IS NULL OR audit.subject = ${subject}::uuid)
    AND (${from}::timestamptz IS NULL OR audit.at >= ${from}::timestamptz)
    AND (${to}::timestamptz IS NULL OR audit.at < ${to}::timestamptz)`;
  const { rows } = await sql<NamedAudit>`
    SELECT audit.*, coalesce(account.user_name, token.name) AS actor_name,
           coalesce(about.user_name, about_token.name) AS subject_name
    FROM identity_audit audit
    LEFT JOIN identity_account account ON account.id = audit.actor
    LEFT JOIN identity_token token ON token.id = audit.actor
    LEFT JOIN identity_account about ON about.id = audit.subject OR about.person = audit.subject
    LEFT JOIN identity_token about_token ON about_token.id = audit.subject
    WHERE ${matches} AND (${after?.at ?? null}::timestamptz IS NULL
      OR (audit.at, audit.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY audit.at DESC, audit.id DESC LIMIT ${limit}`.execute(db);
  const counted = await sql<{ total: number }>`
    SELECT count(*) AS total FROM identity_audit audit WHERE ${matches}`.execute(db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}
