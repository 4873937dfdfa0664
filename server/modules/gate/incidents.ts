import { randomUUID } from "node:crypto";
import type { IncidentKind } from "@moc/contract/gate/duty.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { isPost } from "./duty.ts";
import {
  findIncident,
  insertClosing,
  insertIncident,
  lockDutyLog,
  type StoredIncident,
} from "./duty-store.ts";
import type { GateParts } from "./parts.ts";
import { rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

// What began longer ago is no report of a shift; ms.
const oldest = 7 * 24 * 3_600_000;

/** Whoever's organisation reported it closes it, and so does the gate centre. */
export function mayClose(actor: Actor, incident: Pick<StoredIncident, "actor" | "organisation">): boolean {
  const own = actor.organisation !== null && actor.organisation === incident.organisation;
  return own || actor.id === incident.actor || actor.roles.includes("dispatcher");
}

type Report = { command: string; place: string; kind: IncidentKind; text: string; since: string };

/** Something went wrong at a place. @throws Refusal `post_unknown`, `since_impossible` */
export async function reportIncident(
  parts: GateParts,
  caller: Actor | null,
  input: Report,
): Promise<{ incident: string }> {
  const actor = authorise(gatePolicy, "stand_duty", caller, noTrip);
  const { place, kind, text } = input;
  if (!isPost(rulesNow(parts), place)) throw new Refusal("post_unknown", { field: "place" });
  const command = { name: "gate.report_incident", actor, role: actor.roles[0] ?? null, input };
  return parts.once(command, async ({ tx, now, emit }) => {
    const [at, since] = [now(), new Date(input.since)];
    const age = at.getTime() - since.getTime();
    if (age < 0 || age > oldest) throw new Refusal("since_impossible", { field: "since" });
    const id = randomUUID();
    const { organisation, simulated } = actor;
    const by = { actor: actor.id, organisation, simulated };
    await insertIncident(tx, { id, place, kind, text, since, reported_at: at, ...by });
    emit({
      kind: "gate.incident_reported",
      subject: id,
      data: { place, kind, since: since.toISOString() },
    });
    return { incident: id };
  });
}

/** It is over. @throws Refusal `incident_not_found`, `incident_closed`, `not_allowed` */
export async function closeIncident(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; incident: string; outcome: string },
): Promise<{ incident: string }> {
  const actor = authorise(gatePolicy, "stand_duty", caller, noTrip);
  const command = { name: "gate.close_incident", actor, role: actor.roles[0] ?? null, input };
  return parts.once(command, async ({ tx, now, emit }) => {
    await lockDutyLog(tx);
    const incident = await findIncident(tx, input.incident);
    if (incident === undefined) throw new Refusal("incident_not_found");
    if (!mayClose(actor, incident)) throw new Refusal("not_allowed");
    if (incident.closed_at !== null) throw new Refusal("incident_closed");
    await insertClosing(tx, { incident: incident.id, actor: actor.id, at: now(), outcome: input.outcome });
    emit({ kind: "gate.incident_closed", subject: incident.id, data: { place: incident.place } });
    return { incident: incident.id };
  });
}
