import { createHmac } from "node:crypto";
import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import { spokenParams } from "@moc/contract/gate/messages/spoken.ts";
import { gateRefusals } from "@moc/contract/gate/refusals.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Language } from "@moc/contract/values/text.ts";
import type { Platform, Room } from "../../platform/platform.ts";
import { gatherStrokes } from "../../platform/stroke.ts";
import type { Identity } from "../identity/index.ts";
import type { Registry } from "../registry/index.ts";
import { callingMode } from "./calling-mode.ts";
import { withCheckNames } from "./check-names.ts";
import { keepDeclarants } from "./declarants.ts";
import { exportColumns, exportTrips } from "./export-trips.ts";
import { keepHours } from "./hours-of-day.ts";
import { keepLast } from "./keep-last.ts";
import { mountPages } from "./pages.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { keepPictures } from "./queue-picture.ts";
import { rebuildTrips } from "./rebuild.ts";
import { gateRoutes } from "./routes.ts";
import { keepNotices, withNotices } from "./standing-notices.ts";
import { keepOrders } from "./standing-orders.ts";
import { gateTimers } from "./timers.ts";
import { type Remembered, rememberTrips } from "./trip-memory.ts";
import { updateUnchanged } from "./trip-store.ts";
import { writeBulletin } from "./write-bulletin.ts";
import { dayClock } from "./zone-clock.ts";

/** The only door of the gate: its room for the house, and the rebuilding of its read models for the command line. */
export function openGate(platform: Platform, lower: { registry: Registry; identity: Identity }) {
  const { database, once, clock, follower } = platform;
  const notices = keepNotices(platform);
  const registry = withNotices(lower.registry, notices, clock.timeZone);
  const orders = keepOrders(platform);
  const pictures = keepPictures(database.db, (queue) =>
    callingMode({ registry, orders }, queue, clock.now()),
  );
  const memory = rememberTrips(database.db);
  const strokes = gatherStrokes<Remembered>(platform, (gathered) =>
    updateUnchanged(gathered.map(({ command, state }) => ({ command: command.input.command, ...state }))),
  );
  const hours = keepHours({ database, clock });
  const declarantsOf = keepDeclarants(database.db, follower);
  const parts: GateParts = {
    database,
    once,
    clock,
    follower,
    ...lower,
    registry,
    notices,
    orders,
    importKey: createHmac("sha256", platform.settings.secret).update("digest of an import").digest(),
    pictures,
    trips: memory.read,
    memory,
    strokes,
    hours,
    operations: keepLast(4),
    intakes: keepLast(2),
    histories: keepLast(5_000),
  };
  return {
    room: {
      router: gateRoutes(parts),
      catalogue: {
        statuses: gateRefusals,
        sentences: {
          vi: gateMessages.vi.refusals,
          en: gateMessages.en.refusals,
          zh: gateMessages.zh.refusals,
        },
        spoken: (language, params) =>
          spokenParams(language, withCheckNames(params, rulesNow(parts)), (at) =>
            dayClock(new Date(at), clock.timeZone),
          ),
      },
      timers: gateTimers(parts),
      pages: (app) => mountPages(app, parts),
      hears: (actor, event) =>
        gatePolicy.read_all_trips(actor, noTrip) ||
        (/^gate\.(order|notice)_/.test(event.kind) && gatePolicy.read_steering(actor, noTrip)) ||
        actor.roles.includes("yard_operator") ||
        actor.trip === event.subject ||
        (actor.kind !== "link" &&
          actor.organisation !== null &&
          declarantsOf(event.subject).includes(actor.organisation)),
    } satisfies Room,
    exportColumns,
    exportTrips: (actor: Actor, day: string) => exportTrips(parts, actor, day),
    writeBulletin: (actor: Actor, asked: { day?: string; language: Language }) =>
      writeBulletin(parts, actor, asked),
    /** Makes the read models anew from the log. */
    rebuild: () => rebuildTrips(parts),
  };
}

export type Gate = ReturnType<typeof openGate>;
