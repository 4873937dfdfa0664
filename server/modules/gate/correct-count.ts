import { randomUUID } from "node:crypto";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { findCount, saveCount } from "./count-store.ts";
import { duties } from "./duties.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

type Correction = { command: string; count: string; passed: number | null; source: string; reason: string };

/**
 * Corrects the record of a count that holds by one of its own, which names it and says why; the one before stays as it
 * was. Without a figure: it is not known after all. @throws Refusal `count_not_found`, `stale_state`
 */
export async function correctCount(
  parts: GateParts,
  caller: Actor | null,
  input: Correction,
): Promise<{ count: string }> {
  const actor = authorise(gatePolicy, "record_count", caller, noTrip);
  const { count: corrects, passed, source, reason } = input;
  const role = roleAmong(actor, duties.record_count);
  return parts.once({ name: "gate.correct_count", actor, role, input }, async ({ tx, now, emit }) => {
    const before = await findCount(tx, corrects);
    if (before === undefined) throw new Refusal("count_not_found", { field: "count" });
    if (!before.holds) throw new Refusal("stale_state");
    const at = now();
    const id = randomUUID();
    const { route, day, direction, unit } = before;
    const { organisation, simulated } = actor;
    const said = { route, day, direction, passed, source, unit, organisation };
    const number = before.number + 1;
    await saveCount(tx, { id, ...said, number, reason, actor: actor.id, recordedAt: at, simulated });
    const data = { ...said, corrects, number, reason };
    emit({ kind: "gate.count_corrected", subject: id, occurredAt: at, data });
    return { count: id };
  });
}
