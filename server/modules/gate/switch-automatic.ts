import { randomUUID } from "node:crypto";
import type { AutomaticView } from "@moc/contract/gate/automatic.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { automaticRuleFor } from "@moc/engines/registry/rules.ts";
import { authorise } from "../../platform/authorise.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { findLast, saveStart, saveStop } from "./automatic-store.ts";
import { nextLook } from "./call-by-itself.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { ensureQueue, lockQueue } from "./queue-store.ts";
import { showAutomatic } from "./read-automatic.ts";
import { hasRoute, ruleMissing } from "./rules.ts";
import { automaticTimer } from "./timer-kinds.ts";

type Input = { command: string; route: string; direction: Direction; reason: string };
type Answer = { automatic: AutomaticView };

/** Who switches, for which organisation. @throws Refusal `not_allowed`, `route_not_found` */
function switcher(parts: GateParts, caller: Actor | null, { route }: Input) {
  const actor = authorise(gatePolicy, "switch_automatic", caller, noTrip);
  if (!hasRoute(rulesNow(parts), route)) throw new Refusal("route_not_found", { field: "route" });
  return { actor, organisation: actor.organisation ?? "" }; // authorise has seen that there is one
}

/**
 * Lets a queue call by itself in the name of the officer's organisation, from one interval of the rule on: until then it
 * can be switched off before anybody is called. @throws Refusal `route_not_found`, `rule_missing`, `automatic_on`
 */
export async function startAutomatic(parts: GateParts, caller: Actor | null, input: Input): Promise<Answer> {
  const { actor, organisation } = switcher(parts, caller, input);
  const { route, direction, reason } = input;
  const command = { name: "gate.start_automatic", actor, role: "dispatcher", input } as const;
  await parts.once(command, async ({ tx, now, emit }) => {
    const rule = automaticRuleFor(rulesNow(parts).automatic_rule, route, direction);
    if (rule === null) {
      throw new Refusal("rule_missing", { params: ruleMissing("automatic_rule", route).params });
    }
    await ensureQueue(tx, route, direction);
    await lockQueue(tx, route, direction);
    if ((await findLast(tx, route, direction))?.stopped === null) throw new Refusal("automatic_on");
    const at = now();
    const id = randomUUID();
    const started = { at: at.toISOString(), actor: actor.id, organisation, reason };
    await saveStart(tx, { id, route, direction, started, simulated: actor.simulated });
    await setTimer(tx, automaticTimer, id, nextLook(parts, rule, at));
    const data = { route, direction, organisation, reason };
    emit({ kind: "gate.automatic_started", subject: id, occurredAt: at, data });
    return {};
  });
  return { automatic: await showAutomatic(parts, actor, input) };
}

/** From now on people alone call. @throws Refusal `route_not_found`, `automatic_off` */
export async function stopAutomatic(parts: GateParts, caller: Actor | null, input: Input): Promise<Answer> {
  const { actor, organisation } = switcher(parts, caller, input);
  const { route, direction, reason } = input;
  const command = { name: "gate.stop_automatic", actor, role: "dispatcher", input } as const;
  await parts.once(command, async ({ tx, now, emit }) => {
    await lockQueue(tx, route, direction);
    const running = await findLast(tx, route, direction);
    if (running === undefined || running.stopped !== null) throw new Refusal("automatic_off");
    const at = now();
    await saveStop(tx, running.id, { at: at.toISOString(), actor: actor.id, organisation, reason });
    const data = { route, direction, organisation, reason };
    emit({ kind: "gate.automatic_stopped", subject: running.id, occurredAt: at, data });
    return {};
  });
  return { automatic: await showAutomatic(parts, actor, input) };
}
