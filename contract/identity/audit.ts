import { z } from "zod";
import { Id, Key } from "../values/ids.ts";
import { Instant } from "../values/time.ts";

/** Everything that is audited. Stored rows depend on these names: add, never rename. */
export const auditActions = [
  "sign_in",
  "sign_in_refused",
  "sign_out",
  "password_set",
  "language_set",
  "account_created",
  "account_edited",
  "password_reset",
  "second_factor_set",
  "second_factor_ended",
  "second_factor_reset",
  "recovery_code_used",
  "directory_linked",
  "directory_proved",
  "directory_unlinked",
  "token_issued",
  "token_revoked",
  "link_issued",
  "link_revoked",
  "person_read",
  "person_erased",
  "retention_set",
  "accounts_read",
  "audit_read",
  "data_exported",
] as const;
export const AuditAction = z.enum(auditActions).meta({ id: "AuditAction" });
export type AuditAction = z.infer<typeof AuditAction>;

/** One line of the audit: who did what to whom, when, why. Holds ids, never personal data. */
export const AuditRow = z
  .strictObject({
    id: Id,
    at: Instant.describe("Machine time"),
    action: AuditAction,
    actor: Id.nullable().describe("null: a stranger"),
    actorName: z.string().nullable().describe("User name or name of the token, as it is now"),
    organisation: Key.nullable(),
    subject: Id.nullable().describe("Account, token or person concerned"),
    subjectName: z.string().nullable(),
    why: z.string().nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
  })
  .meta({ id: "AuditRow" });
export type AuditRow = z.infer<typeof AuditRow>;
