import type { Account } from "@moc/contract/identity/account.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { IdentityParts } from "./parts.ts";
import { deleteFactor } from "./second-factor-store.ts";
import { shutWay, takeGivable } from "./shut-way.ts";

/**
 * Ends the second factor of somebody who lost it, and every session of the account: half of the way into it.
 * @throws Refusal `account_not_found`, `role_not_held`, `factor_not_set`.
 */
export function resetSecondFactor(
  parts: IdentityParts,
  caller: Actor | null,
  input: { command: string; account: string; why: string },
): Promise<{ account: Account }> {
  return shutWay(parts, caller, input, {
    command: "identity.resetSecondFactor",
    done: "second_factor_reset",
    absent: "factor_not_set",
    take: takeGivable,
    remove: deleteFactor,
  });
}
