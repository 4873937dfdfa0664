import { randomUUID } from "node:crypto";
import type { MandateView } from "@moc/contract/gate/mandate.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { civilDay } from "../../platform/time/clock.ts";
import { lockMandates, mandated, saveMandate } from "./mandate-store.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { shownMandate } from "./read-mandates.ts";

type Input = { command: string; agent: string; from: string; to: string | null };

/**
 * Lets a customs agent declare in the name of the firm that gives the mandate, on civil days from today on.
 * @throws Refusal `agent_not_registered`, `mandate_dates`, `mandate_stands`
 */
export async function giveMandate(
  parts: GateParts,
  caller: Actor | null,
  input: Input,
): Promise<{ mandate: MandateView }> {
  const actor = authorise(gatePolicy, "give_mandate", caller, noTrip);
  const firm = actor.organisation ?? ""; // authorise has seen that there is one
  const { agent, from, to } = input;
  const known = rulesNow(parts).organisation.some((row) => row.key === agent && row.type === "customs_agent");
  if (!known) throw new Refusal("agent_not_registered", { field: "agent" });
  const command = { name: "gate.give_mandate", actor, role: "firm", input } as const;
  const { id } = await parts.once(command, async ({ tx, now, emit }) => {
    await lockMandates(tx, firm);
    const at = now();
    if (from < civilDay(at, parts.clock.timeZone)) throw new Refusal("mandate_dates", { field: "from" });
    if (to !== null && to < from) throw new Refusal("mandate_dates", { field: "to" });
    if (await mandated(tx, firm, agent, { from, to }))
      throw new Refusal("mandate_stands", { field: "agent" });
    const subject = randomUUID();
    await saveMandate(tx, { id: subject, firm, agent, from, to, givenAt: at, simulated: actor.simulated });
    emit({ kind: "gate.mandate_given", subject, occurredAt: at, data: { firm, agent, from, to } });
    return { id: subject };
  });
  return shownMandate(parts, actor, id);
}
