import type { OperationsView } from "@moc/contract/gate/operations.ts";
import type { PlaceChange } from "@moc/contract/gate/queue.ts";
import { type Sides, sideWords, unnamed } from "@moc/contract/registry/side-words.ts";
import type { Language } from "@moc/contract/values/text.ts";
import type { Database } from "../../platform/database/handle.ts";
import type { LogFollower } from "../../platform/events/follow.ts";
import type { Memory } from "../../platform/events/keep-known.ts";
import type { Once } from "../../platform/once.ts";
import type { Strokes } from "../../platform/stroke.ts";
import type { Clock } from "../../platform/time/clock.ts";
import type { Identity } from "../identity/index.ts";
import type { Registry, RowsOfDay } from "../registry/index.ts";
import type { keepHours } from "./hours-of-day.ts";
import type { PublicIntake } from "./intake-page.ts";
import type { Kept } from "./keep-last.ts";
import type { TripPage } from "./list-store.ts";
import type { CallLook } from "./look-at-call.ts";
import type { Pictures } from "./queue-picture.ts";
import type { DrawnQueue } from "./read-queue.ts";
import type { StandingNotices } from "./standing-notices.ts";
import type { StandingOrders } from "./standing-orders.ts";
import type { ReadTrips, TripMemory } from "./trip-memory.ts";
import type { ChangedTrip } from "./trip-stroke.ts";

/** Everything of the registry that holds on one civil day, from memory. */
export type ZoneRules = RowsOfDay;

/** What the gate works with; put together once, at the start. */
export type GateParts = {
  database: Database;
  once: Once;
  clock: Clock;
  follower: LogFollower;
  registry: Pick<Registry, "rows" | "openness" | "openStretches">;
  identity: Pick<
    Identity,
    | "savePerson"
    | "discardPersons"
    | "readPersons"
    | "namesPerson"
    | "nameActors"
    | "colleaguesOf"
    | "reachOf"
    | "address"
    | "makeLink"
    | "linkUrl"
    | "actorOfLink"
    | "revokeLinks"
    | "endedLink"
    | "keepAudit"
  >;
  /** What of this is kept in memory. */
  kept: Memory;
  orders: StandingOrders;
  notices: StandingNotices;
  /** Keys the digests by which the rows of a file are known again. */
  importKey: Buffer;
  pictures: Pictures;
  trips: ReadTrips;
  memory: Pick<TripMemory, "recall" | "keep">;
  /** Stores a command that was decided by a remembered trip. */
  strokes: Strokes<ChangedTrip>;
  hours: ReturnType<typeof keepHours>;
  operations: Kept<OperationsView>;
  queues: Kept<DrawnQueue>;
  calls: Kept<CallLook>;
  intakes: Kept<PublicIntake>;
  lists: Kept<TripPage>;
  /** The last changes of a place, per trip and place. */
  histories: Kept<PlaceChange[]>;
};

/** The rules that hold now. */
export function rulesNow(parts: Pick<GateParts, "registry" | "clock">): ZoneRules {
  return parts.registry.rows(parts.clock.now());
}

/** The two sides of the border as the zone names them. */
export function sidesOf(rules: ZoneRules): Sides {
  return rules.zone[0] ?? unnamed;
}

/** The same as sentences of one language take them. */
export function sidesIn(rules: ZoneRules, language: Language): Readonly<Record<string, string>> {
  return sideWords(sidesOf(rules), language);
}

/** The key of this moment: all who ask for the same in one second, while nothing new is known, are given the same answer. */
export function momentKey({ follower, clock }: Pick<GateParts, "follower" | "clock">): string {
  return `${follower.edition()} ${Math.floor(clock.now().getTime() / 1000)}`;
}
