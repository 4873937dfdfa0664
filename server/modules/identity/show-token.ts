import type { IdentityReason } from "@moc/contract/identity/messages/shape.ts";
import { Token } from "@moc/contract/identity/token.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { identityPolicy } from "./policy.ts";
import type { StoredToken } from "./token-store.ts";

/** A token as the actor sees it: never its secret. */
export function showToken(actor: Actor, token: StoredToken, now: Date): Token {
  const ended = token.revoked_at !== null || token.ends_at <= now;
  const reason: IdentityReason | null = !identityPolicy.token_revoke(actor, token)
    ? "role_lacks"
    : ended
      ? "ended"
      : null;
  return Token.parse({
    id: token.id,
    name: token.name,
    roles: token.roles,
    organisation: token.organisation,
    scopes: token.scopes,
    simulated: token.simulated,
    createdAt: token.made_at.toISOString(),
    usedAt: token.used_at?.toISOString() ?? null,
    expiresAt: token.ends_at.toISOString(),
    revokedAt: token.revoked_at?.toISOString() ?? null,
    may: [{ action: "revokeToken", allowed: reason === null, ...(reason === null ? {} : { reason }) }],
  });
}
