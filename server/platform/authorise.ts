import type { Actor, Role } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";

/** Says whether an actor may, given the row in question. Pure; a room's policy.ts is a table of these. */
export type Rule<Row> = (actor: Actor, row: Row) => boolean;

/** A room's policy: every permission it knows → its rule. */
export type Policy<Permission extends string, Row> = Record<Permission, Rule<Row>>;

/**
 * Lets the actor through or refuses.
 * @throws Refusal `not_signed_in` without an actor, `not_allowed` when the rule says no.
 */
export function authorise<Permission extends string, Row>(
  policy: Policy<Permission, Row>,
  permission: Permission,
  actor: Actor | null,
  row: Row,
): Actor {
  if (actor === null) throw new Refusal("not_signed_in");
  if (!policy[permission](actor, row)) throw new Refusal("not_allowed");
  return actor;
}

/** Rule: the actor holds one of these roles. */
export function holds(...wanted: Role[]): Rule<unknown> {
  return (actor) => actor.roles.some((role) => wanted.includes(role));
}

/** The role in which an actor does what only these roles may do; kept with the event. */
export function roleAmong(actor: Actor, wanted: readonly Role[]): Role | null {
  return actor.roles.find((role) => wanted.includes(role)) ?? actor.roles[0] ?? null;
}
