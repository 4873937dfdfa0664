import { randomUUID } from "node:crypto";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { findSlip, insertVoid, lockPaper } from "./paper-store.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { refuseNames } from "./refuse-names.ts";
import { findTrip } from "./trip-store.ts";

/**
 * A numbered slip that was spoilt or lost holds no longer, whoever finds it: what was entered from it stands, nothing more
 * is. Whose slips they are says so, or the gate centre.
 * @throws Refusal `slip_not_reserved`, `not_allowed`, `slip_void`, `text_names_person`
 */
export async function voidPaperSlip(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; slip: number; reason: string },
): Promise<{ slip: number }> {
  const actor = authorise(gatePolicy, "reserve_slips", caller, noTrip);
  const { slip, reason } = input;
  const command = { name: "gate.void_paper_slip", actor, role: actor.roles[0] ?? null, input };
  return parts.once(command, async ({ tx, now, emit }) => {
    await lockPaper(tx);
    const known = await findSlip(tx, slip);
    const params = { slip: String(slip) };
    if (known === undefined) throw new Refusal("slip_not_reserved", { field: "slip", params });
    const { route, organisation, trip } = known;
    if (organisation !== actor.organisation && !actor.roles.includes("dispatcher"))
      throw new Refusal("not_allowed", { params: { who: "dispatcher" } });
    if (known.voided) throw new Refusal("slip_void", { field: "slip", params });
    const truck = trip === null ? undefined : await findTrip(tx, trip);
    if (truck !== undefined) await refuseNames(parts, tx, truck, { reason: [reason] });
    const at = now();
    await insertVoid(tx, { slip, reason, actor: actor.id, organisation: actor.organisation, at });
    emit({
      kind: "gate.paper_slip_voided",
      subject: randomUUID(),
      occurredAt: at,
      data: { route, slip, reason },
    });
    return { slip };
  });
}
