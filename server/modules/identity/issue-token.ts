import { randomUUID } from "node:crypto";
import type { Token } from "@moc/contract/identity/token.ts";
import type { Actor, Role } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import type { Tx } from "../../platform/database/handle.ts";
import type { NewEvent } from "../../platform/events/append.ts";
import { mustGive, mustKnow } from "./create-account.ts";
import { keepAudit } from "./keep-audit.ts";
import { digestOf, randomSecret } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { identityPolicy, issuesSimulated } from "./policy.ts";
import { showToken } from "./show-token.ts";
import { findToken, insertToken } from "./token-store.ts";

// A little more than a year: a token must be looked at again at least that often.
const longestDays = 400;
const day = 24 * 3600_000;

export type NewToken = {
  name: string;
  roles: Role[];
  organisation: string | null;
  scopes: string[];
  simulated: boolean;
  expiresAt: string;
};

/** @throws Refusal `expiry_past`, `expiry_too_far`, `live_zone`, `not_allowed`. */
function check(parts: IdentityParts, actor: Actor, { scopes, simulated, expiresAt }: NewToken): void {
  const ahead = new Date(expiresAt).getTime() - parts.machineNow().getTime();
  if (ahead <= 0) throw new Refusal("expiry_past", { field: "expiresAt" });
  if (ahead > longestDays * day) {
    throw new Refusal("expiry_too_far", { field: "expiresAt", params: { days: String(longestDays) } });
  }
  const ofDemonstration = simulated || scopes.some((scope) => scope.startsWith("demo:"));
  if (ofDemonstration && parts.clock.mode === "live") throw new Refusal("live_zone", { field: "simulated" });
  const passesOn = !simulated || scopes.includes("demo:tokens");
  if (issuesSimulated(actor) && passesOn) throw new Refusal("not_allowed");
}

/** Writes a new token in the caller's transaction. @returns its id and the one sight of its secret. */
export async function addToken(
  tx: Tx,
  parts: IdentityParts,
  actor: Actor,
  token: NewToken,
  emit: (event: NewEvent) => void,
): Promise<{ token: string; secret: string }> {
  const id = randomUUID();
  const part = randomSecret(32);
  const { name, organisation, scopes, simulated, expiresAt } = token;
  const roles = [...new Set(token.roles)];
  await insertToken(tx, {
    id,
    name,
    digest: digestOf(part),
    roles,
    organisation,
    scopes: [...new Set(scopes)],
    simulated,
    made_at: parts.machineNow(),
    ends_at: new Date(expiresAt),
  });
  emit({
    kind: "identity.token_issued",
    subject: id,
    data: { token: id, roles, organisation, scopes, simulated, expiresAt },
  });
  const after = { roles, organisation, scopes, simulated, expiresAt };
  await keepAudit(tx, parts, actor, [{ action: "token_issued", subject: id, organisation, after }]);
  return { token: id, secret: `moc_${id}_${part}` };
}

/**
 * A token for a device, a force's own system or one simulated actor. Only its digest is kept: who loses the secret
 * asks for another. @returns the token; the secret only the first time.
 * @throws Refusal `expiry_past`, `expiry_too_far`, `live_zone`, `role_not_held`, `organisation_unknown`.
 */
export async function issueToken(
  parts: IdentityParts,
  caller: Actor | null,
  input: NewToken & { command: string },
): Promise<{ token: Token; secret: string | null }> {
  const actor = authorise(identityPolicy, "token_issue", caller, input);
  check(parts, actor, input);
  mustGive(actor, input.roles);
  let secret: string | null = null;
  const made = await parts.once(
    { name: "identity.issueToken", actor, role: actor.kind === "account" ? "administrator" : null, input },
    async ({ tx, emit }) => {
      mustKnow(parts, input.organisation);
      const added = await addToken(tx, parts, actor, input, emit);
      secret = added.secret;
      return { token: added.token };
    },
  );
  const token = await findToken(parts.database.db, made.token);
  if (token === undefined) throw new Refusal("token_not_found");
  return { token: showToken(actor, token, parts.machineNow()), secret };
}
