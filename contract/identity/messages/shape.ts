import type { Role } from "../../values/actor.ts";
import type { AuditAction } from "../audit.ts";
import type { IdentityFault, IdentityRefusal } from "../refusals.ts";

/** Reasons why an action is not offered. */
export type IdentityReason =
  | "role_lacks"
  | "other_organisation"
  | "own_account"
  | "erased"
  | "ended"
  | "directory_off"
  | "directory_linked";

/** The texts of identity in one language; a missing key fails the compiler. `{name}` is filled from params. */
export type IdentityMessages = {
  refusals: Record<IdentityRefusal, string>;
  faults: Record<IdentityFault, string>;
  reasons: Record<IdentityReason, string>;
  roles: Record<Role, string>;
  audit: Record<AuditAction, string>;
};
