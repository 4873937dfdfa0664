import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { roleAmong } from "../../platform/authorise.ts";
import { duties } from "./duties.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy } from "./policy.ts";
import { tripFor } from "./read-trip.ts";
import { refuseNames } from "./refuse-names.ts";

/**
 * Ends every slip of the trip that was handed out: one was lost, or came into wrong hands, and nobody can tell them apart
 * from afar. @throws Refusal `not_allowed`, `text_names_person`, `no_slip_to_void`
 */
export async function voidSlips(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; trip: string; reason: string },
): Promise<{ voided: number }> {
  const { actor, trip, row } = await tripFor(parts, caller, input.trip);
  if (!gatePolicy.void_slips(actor, row)) throw new Refusal("not_allowed");
  const { reason } = input;
  const command = { name: "gate.void_slips", actor, role: roleAmong(actor, duties.void_slips), input };
  return parts.once(command, async ({ tx, now, emit }) => {
    await refuseNames(parts, tx, trip, { reason: [reason] });
    const slips = await parts.identity.revokeLinks(tx, actor, trip.id);
    if (slips.length === 0) throw new Refusal("no_slip_to_void");
    emit({ kind: "gate.slips_voided", subject: trip.id, occurredAt: now(), data: { slips, reason } });
    return { voided: slips.length };
  });
}
