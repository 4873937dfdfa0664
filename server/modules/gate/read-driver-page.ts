import type { PlaceChange } from "@moc/contract/gate/queue.ts";
import type { StandingOrder } from "@moc/contract/gate/steering.ts";
import type { Sides } from "@moc/contract/registry/side-words.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { LocalText } from "@moc/contract/values/text.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { callRuleFor, postponementRuleFor } from "@moc/engines/registry/rules.ts";
import { type DriverTold, nightOf } from "./driver-tell.ts";
import { explainPlace } from "./explain-place.ts";
import { selectQueueFigures } from "./figures-store.ts";
import type { NoticeRecord } from "./notice-store.ts";
import { readNotifications } from "./notifications.ts";
import { type GateParts, rulesNow, sidesOf, type ZoneRules } from "./parts.ts";
import { ordersOfTrip } from "./show-order.ts";
import { findTrip } from "./trip-store.ts";

/** All that the driver's page says; no names of people. */
export type DriverPage = {
  /** The secret of the link, for the forms of the page. */
  key: string;
  /** What its driver may answer now; `spent`: he has postponed as often as he may. */
  answer: "postpone" | "resume" | "spent" | null;
  trip: Trip;
  now: Date;
  timeZone: string;
  sides: Sides;
  route: { name: LocalText; markers: readonly string[] | null };
  /** Where it waits, by name. */
  waitsAt: LocalText | null;
  standing: { place: number; waiting: number; perHour: number | null } | null;
  closesAt: string | null;
  /** What the other side announced for its route. */
  notices: readonly NoticeRecord[];
  /** Those that touch it before its call. */
  orders: StandingOrder[];
  /** Parks and routes by name. */
  places: ReadonlyMap<string, LocalText>;
  history: PlaceChange[];
  told: DriverTold;
  /** Kinds of checks by name. */
  checks: ReadonlyMap<string, LocalText>;
  /** Names of the organisations that departed from the order. */
  organisations: ReadonlyMap<string, LocalText>;
};

function answerOf(trip: Trip, rules: ZoneRules): DriverPage["answer"] {
  if (trip.state !== "holding" && trip.state !== "called") return null;
  if (trip.postponedUntil !== null) return "resume";
  const rule = postponementRuleFor(rules.postponement_rule, trip.route, trip.direction);
  if (rule === null) return null;
  return trip.postponements < rule.times ? "postpone" : "spent";
}

/** What the bearer of a driver's link sees; null when the link does not hold or the trip is gone. */
export async function readDriverPage(parts: GateParts, secret: string): Promise<DriverPage | null> {
  const actor = await parts.identity.actorOfLink(secret);
  if (actor?.trip === null || actor === null) return null;
  const { db } = parts.database;
  const trip = await findTrip(db, actor.trip);
  if (trip === undefined) return null;
  const rules = rulesNow(parts);
  const now = parts.clock.now();
  const picture = trip.state === "holding" ? await parts.pictures(rules, trip.route, trip.direction) : null;
  const own = picture?.byTrip.get(trip.id);
  // Drivers look every few seconds; their history grows only when their place changes.
  const standsAt = `${trip.id} ${trip.version} ${own?.place ?? ""}`;
  const changes =
    trip.ticket === null
      ? []
      : await parts.histories.once(standsAt, async () => {
          const explained = await explainPlace(parts, actor, { trip: trip.id });
          return explained.changes.slice(-5).toReversed();
        });
  const route = rules.route.find((row) => row.key === trip.route);
  const plain = { vi: trip.route, en: trip.route, zh: trip.route };
  const waitsAt = [...rules.park, ...rules.yard].find((row) => row.key === trip.place)?.name ?? null;
  return {
    key: secret,
    answer: answerOf(trip, rules),
    trip,
    now,
    timeZone: parts.clock.timeZone,
    sides: sidesOf(rules),
    route: { name: route?.name ?? plain, markers: route?.markers ?? null },
    waitsAt,
    standing:
      own === undefined || picture === null
        ? null
        : { place: own.place, waiting: picture.order.length, perHour: await paceOf(parts, trip) },
    closesAt: parts.registry.openness(trip.route, now)?.closesAt ?? null,
    notices: parts.notices.now().filter((notice) => notice.routes.includes(trip.route)),
    orders: ordersOfTrip(parts.orders.now(), trip, now),
    places: new Map([...rules.park, ...rules.route].map((one) => [one.key, one.name])),
    history: changes,
    told: await toldTo(parts, actor, trip.id),
    checks: new Map(rules.kindsKnown.map((one) => [one.key, one.name])),
    organisations: new Map(rules.organisation.map((one) => [one.key, one.name])),
  };
}

/** Trucks per hour by which a time is reckoned: measured, else the dated figure of the pack. */
async function paceOf(parts: GateParts, trip: Trip): Promise<number | null> {
  const { route, direction } = trip;
  const figures = await selectQueueFigures(parts.database.db, route, direction, parts.clock.now());
  const rule = callRuleFor(rulesNow(parts).call_rule, route, direction);
  return figures.servicePerHour ?? rule?.assumedPerHour ?? null;
}

/** The driver's own choice; of messages only what the phone of a demonstration has received. */
async function toldTo(parts: GateParts, actor: Actor, trip: string): Promise<DriverTold> {
  const { rows, choice } = await readNotifications(parts, actor, { trip });
  const received = rows.filter((row) => row.simulated && row.state === "delivered");
  return { choice, received: received.slice(0, 3), night: nightOf(rulesNow(parts)) };
}
