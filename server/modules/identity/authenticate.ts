import { Actor, Role } from "@moc/contract/values/actor.ts";
import { Language } from "@moc/contract/values/text.ts";
import { z } from "zod";
import { digestOf, sameDigest } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { sessionSecret } from "./session-cookie.ts";
import { findSession, type SessionAccount, touchSession } from "./session-store.ts";
import { findEndedLink, findLink, findToken, touchToken } from "./token-store.ts";

type Headers = Readonly<Record<string, string | string[] | undefined>>;
type AuthParts = Pick<IdentityParts, "database" | "clock" | "machineNow">;

/** A session that was not used for so long has ended (ms, machine time). One shift and its hand-over. */
export const idleLimit = 12 * 3600_000;
// Every use of a session or token would be a write; this is exact enough for the limit above.
const touchEvery = 5 * 60_000;

const Roles = z.array(Role);
const longest = 200;
const tokenShape = /^moc_([0-9a-f-]{36})_([A-Za-z0-9_-]{43})$/;

/**
 * Who calls: a session's cookie, a token (`Authorization: Bearer`), or a driver's link (`Authorization: Link`). A header
 * of Authorization counts before a cookie. @returns null when nobody is proved, for whatever reason.
 */
export async function authenticate(parts: AuthParts, headers: Headers): Promise<Actor | null> {
  const { authorization } = headers;
  if (typeof authorization === "string") {
    const [scheme, secret = ""] = authorization.slice(0, longest).split(" ", 2);
    if (scheme === "Bearer") return actorOfToken(parts, secret);
    if (scheme === "Link") return actorOfLink(parts, secret);
    return null;
  }
  const secret = sessionSecret(headers.cookie);
  return secret === null ? null : actorOfSession(parts, secret);
}

async function actorOfSession(parts: AuthParts, secret: string): Promise<Actor | null> {
  const { db } = parts.database;
  const now = parts.machineNow();
  const digest = digestOf(secret.slice(0, longest));
  const account = await findSession(db, digest, now, new Date(now.getTime() - idleLimit));
  if (account === undefined) return null;
  if (now.getTime() - account.seen_at.getTime() > touchEvery) await touchSession(db, digest, now);
  return actorOfAccount(account);
}

/** A person who signed in. Roles and organisation are read anew with every request. */
export function actorOfAccount(account: Omit<SessionAccount, "seen_at">): Actor {
  return {
    id: account.id,
    kind: "account",
    roles: Roles.parse(account.roles),
    organisation: account.organisation,
    language: Language.parse(account.language),
    simulated: false,
    trip: null,
    scopes: [],
  };
}

async function actorOfToken(parts: AuthParts, sent: string): Promise<Actor | null> {
  const [, id, secret] = tokenShape.exec(sent) ?? [];
  if (id === undefined || secret === undefined || !z.uuid().safeParse(id).success) return null;
  const token = await findToken(parts.database.db, id);
  if (token === undefined || !sameDigest(digestOf(secret), token.digest)) return null;
  const now = parts.machineNow();
  if (token.revoked_at !== null || token.ends_at <= now) return null;
  if (now.getTime() - (token.used_at?.getTime() ?? 0) > touchEvery)
    await touchToken(parts.database.db, token.id, now);
  return {
    id: token.id,
    kind: "token",
    roles: Roles.parse(token.roles),
    organisation: token.organisation,
    language: "vi",
    simulated: token.simulated,
    trip: null,
    scopes: token.scopes,
  };
}

/** Which link of which trip it was that was ended before its time; null for every other secret. It opens nothing. */
export async function endedLink(
  parts: AuthParts,
  secret: string,
): Promise<{ id: string; trip: string } | null> {
  const link = await findEndedLink(parts.database.db, digestOf(secret.slice(0, longest)));
  return link === undefined ? null : { id: link.id, trip: link.trip };
}

/** The bearer of a driver's link that holds in zone time: sees one trip and speaks for it. */
export async function actorOfLink(parts: AuthParts, secret: string): Promise<Actor | null> {
  const link = await findLink(parts.database.db, digestOf(secret.slice(0, longest)), parts.clock.now());
  if (link === undefined) return null;
  return {
    id: link.id,
    kind: "link",
    roles: [],
    organisation: link.organisation,
    language: "vi",
    simulated: link.simulated,
    trip: link.trip,
    scopes: [],
  };
}
