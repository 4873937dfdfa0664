import { randomUUID } from "node:crypto";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import {
  countOpen,
  findDuty,
  findHeld,
  insertDuty,
  insertHandover,
  lockDutyLog,
  type StoredDuty,
} from "./duty-store.ts";
import type { GateParts, ZoneRules } from "./parts.ts";
import { rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

/** Whether people can stand duty there: a gate, route, yard or park of the zone today. */
export function isPost(rules: ZoneRules, key: string): boolean {
  return [...rules.gate, ...rules.route, ...rules.yard, ...rules.park].some((row) => row.key === key);
}

/** Whoever holds a duty hands it over; a dispatcher does it for who forgot. */
export function mayHandOver(actor: Actor, duty: Pick<StoredDuty, "actor">): boolean {
  return duty.actor === actor.id || actor.roles.includes("dispatcher");
}

/**
 * Takes duty at a post, one at a time per person. Several may stand at one post.
 * @throws Refusal `post_unknown`, `duty_held` with the post that must be handed over first
 */
export async function takeDuty(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; post: string },
): Promise<{ duty: string }> {
  const actor = authorise(gatePolicy, "stand_duty", caller, noTrip);
  if (!isPost(rulesNow(parts), input.post)) throw new Refusal("post_unknown", { field: "post" });
  const command = { name: "gate.take_duty", actor, role: actor.roles[0] ?? null, input };
  return parts.once(command, async ({ tx, now, emit }) => {
    await lockDutyLog(tx);
    const held = await findHeld(tx, actor.id);
    if (held !== undefined) throw new Refusal("duty_held", { params: { post: held.post } });
    const id = randomUUID();
    const { organisation, simulated } = actor;
    await insertDuty(tx, { id, post: input.post, actor: actor.id, organisation, taken_at: now(), simulated });
    emit({ kind: "gate.duty_taken", subject: id, data: { post: input.post, organisation } });
    return { duty: id };
  });
}

/**
 * Ends a duty and says what the next one must know; how many incidents stay open at the post is recorded beside it.
 * @throws Refusal `duty_not_found`, `duty_over`, `not_allowed`
 */
export async function handOver(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; duty: string; note: string },
): Promise<{ duty: string }> {
  const actor = authorise(gatePolicy, "stand_duty", caller, noTrip);
  const command = { name: "gate.hand_over", actor, role: actor.roles[0] ?? null, input };
  return parts.once(command, async ({ tx, now, emit }) => {
    await lockDutyLog(tx);
    const duty = await findDuty(tx, input.duty);
    if (duty === undefined) throw new Refusal("duty_not_found");
    if (!mayHandOver(actor, duty)) throw new Refusal("not_allowed");
    if (duty.ended_at !== null) throw new Refusal("duty_over");
    await insertHandover(tx, { duty: duty.id, actor: actor.id, at: now(), note: input.note });
    const data = { post: duty.post, openIncidents: await countOpen(tx, duty.post) };
    emit({ kind: "gate.duty_handed_over", subject: duty.id, data });
    return { duty: duty.id };
  });
}
