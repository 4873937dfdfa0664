import type { Me } from "@moc/contract/identity/account.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { updateAccount } from "./account-store.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { readMe } from "./read-me.ts";

/** The language in which the caller is answered from now on. @throws Refusal `not_signed_in` to all but accounts. */
export async function setLanguage(
  parts: IdentityParts,
  actor: Actor | null,
  input: { command: string; language: Language },
): Promise<Me> {
  if (actor === null || actor.kind !== "account") throw new Refusal("not_signed_in");
  const { language } = input;
  await parts.once({ name: "identity.setLanguage", actor, role: null, input }, async ({ tx }) => {
    await updateAccount(tx, actor.id, { language });
    await keepAudit(tx, parts, actor, [{ action: "language_set", subject: actor.id, after: { language } }]);
    return { language };
  });
  return readMe(parts, { ...actor, language }, language);
}
