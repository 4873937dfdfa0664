import { identityMessages } from "@moc/contract/identity/messages/messages.ts";
import type { PersonClass, PersonData } from "@moc/contract/identity/person.ts";
import { identityRefusals } from "@moc/contract/identity/refusals.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Db, Tx } from "../../platform/database/handle.ts";
import type { DirectorySettings } from "../../platform/directory-settings.ts";
import type { Platform, Room } from "../../platform/platform.ts";
import { actorOfLink, authenticate, endedLink } from "./authenticate.ts";
import { colleaguesOf } from "./colleagues.ts";
import { createAdmin } from "./create-admin.ts";
import { openDirectory } from "./directory.ts";
import { mountDirectory } from "./directory-pages.ts";
import { expirePersons, retentionTimer, scheduleRetention } from "./expire-persons.ts";
import { type AuditEntry, keepAudit } from "./keep-audit.ts";
import { keepErased } from "./keep-erased.ts";
import { deriveKeys } from "./keys.ts";
import { makeDemonstration, makeFieldToken } from "./make-demonstration.ts";
import { linkUrl, makeLink, type NewLink, revokeLinks } from "./make-link.ts";
import { nameActors } from "./name-actors.ts";
import type { IdentityParts } from "./parts.ts";
import { type PasswordCost, passwordCost } from "./password.ts";
import { deletePersons } from "./person-store.ts";
import { identityPolicy } from "./policy.ts";
import { namesPerson, readPersons, savePerson } from "./protect-person.ts";
import { reachOf } from "./reach-of.ts";
import { identityRoutes } from "./routes.ts";

type Outside = Pick<IdentityParts, "address" | "organisationExists" | "organisationOf"> & {
  machineNow?: () => Date;
  /** Tests sign in by the hundred and take less. */
  passwordCost?: PasswordCost | undefined;
  directory: DirectorySettings | null;
};

export { readErased, writeErased } from "./erased-list.ts";
export type { PasswordCost };

export type Identity = ReturnType<typeof openIdentity>;

/** The only door of identity: its room for the house, and what other rooms and the command line ask of it. */
export function openIdentity(platform: Platform, outside: Outside) {
  const { database, once, clock, settings } = platform;
  const keys = deriveKeys(settings.secret);
  const parts: IdentityParts = {
    database,
    once,
    clock,
    keys,
    machineNow: () => new Date(),
    ...outside,
    directory: outside.directory && openDirectory(outside.directory, platform.log),
    passwordCost: outside.passwordCost ?? passwordCost,
  };
  return {
    room: {
      router: identityRoutes(parts),
      catalogue: {
        statuses: identityRefusals,
        sentences: {
          vi: { ...identityMessages.vi.refusals, ...identityMessages.vi.faults },
          en: { ...identityMessages.en.refusals, ...identityMessages.en.faults },
          zh: { ...identityMessages.zh.refusals, ...identityMessages.zh.faults },
        },
      },
      pages: (app) => mountDirectory(app, parts),
      timers: { [retentionTimer]: async (tx) => void (await expirePersons(tx, parts)) },
      hears: (actor, event) => identityPolicy.audit_read(actor, { organisation: event.organisation }),
    } satisfies Room,
    /** Who calls; null for a stranger. */
    authenticate: (request: { headers: Parameters<typeof authenticate>[1] }) =>
      authenticate(parts, request.headers),
    /** Who bears this secret of a driver's link; null when it does not hold. */
    actorOfLink: (secret: string) => actorOfLink(parts, secret),
    /** A link that was ended before its time. */
    endedLink: (secret: string) => endedLink(parts, secret),
    savePerson: (tx: Tx, personClass: PersonClass, data: PersonData) =>
      savePerson(tx, parts, personClass, data),
    /** Takes away persons that stand in no event: those of a paper that was thrown away unfiled. */
    discardPersons: (tx: Tx, ids: readonly string[]) => deletePersons(tx, ids),
    readPersons: (tx: Tx, actor: Actor, ids: readonly string[], why: string) =>
      readPersons(tx, parts, actor, ids, why),
    namesPerson: (tx: Tx, ids: readonly string[], texts: readonly string[]) =>
      namesPerson(tx, parts, ids, texts),
    reachOf: (db: Db | Tx, who: Parameters<typeof reachOf>[2]) => reachOf(db, parts, who),
    /** Where people reach the server. */
    address: () => parts.address(),
    colleaguesOf: (db: Db | Tx, actor: Actor) => colleaguesOf(db, parts, actor),
    nameActors: (db: Db | Tx, ids: readonly string[]) => nameActors(db, parts, ids),
    makeLink: (tx: Tx, actor: Actor, link: NewLink) => makeLink(tx, parts, actor, link),
    revokeLinks: (tx: Tx, actor: Actor, trip: string) => revokeLinks(tx, parts, actor, trip),
    /** Address of the driver's page behind a link, for whoever may issue it. */
    linkUrl: (id: string) => linkUrl(parts, id),
    /** Keeps what an operator did outside the API. */
    keepAudit: (tx: Tx, actor: Actor, entries: AuditEntry[]) => keepAudit(tx, parts, actor, entries),
    createAdmin: (admin: Parameters<typeof createAdmin>[1]) => createAdmin(parts, admin),
    /** Sets the nightly erasure; once per start. */
    scheduleRetention: () => database.transaction((tx) => scheduleRetention(tx, parts)),
    /** Erases again whom a restored backup brought back, and keeps the list of the erased beside the database. */
    keepErased: () => keepErased(platform, parts),
    makeDemonstration: () => makeDemonstration(parts),
    makeFieldToken: () => makeFieldToken(parts),
  };
}
