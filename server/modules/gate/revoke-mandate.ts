import type { MandateView } from "@moc/contract/gate/mandate.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { findMandate, lockMandates, saveRevocation } from "./mandate-store.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { shownMandate, stateOf } from "./read-mandates.ts";

/**
 * Ends a mandate from this moment on: the agent declares no more in the firm's name. What it has declared stands, and
 * stays with it. @throws Refusal `mandate_not_found`, `mandate_over`
 */
export async function revokeMandate(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; mandate: string; reason: string },
): Promise<{ mandate: MandateView }> {
  const actor = authorise(gatePolicy, "give_mandate", caller, noTrip);
  const { mandate: id, reason } = input;
  const firm = actor.organisation ?? ""; // authorise has seen that there is one
  const command = { name: "gate.revoke_mandate", actor, role: "firm", input } as const;
  await parts.once(command, async ({ tx, now, emit }) => {
    await lockMandates(tx, firm);
    const mandate = await findMandate(tx, id);
    // Another firm's mandate is none of its business, not even that there is one.
    if (mandate === undefined || mandate.firm !== firm)
      throw new Refusal("mandate_not_found", { field: "mandate" });
    const at = now();
    if (["over", "revoked"].includes(stateOf(mandate, at, parts.clock.timeZone)))
      throw new Refusal("mandate_over", { field: "mandate" });
    await saveRevocation(tx, id, at, reason);
    emit({ kind: "gate.mandate_revoked", subject: id, occurredAt: at, data: { reason } });
    return {};
  });
  return shownMandate(parts, actor, id);
}
