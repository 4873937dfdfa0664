import type { Token } from "@moc/contract/identity/token.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { identityPolicy } from "./policy.ts";
import { showToken } from "./show-token.ts";
import { endToken, findToken } from "./token-store.ts";

/** Ends a token at once. @throws Refusal `token_not_found`, also for another organisation's. */
export async function revokeToken(
  parts: IdentityParts,
  caller: Actor | null,
  input: { command: string; token: string; why: string },
): Promise<{ token: Token }> {
  const actor = authorise(identityPolicy, "token_revoke", caller, {
    organisation: caller?.organisation ?? null,
  });
  await parts.once(
    { name: "identity.revokeToken", actor, role: "administrator", input },
    async ({ tx, emit }) => {
      const token = await findToken(tx, input.token);
      if (token === undefined || !identityPolicy.token_revoke(actor, token))
        throw new Refusal("token_not_found");
      await endToken(tx, token.id, parts.machineNow());
      emit({ kind: "identity.token_revoked", subject: token.id, data: { token: token.id } });
      const { organisation } = token;
      await keepAudit(tx, parts, actor, [
        { action: "token_revoked", subject: token.id, organisation, why: input.why },
      ]);
      return { token: token.id };
    },
  );
  const token = await findToken(parts.database.db, input.token);
  if (token === undefined) throw new Refusal("token_not_found");
  return { token: showToken(actor, token, parts.machineNow()) };
}
