import { randomUUID } from "node:crypto";
import { type OneTimeLink, UserName } from "@moc/contract/identity/account.ts";
import { en } from "@moc/contract/identity/messages/en.ts";
import { systemActor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { StartError } from "../../platform/settings.ts";
import { addAccount, type NewAccount } from "./create-account.ts";
import { keepAudit } from "./keep-audit.ts";
import type { IdentityParts } from "./parts.ts";
import { makePasswordLink } from "./password-link.ts";

/**
 * The operator's way in: an administrator of the whole zone, made from the command line of the server itself.
 * @returns the link by which the administrator sets the password, to be printed once.
 * @throws StartError when the user name is of a wrong form or taken: one sentence with the mend, for the terminal.
 */
export async function createAdmin(
  parts: IdentityParts,
  admin: Pick<NewAccount, "userName" | "name" | "email" | "language">,
): Promise<OneTimeLink> {
  const userName = UserName.safeParse(admin.userName);
  if (!userName.success) throw new StartError(`User name ${admin.userName}: ${en.faults.user_name_format}`);
  const account: NewAccount = { ...admin, roles: ["administrator"], organisation: null };
  let link: OneTimeLink | undefined;
  const command = { name: "identity.createAdmin", actor: systemActor, role: null };
  await parts
    .once({ ...command, input: { ...account, command: randomUUID() } }, async ({ tx, emit }) => {
      const ids = await addAccount(tx, parts, account, { passwordHash: null, demonstration: false });
      link = await makePasswordLink(tx, parts, ids.account);
      const after = { roles: account.roles, organisation: null };
      emit({
        kind: "identity.account_created",
        subject: ids.account,
        data: { ...ids, ...after, demonstration: false },
      });
      await keepAudit(tx, parts, systemActor, [{ action: "account_created", subject: ids.account, after }]);
      return ids;
    })
    .catch((error: unknown) => {
      const taken = error instanceof Refusal && error.code === "user_name_taken";
      throw taken ? new StartError(`User name ${admin.userName}: ${en.refusals.user_name_taken}`) : error;
    });
  if (link === undefined) throw new Error("a command of a new id ran no work");
  return link;
}
