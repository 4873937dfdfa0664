import { type Duty, type DutyLog, type Incident, IncidentKind } from "@moc/contract/gate/duty.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { authorise } from "../../platform/authorise.ts";
import { civilDay, dayBounds } from "../../platform/time/clock.ts";
import { mayHandOver } from "./duty.ts";
import {
  type StoredDuty,
  type StoredIncident,
  selectHandedOver,
  selectIncidents,
  selectOnDuty,
} from "./duty-store.ts";
import { mayClose } from "./incidents.ts";
import { mayByDuty } from "./may-by-duty.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

type Names = ReadonlyMap<string, string>;

/** What is for its own people, or else for the dispatcher. */
function may(action: string, allowed: boolean): May {
  return allowed
    ? { action, allowed }
    : { action, allowed, reason: "not_allowed", params: { who: "dispatcher" } };
}

const instant = (at: Date) => at.toISOString();

function showDuty(duty: StoredDuty, names: Names, actor: Actor, stands: boolean): Duty {
  const { ended_at, ended_by, note } = duty;
  return {
    id: duty.id,
    post: duty.post,
    holder: { name: names.get(duty.actor) ?? null, organisation: duty.organisation },
    takenAt: instant(duty.taken_at),
    handedOver:
      ended_at === null || ended_by === null
        ? null
        : {
            at: instant(ended_at),
            by: { name: names.get(ended_by) ?? null, organisation: null },
            note: note ?? "",
          },
    simulated: duty.simulated,
    may: ended_at === null ? [may("hand_over", stands && mayHandOver(actor, duty))] : [],
  };
}

function showIncident(incident: StoredIncident, names: Names, actor: Actor, stands: boolean): Incident {
  const { closed_at, closed_by, outcome } = incident;
  const who = (id: string, organisation: string | null) => ({ name: names.get(id) ?? null, organisation });
  return {
    id: incident.id,
    place: incident.place,
    kind: IncidentKind.parse(incident.kind),
    text: incident.text,
    since: instant(incident.since),
    reportedAt: instant(incident.reported_at),
    by: who(incident.actor, incident.organisation),
    closed:
      closed_at === null || closed_by === null
        ? null
        : { at: instant(closed_at), by: who(closed_by, null), outcome: outcome ?? "" },
    simulated: incident.simulated,
    may: closed_at === null ? [may("close_incident", stands && mayClose(actor, incident))] : [],
  };
}

/** Who is on duty now, and what was handed over and went wrong on a day: by default today. */
export async function readDutyLog(
  { database: { db }, clock, identity }: GateParts,
  caller: Actor | null,
  input: { day?: string | undefined },
): Promise<DutyLog> {
  const actor = authorise(gatePolicy, "read_duty", caller, noTrip);
  const day = input.day ?? civilDay(clock.now(), clock.timeZone);
  const { from, to } = dayBounds(day, clock.timeZone);
  const onDuty = await selectOnDuty(db);
  const handedOver = await selectHandedOver(db, from, to);
  const incidents = await selectIncidents(db, from, to);
  const names = await identity.nameActors(db, [
    ...[...onDuty, ...handedOver].flatMap((duty) => [duty.actor, duty.ended_by ?? duty.actor]),
    ...incidents.flatMap((incident) => [incident.actor, incident.closed_by ?? incident.actor]),
  ]);
  const stands = gatePolicy.stand_duty(actor, noTrip);
  return {
    day,
    onDuty: onDuty.map((duty) => showDuty(duty, names, actor, stands)),
    handedOver: handedOver.map((duty) => showDuty(duty, names, actor, stands)),
    incidents: incidents.map((incident) => showIncident(incident, names, actor, stands)),
    may: ["take_duty", "report_incident"].map((action) => mayByDuty(actor, "stand_duty", action)),
  };
}
