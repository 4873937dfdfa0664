import { identityContract } from "@moc/contract/identity/routes.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { actorOfAccount } from "./authenticate.ts";
import { changePassword } from "./change-password.ts";
import { completeDirectorySignIn } from "./complete-directory-sign-in.ts";
import { createAccount } from "./create-account.ts";
import { editAccount } from "./edit-account.ts";
import { erasePerson } from "./erase-person.ts";
import { issueToken } from "./issue-token.ts";
import { linkDirectory, unlinkDirectory } from "./link-directory.ts";
import { listAccounts } from "./list-accounts.ts";
import { listRetention } from "./list-retention.ts";
import { listTokens } from "./list-tokens.ts";
import { directorySessionLength, sessionLength } from "./open-session.ts";
import type { IdentityParts } from "./parts.ts";
import { readAudit } from "./read-audit.ts";
import { readMe } from "./read-me.ts";
import { readPerson } from "./read-person.ts";
import { resetPassword } from "./reset-password.ts";
import { resetSecondFactor } from "./reset-second-factor.ts";
import { revokeToken } from "./revoke-token.ts";
import { beginSecondFactor, confirmSecondFactor, endSecondFactor } from "./second-factor.ts";
import { sessionCookie, sessionSecret, visitSecret } from "./session-cookie.ts";
import { setLanguage } from "./set-language.ts";
import { setPassword } from "./set-password.ts";
import { setRetention } from "./set-retention.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";

/** Contract route → use case. */
export function identityRoutes(parts: IdentityParts) {
  const os = implement(identityContract).$context<Call>();
  const done = { done: true } as const;
  const cookie = (secret: string, milliseconds: number) =>
    sessionCookie(secret, milliseconds / 1000, parts.address().startsWith("https:"));
  const from = ({ address, headers }: Call) => ({ address, session: sessionSecret(headers.cookie) });
  return os.router({
    signIn: os.signIn.handler(async ({ input, context }) => {
      const { account, secret } = await signIn(parts, input, from(context));
      context.setHeader("set-cookie", cookie(secret, sessionLength));
      const actor = actorOfAccount(account);
      return readMe(parts, actor, actor.language);
    }),
    completeDirectorySignIn: os.completeDirectorySignIn.handler(async ({ input, context }) => {
      const visit = visitSecret(context.headers.cookie);
      const completed = await completeDirectorySignIn(parts, input, { ...from(context), visit });
      context.setHeader("set-cookie", cookie(completed.secret, directorySessionLength));
      const actor = actorOfAccount(completed.account);
      return { me: await readMe(parts, actor, actor.language), to: completed.to };
    }),
    signOut: os.signOut.handler(async ({ context }) => {
      const next = await signOut(parts, sessionSecret(context.headers.cookie));
      context.setHeader("set-cookie", cookie("", 0));
      return { ...done, next };
    }),
    readMe: os.readMe.handler(({ context }) => readMe(parts, context.actor, context.language)),
    setLanguage: os.setLanguage.handler(({ input, context }) => setLanguage(parts, context.actor, input)),
    changePassword: os.changePassword.handler(async ({ input, context }) => {
      await changePassword(parts, context.actor, input, from(context));
      return done;
    }),
    setPassword: os.setPassword.handler(({ input }) => setPassword(parts, input)),
    beginSecondFactor: os.beginSecondFactor.handler(({ input, context }) =>
      beginSecondFactor(parts, context.actor, input, from(context)),
    ),
    confirmSecondFactor: os.confirmSecondFactor.handler(({ input, context }) =>
      confirmSecondFactor(parts, context.actor, input, from(context)),
    ),
    endSecondFactor: os.endSecondFactor.handler(async ({ input, context }) => {
      await endSecondFactor(parts, context.actor, input, from(context));
      return done;
    }),
    resetSecondFactor: os.resetSecondFactor.handler(({ input, context }) =>
      resetSecondFactor(parts, context.actor, input),
    ),
    listAccounts: os.listAccounts.handler(({ input, context }) => listAccounts(parts, context.actor, input)),
    createAccount: os.createAccount.handler(({ input, context }) =>
      createAccount(parts, context.actor, input),
    ),
    editAccount: os.editAccount.handler(({ input, context }) => editAccount(parts, context.actor, input)),
    resetPassword: os.resetPassword.handler(({ input, context }) =>
      resetPassword(parts, context.actor, input),
    ),
    linkDirectory: os.linkDirectory.handler(({ input, context }) =>
      linkDirectory(parts, context.actor, input),
    ),
    unlinkDirectory: os.unlinkDirectory.handler(({ input, context }) =>
      unlinkDirectory(parts, context.actor, input),
    ),
    issueToken: os.issueToken.handler(({ input, context }) => issueToken(parts, context.actor, input)),
    listTokens: os.listTokens.handler(({ input, context }) => listTokens(parts, context.actor, input)),
    revokeToken: os.revokeToken.handler(({ input, context }) => revokeToken(parts, context.actor, input)),
    readPerson: os.readPerson.handler(({ input, context }) => readPerson(parts, context.actor, input)),
    erasePerson: os.erasePerson.handler(({ input, context }) => erasePerson(parts, context.actor, input)),
    listRetention: os.listRetention.handler(({ context }) => listRetention(parts, context.actor)),
    setRetention: os.setRetention.handler(({ input, context }) => setRetention(parts, context.actor, input)),
    readAudit: os.readAudit.handler(({ input, context }) => readAudit(parts, context.actor, input)),
  });
}
