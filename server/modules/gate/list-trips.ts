import type { TripFilter as TripAsked } from "@moc/contract/gate/export.ts";
import type { TripRow } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { dayBounds } from "../../platform/time/clock.ts";
import { selectTripPage, type TripFilter } from "./list-store.ts";
import { type GateParts, momentKey, rulesNow, type ZoneRules } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { operatorsOf } from "./rules.ts";
import { showRow } from "./show-trip.ts";
import { tripsOfAlert } from "./trip-alerts.ts";

type Input = TripAsked & { after?: string | undefined; limit: number };

/** The rows that a reader may see at all: every row, its organisation's own, or those of the routes of its yards. */
function scopeOf(actor: Actor, rules: ZoneRules): Pick<TripFilter, "declarant" | "routes"> {
  if (gatePolicy.read_all_trips(actor, noTrip)) return { declarant: undefined, routes: undefined };
  const { organisation } = actor;
  if (organisation === null || actor.kind === "link") throw new Refusal("not_allowed");
  if (actor.roles.includes("yard_operator")) {
    const routes = rules.route
      .map((row) => row.key)
      .filter((route) => operatorsOf(rules, route).includes(organisation));
    return { declarant: undefined, routes };
  }
  if (!gatePolicy.declare(actor, noTrip)) throw new Refusal("not_allowed");
  return { declarant: organisation, routes: undefined };
}

function cursorOf(after: string | undefined): { at: string; id: string } | null {
  if (after === undefined) return null;
  const [at = "", id = ""] = after.split("~", 2);
  const sound = !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id);
  if (!sound) throw new Refusal("invalid_input", { field: "after" });
  return { at, id };
}

/** What a reader asked for, of the trips that this reader may see. @throws Refusal `not_allowed`. */
export async function filterFor(parts: GateParts, actor: Actor, asked: TripAsked): Promise<TripFilter> {
  const { search, state, route, direction, day, alert } = asked;
  const changed = day === undefined ? undefined : dayBounds(day, parts.clock.timeZone);
  const trips = alert === undefined ? undefined : await tripsOfAlert(parts, actor, alert);
  return { search, state, route, direction, changed, trips, ...scopeOf(actor, rulesNow(parts)) };
}

/** Trips that the reader may see, newest change first. */
export async function listTrips(
  parts: GateParts,
  actor: Actor | null,
  input: Input,
): Promise<{ rows: TripRow[]; next: string | null; total: number }> {
  if (actor === null) throw new Refusal("not_signed_in");
  const after = cursorOf(input.after);
  // Counting all of many years' trips takes the database tens of ms, and a change brings everybody's screen to ask at once.
  const key = `${momentKey(parts)} ${JSON.stringify([input, scopeOf(actor, rulesNow(parts))])}`;
  const { ids, total } = await parts.lists.once(key, async () =>
    selectTripPage(parts.database.db, await filterFor(parts, actor, input), after, input.limit),
  );
  const last = ids.at(-1);
  const more = ids.length === input.limit && last !== undefined;
  const trips = await parts.trips(ids.map((row) => row.id));
  return {
    rows: trips.map((trip) => showRow(trip)),
    next: more ? `${last.at.toISOString()}~${last.id}` : null,
    total,
  };
}
