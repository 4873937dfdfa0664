import { randomUUID } from "node:crypto";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { insertRange, lastSlip, lockPaper } from "./paper-store.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { hasRoute } from "./rules.ts";

/**
 * Numbers of blank slips, counted through the whole zone, so that none is printed twice. @throws Refusal
 * `route_not_found`
 */
export async function reserveSlips(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; route: string; count: number },
): Promise<{ first: number; last: number }> {
  const actor = authorise(gatePolicy, "reserve_slips", caller, noTrip);
  const { route, count } = input;
  if (!hasRoute(rulesNow(parts), route)) throw new Refusal("route_not_found", { field: "route" });
  const command = { name: "gate.reserve_slips", actor, role: actor.roles[0] ?? null, input };
  return parts.once(command, async ({ tx, now, emit }) => {
    await lockPaper(tx);
    const first = (await lastSlip(tx)) + 1;
    const last = first + count - 1;
    await insertRange(tx, {
      first,
      last,
      route,
      actor: actor.id,
      organisation: actor.organisation,
      at: now(),
    });
    emit({ kind: "gate.slips_reserved", subject: randomUUID(), data: { route, first, last } });
    return { first, last };
  });
}
