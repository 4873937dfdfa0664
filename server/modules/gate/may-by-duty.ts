import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { type ByDuty, whose } from "./duties.ts";
import { gatePolicy, noTrip } from "./policy.ts";

/** Whether a reader may do what looks at no trip, and whose it is if not; `action`: under which name the screen does it. */
export function mayByDuty(actor: Actor, permission: ByDuty, action: string = permission): May {
  if (gatePolicy[permission](actor, noTrip)) return { action, allowed: true };
  return { action, allowed: false, reason: "not_allowed", params: { who: whose(permission) } };
}
