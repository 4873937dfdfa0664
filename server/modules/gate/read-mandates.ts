import type { MandateState, MandateView } from "@moc/contract/gate/mandate.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { civilDay } from "../../platform/time/clock.ts";
import { findMandate, type Mandate, selectMandates } from "./mandate-store.ts";
import { mayByDuty } from "./may-by-duty.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

/** Where a mandate stands at `at`. */
export function stateOf({ from, to, revokedAt }: Mandate, at: Date, timeZone: string): MandateState {
  const today = civilDay(at, timeZone);
  if (revokedAt !== null) return "revoked";
  if (to !== null && to < today) return "over";
  return from > today ? "planned" : "in_force";
}

function show({ clock }: Pick<GateParts, "clock">, actor: Actor, mandate: Mandate): MandateView {
  const { givenAt, revokedAt, ...said } = mandate;
  const state = stateOf(mandate, clock.now(), clock.timeZone);
  const action = "revoke_mandate";
  const own = gatePolicy.give_mandate(actor, noTrip) && actor.organisation === mandate.firm;
  const may: May = !own
    ? { action, allowed: false, reason: "not_allowed", params: { who: mandate.firm } }
    : state === "over" || state === "revoked"
      ? { action, allowed: false, reason: "mandate_over" }
      : { action, allowed: true };
  const revoked = revokedAt?.toISOString() ?? null;
  return { ...said, givenAt: givenAt.toISOString(), revokedAt: revoked, state, may: [may] };
}

/** The answer to a command on one mandate. @throws Refusal `mandate_not_found` */
export async function shownMandate(
  parts: GateParts,
  actor: Actor,
  id: string,
): Promise<{ mandate: MandateView }> {
  const mandate = await findMandate(parts.database.db, id);
  if (mandate === undefined) throw new Refusal("mandate_not_found");
  return { mandate: show(parts, actor, mandate) };
}

/** Mandates that the reader's organisation has given or was given, newest first. */
export async function readMandates(
  parts: GateParts,
  caller: Actor | null,
): Promise<{ mandates: MandateView[]; may: May[] }> {
  const actor = authorise(gatePolicy, "read_mandates", caller, noTrip);
  const mandates = await selectMandates(parts.database.db, actor.organisation ?? "");
  return {
    mandates: mandates.map((mandate) => show(parts, actor, mandate)),
    may: [mayByDuty(actor, "give_mandate")],
  };
}
