import { randomUUID } from "node:crypto";
import type { AuditAction } from "@moc/contract/identity/audit.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { insertAudit } from "./audit-store.ts";
import type { IdentityParts } from "./parts.ts";

/** What is kept of one act. `before` and `after` hold roles, keys, ids and dates, never personal data. */
export type AuditEntry = {
  action: AuditAction;
  subject?: string | null;
  /** Whose rows it concerns, when not the actor's own organisation. */
  organisation?: string | null;
  why?: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** Writes the audit in the caller's transaction: an act that is not audited does not happen. `actor` null: a stranger. */
export async function keepAudit(
  tx: Tx,
  parts: Pick<IdentityParts, "machineNow">,
  actor: Pick<Actor, "id" | "organisation"> | null,
  entries: AuditEntry[],
): Promise<void> {
  const at = parts.machineNow();
  await insertAudit(
    tx,
    entries.map((entry) => ({
      id: randomUUID(),
      at,
      action: entry.action,
      actor: actor?.id ?? null,
      organisation: entry.organisation === undefined ? (actor?.organisation ?? null) : entry.organisation,
      subject: entry.subject ?? null,
      why: entry.why ?? null,
      before: entry.before ?? null,
      after: entry.after ?? null,
    })),
  );
}
