import type { Actor, Role } from "@moc/contract/values/actor.ts";
import { holds, type Policy, type Rule } from "../../platform/authorise.ts";

/** Whose row it is; null the zone's own. */
export type Owned = { organisation: string | null };

export type IdentityPermission =
  | "account_read"
  | "account_write"
  | "token_read"
  | "token_issue"
  | "token_revoke"
  | "person_read"
  | "person_erase"
  | "retention_read"
  | "retention_set"
  | "audit_read";

/** Rows of the own organisation alone; who acts for no organisation acts for the zone. */
const within: Rule<Owned> = (actor, row) =>
  actor.organisation === null || actor.organisation === row.organisation;

const person = (actor: Actor) => actor.kind === "account";
const administers: Rule<Owned> = (actor, row) =>
  person(actor) && holds("administrator")(actor, row) && within(actor, row);
const administersZone: Rule<Owned> = (actor, row) => administers(actor, row) && actor.organisation === null;
const audits: Rule<Owned> = (actor, row) =>
  person(actor) && holds("auditor", "administrator")(actor, row) && within(actor, row);

/** Who may do what in identity. Programs (tokens) administer nothing, but for the field's hand on its own tokens. */
export const identityPolicy: Policy<IdentityPermission, Owned> = {
  account_read: administers,
  account_write: administers,
  token_read: administers,
  token_issue: (actor, row) => administers(actor, row) || issuesSimulated(actor),
  token_revoke: administers,
  person_read: administersZone,
  person_erase: administersZone,
  retention_read: audits,
  retention_set: administersZone,
  audit_read: audits,
};

/** The simulated field's bootstrap token: it issues simulated tokens and nothing else. */
export function issuesSimulated(actor: Actor): boolean {
  return actor.kind === "token" && actor.simulated && actor.scopes.includes("demo:tokens");
}

/** Of `wanted`, the roles that this actor may not give: an administrator of one organisation gives only its own. */
export function rolesNotGiven(actor: Actor, wanted: readonly Role[]): Role[] {
  if (issuesSimulated(actor)) return wanted.filter((role) => role === "administrator" || role === "auditor");
  return actor.organisation === null ? [] : wanted.filter((role) => !actor.roles.includes(role));
}
