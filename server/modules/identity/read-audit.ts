import { AuditRow } from "@moc/contract/identity/audit.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { PageRequest } from "@moc/contract/values/page.ts";
import { authorise } from "../../platform/authorise.ts";
import { dayBounds } from "../../platform/time/clock.ts";
import { selectAudit } from "./audit-store.ts";
import { cursorAfter, cutPage, readCursor } from "./cursor.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { identityPolicy } from "./policy.ts";

type Query = PageRequest & {
  action?: string | undefined;
  actor?: string | undefined;
  subject?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** Who did what, newest first; an organisation's auditor sees its own rows. Reading leaves a row itself. */
export async function readAudit(
  parts: IdentityParts,
  caller: Actor | null,
  query: Query,
): Promise<{ rows: AuditRow[]; next: string | null; total: number }> {
  const reader = authorise(identityPolicy, "audit_read", caller, {
    organisation: caller?.organisation ?? null,
  });
  const { after, limit, action, actor, subject, from, to } = query;
  const { timeZone } = parts.clock;
  return parts.database.transaction(async (tx) => {
    const found = await selectAudit(tx, {
      organisation: reader.organisation,
      action: action ?? null,
      actor: actor ?? null,
      subject: subject ?? null,
      from: from === undefined ? null : dayBounds(from, timeZone).from,
      to: to === undefined ? null : dayBounds(to, timeZone).to,
      after: readCursor(after),
      limit: limit + 1,
    });
    await keepAudit(tx, parts, reader, [
      { action: "audit_read", after: { action, actor, subject, from, to } },
    ]);
    const { rows, last } = cutPage(found.rows, limit);
    return {
      rows: rows.map(({ at, actor_name: actorName, subject_name: subjectName, ...row }) =>
        AuditRow.parse({ ...row, at: at.toISOString(), actorName, subjectName }),
      ),
      next: last === undefined ? null : cursorAfter(last.at, last.id),
      total: found.total,
    };
  });
}
