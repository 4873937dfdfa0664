import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { restatedChecks } from "@moc/engines/gate/checks.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import { fileOf } from "./filing.ts";
import { inOwnFields } from "./own-fields.ts";
import type { GateParts } from "./parts.ts";
import { ensureQueue } from "./queue-store.ts";
import { refuseNames } from "./refuse-names.ts";
import { limitEnd } from "./rules.ts";
import { notArrivedTimer } from "./timer-kinds.ts";

type Input = TripCommandInput & { to: string; reason: string; order?: string | undefined };

/**
 * Sends a truck to another gate or route. It leaves its queue and has to arrive anew, within the time that a declaration
 * gives. @throws Refusal `divert_same_route`, `route_not_found`, `route_closed_to_kind`, `rule_missing`, `text_names_person`
 */
export function divertTrip(parts: GateParts, actor: Actor | null, input: Input) {
  const { to, reason, order = null } = input;
  return changeTrip(parts, actor, "divert", input, async ({ tx, trip, rules, now }) => {
    if (to === trip.route) throw new Refusal("divert_same_route", { field: "to" });
    if (!rules.route.some((route) => route.key === to)) throw new Refusal("route_not_found", { field: "to" });
    await refuseNames(parts, tx, trip, { reason: [reason] });
    const {
      gate,
      stream,
      checks: applying,
    } = await inOwnFields({ "declaration.route": "to" }, async () =>
      fileOf(rules, { ...trip, route: to }, trip.person),
    );
    const checks = restatedChecks(trip, applying);
    const expires = limitEnd(rules, "declaration_not_arrived", to, now);
    // The queue that it will join has to be there; nothing changes in it yet.
    if (kindTraits[trip.kind].queued) await ensureQueue(tx, to, trip.direction);
    await setTimer(tx, notArrivedTimer, trip.id, expires);
    const expiresAt = expires.toISOString();
    const data = { from: trip.route, to, gate, stream, checks, expiresAt, reason, order };
    return [{ kind: "gate.diverted", data }];
  });
}
