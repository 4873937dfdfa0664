import { randomUUID } from "node:crypto";
import type { NewCount } from "@moc/contract/gate/count.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { civilText } from "@moc/engines/gate/bulletin-text.ts";
import { countUnit } from "@moc/engines/gate/counts.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { civilDay, instantOf } from "../../platform/time/clock.ts";
import { shiftedDay } from "./count-bulletin.ts";
import { isCounted, saveCount } from "./count-store.ts";
import { duties } from "./duties.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

/** Figures come late, in the report of a month; a day further back than a year is a slip of the pen. */
export const countedDaysBack = 366;

/** A day that has begun, within a year. @throws Refusal `count_day` with the first and last day that may be entered */
function refuseDay(day: string, today: string): void {
  const first = shiftedDay(today, -countedDaysBack);
  if (day >= first && day <= today) return;
  const params = { earliest: civilText(first), latest: civilText(today) };
  throw new Refusal("count_day", { field: "count.day", params });
}

/** What was counted on the route on that day. @throws Refusal `route_not_found`, `count_by_trips` */
function unitOn({ registry, clock }: GateParts, { route: key, day }: NewCount) {
  const { route: routes } = registry.rows(instantOf(day, "12:00", clock.timeZone));
  const route = routes.find((row) => row.key === key);
  if (route === undefined) throw new Refusal("route_not_found", { field: "count.route" });
  const unit = countUnit(route);
  if (unit === null) throw new Refusal("count_by_trips", { field: "count.route", params: { route: key } });
  return unit;
}

/**
 * Records how many passed one day where nobody is declared, and who says so. A figure that is there already is
 * corrected, never entered again. @throws Refusal `count_day`, `route_not_found`, `count_by_trips`, `count_stands`
 */
export async function recordCount(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; count: NewCount },
): Promise<{ count: string }> {
  const actor = authorise(gatePolicy, "record_count", caller, noTrip);
  const { count } = input;
  const role = roleAmong(actor, duties.record_count);
  return parts.once({ name: "gate.record_count", actor, role, input }, async ({ tx, now, emit }) => {
    const at = now();
    refuseDay(count.day, civilDay(at, parts.clock.timeZone));
    const unit = unitOn(parts, count);
    if (await isCounted(tx, count)) throw new Refusal("count_stands", { field: "count.day" });
    const id = randomUUID();
    const { organisation, simulated } = actor;
    const data = { ...count, unit, organisation };
    const record = { number: 0, reason: null, actor: actor.id, recordedAt: at, simulated };
    await saveCount(tx, { id, ...data, ...record });
    emit({ kind: "gate.count_recorded", subject: id, occurredAt: at, data });
    return { count: id };
  });
}
