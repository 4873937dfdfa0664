import type { CallPreview, MayCall } from "@moc/contract/gate/queue.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import type { Verdict } from "@moc/engines/gate/yes-or-no.ts";
import { authorise } from "../../platform/authorise.ts";
import { whose } from "./duties.ts";
import { lookNow } from "./look-at-call.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { hasRoute } from "./rules.ts";

type Input = { route: string; direction: Direction; count?: number | undefined };

/** What a call would do, in words and figures; changes nothing. @throws Refusal `route_not_found` */
export async function previewCall(
  parts: GateParts,
  caller: Actor | null,
  input: Input,
): Promise<CallPreview> {
  const actor = authorise(gatePolicy, "read_queue", caller, noTrip);
  if (!hasRoute(rulesNow(parts), input.route)) throw new Refusal("route_not_found", { field: "route" });
  const { would, open, callable } = await lookNow(parts, input);
  return { ...would, mayCall: mayCall(actor, open, callable > 0) };
}

/** Whether this reader may call now, and why not: by duty, by the hours of the route, or because nobody can be called. */
export function mayCall(actor: Actor, open: Verdict, anybody: boolean): MayCall {
  const no = (reason: string, params: Record<string, string> = {}) => ({ allowed: false, reason, params });
  if (!gatePolicy.call_forward(actor, noTrip)) return no("not_allowed", { who: whose("call_forward") });
  if (!open.allowed) return no(open.reason, open.params);
  return anybody ? { allowed: true, reason: null, params: {} } : no("nobody_to_call");
}
