import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import { spokenParams } from "@moc/contract/gate/messages/spoken.ts";
import { gateRefusals } from "@moc/contract/gate/refusals.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { openMail } from "../../platform/mail/smtp.ts";
import type { Platform, Room } from "../../platform/platform.ts";
import type { Identity } from "../identity/index.ts";
import type { Registry } from "../registry/index.ts";
import { keepDeclarants } from "./declarants.ts";
import { exportDay } from "./export-trips.ts";
import { openParts } from "./open-parts.ts";
import { mountPages } from "./pages.ts";
import { rulesNow, sidesIn } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { rebuildTrips } from "./rebuild.ts";
import { gateRoutes } from "./routes.ts";
import { sendNotifications } from "./send-notifications.ts";
import { withNames } from "./spoken-names.ts";
import { gateTimers } from "./timers.ts";
import { writeBulletin } from "./write-bulletin.ts";
import { dayClock } from "./zone-clock.ts";

/** The only door of the gate: its room for the house, and the rebuilding of its read models for the command line. */
export async function openGate(platform: Platform, lower: { registry: Registry; identity: Identity }) {
  const { database, clock } = platform;
  const parts = await openParts(platform, lower);
  const { mail: mailServer } = platform.settings;
  const mail = mailServer ? openMail(mailServer) : null;
  const declarantsOf = keepDeclarants(database.db, platform);
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
        spoken: (language, params) => {
          const rules = rulesNow(parts);
          const say = (at: string) => dayClock(new Date(at), clock.timeZone);
          return {
            ...sidesIn(rules, language),
            ...spokenParams(language, withNames(params, rules), say),
          };
        },
      },
      timers: gateTimers(parts),
      outbox: (over) => sendNotifications({ ...parts, mail, over }),
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
    exportDay: (actor: Actor, asked: { day: string; why: string }) => exportDay(parts, actor, asked),
    writeBulletin: (actor: Actor, asked: { day?: string; language: Language }) =>
      writeBulletin(parts, actor, asked),
    /** Makes the read models anew from the log. */
    rebuild: () => rebuildTrips(parts),
  };
}

export type Gate = Awaited<ReturnType<typeof openGate>>;
