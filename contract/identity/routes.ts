import { z } from "zod";
import { Role } from "../values/actor.ts";
import { CommandId, Id, Key } from "../values/ids.ts";
import { PageRequest, pageOf } from "../values/page.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText, identifierText, Language } from "../values/text.ts";
import { CivilDate, Instant } from "../values/time.ts";
import { Account, Email, Me, NewPassword, OneTimeLink, PersonName, UserName } from "./account.ts";
import { AuditAction, AuditRow } from "./audit.ts";
import { DirectoryIdentity } from "./directory.ts";
import { Person, Retention } from "./person.ts";
import { identityRefusals } from "./refusals.ts";
import { Scope } from "./scopes.ts";
import { FactorCode, FactorSecret } from "./second-factor.ts";
import { Token, TokenState } from "./token.ts";

const procedure = procedureOf(identityRefusals);

type Method = "GET" | "POST" | "DELETE";
const at = (method: Method, path: `/${string}`, summary: string) =>
  procedure.route({ method, path, summary, tags: ["identity"] });

const standing = {
  roles: z.array(Role).max(13),
  organisation: Key.nullable(),
};
const why = freeText(500).describe("Reason, kept in the audit; no personal data");
const password = z.string().min(1).max(128);
const done = z.strictObject({ done: z.literal(true) });

/**
 * Accounts, tokens, persons, audit. What carries a password has no command id: nothing derived from a password is
 * kept but its slow hash.
 */
export const identityContract = {
  signIn: at("POST", "/session", "Sign in; sets the session cookie")
    .input(
      z.strictObject({
        name: z.string().min(1).max(200).describe("User name or e-mail address"),
        password,
        code: FactorCode.optional().describe("Of the second factor, where the account has one"),
      }),
    )
    .output(Me),
  completeDirectorySignIn: at("POST", "/session/directory", "The own code, after the directory's proof")
    .input(z.strictObject({ code: FactorCode }))
    .output(z.strictObject({ me: Me, to: z.string().describe("Path that the reader came from") })),
  signOut: at("DELETE", "/session", "Sign out; ends this session in every tab").output(
    done.extend({ next: z.string().nullable().describe("Where the directory ends its own session") }),
  ),
  readMe: at("GET", "/me", "Who asks; answers strangers too").output(Me),
  setLanguage: at("POST", "/me/language", "The caller's own language")
    .input(z.strictObject({ command: CommandId, language: Language }))
    .output(Me),
  changePassword: at("POST", "/me/password", "The caller's own password; ends all other sessions")
    .input(z.strictObject({ current: password, password: NewPassword }))
    .output(done),
  setPassword: at("POST", "/password-links", "Set a password by a one-time link; ends all sessions")
    .input(z.strictObject({ link: z.string().min(1).max(100), password: NewPassword }))
    .output(z.strictObject({ userName: z.string() })),

  beginSecondFactor: at("POST", "/me/second-factor", "A secret for the caller's own authenticator")
    .input(z.strictObject({ password }))
    .output(FactorSecret),
  confirmSecondFactor: at(
    "POST",
    "/me/second-factor/confirmation",
    "A first code: from now on it is asked for",
  )
    .input(z.strictObject({ code: FactorCode }))
    .output(z.strictObject({ recoveryCodes: z.array(z.string()).describe("Shown once; each works once") })),
  endSecondFactor: at("POST", "/me/second-factor/end", "The caller's own second factor ends")
    .input(z.strictObject({ password, code: FactorCode }))
    .output(done),

  listAccounts: at("GET", "/accounts", "Accounts that the caller administers, by user name")
    .input(
      PageRequest.extend({
        search: identifierText(64).optional().describe("Part of a user name, or a role"),
        organisation: Key.optional(),
      }),
    )
    .output(pageOf(Account)),
  createAccount: at("POST", "/accounts", "A new account; its holder sets the password by the link")
    .input(
      z.strictObject({
        command: CommandId,
        userName: UserName,
        name: PersonName,
        email: Email.optional(),
        language: Language.default("vi"),
        ...standing,
      }),
    )
    .output(z.strictObject({ account: Account, link: OneTimeLink.nullable() })),
  editAccount: at("POST", "/accounts/{account}", "Roles, organisation, locked or open")
    .input(
      z.strictObject({
        command: CommandId,
        account: Id,
        seen: z.number().int().describe("Version of the account that the caller saw"),
        disabled: z.boolean(),
        why,
        ...standing,
      }),
    )
    .output(z.strictObject({ account: Account })),
  resetPassword: at("POST", "/accounts/{account}/password-reset", "A one-time link; the old password ends")
    .input(z.strictObject({ command: CommandId, account: Id, why }))
    .output(z.strictObject({ account: Account, link: OneTimeLink.nullable() })),

  resetSecondFactor: at("POST", "/accounts/{account}/second-factor-reset", "For who lost it; sessions end")
    .input(z.strictObject({ command: CommandId, account: Id, why }))
    .output(z.strictObject({ account: Account })),

  linkDirectory: at("POST", "/accounts/{account}/directory-link", "Whom the directory must prove for it")
    .input(z.strictObject({ command: CommandId, account: Id, identity: DirectoryIdentity, why }))
    .output(z.strictObject({ account: Account })),
  unlinkDirectory: at("POST", "/accounts/{account}/directory-unlinking", "No sign-in through the directory")
    .input(z.strictObject({ command: CommandId, account: Id, why }))
    .output(z.strictObject({ account: Account })),

  issueToken: at("POST", "/tokens", "A token for a device, a system or a simulated actor; shown once")
    .input(
      z.strictObject({
        command: CommandId,
        name: identifierText(80).describe("What carries it; no personal data"),
        scopes: z.array(Scope).max(20),
        simulated: z.boolean().default(false),
        expiresAt: Instant.describe("Machine time, at most 400 days ahead"),
        ...standing,
      }),
    )
    .output(z.strictObject({ token: Token, secret: z.string().nullable().describe("null on a repeat") })),
  listTokens: at("GET", "/tokens", "Tokens that the caller administers, newest first")
    .input(PageRequest.extend({ state: TokenState.optional().describe("Absent: both") }))
    .output(pageOf(Token)),
  revokeToken: at("POST", "/tokens/{token}/revocation", "The token ends at once")
    .input(z.strictObject({ command: CommandId, token: Id, why }))
    .output(z.strictObject({ token: Token })),

  readPerson: at("GET", "/persons/{person}", "One person's protected data; audited with its purpose")
    .input(z.strictObject({ person: Id, why }))
    .output(Person),
  erasePerson: at("POST", "/persons/{person}/erasure", "Destroy a person's data for good")
    .input(
      z.strictObject({
        command: CommandId,
        person: Id,
        ground: z.enum(["request", "unlawful"]).describe("The person asked, or it was held without ground"),
        why,
      }),
    )
    .output(z.strictObject({ person: Person })),
  listRetention: at("GET", "/retention", "How long persons are kept").output(
    z.strictObject({ rows: z.array(Retention) }),
  ),
  setRetention: at("POST", "/retention", "How long persons of a class are kept, from a day on")
    .input(
      Retention.pick({ class: true, days: true, validFrom: true }).extend({
        command: CommandId,
        ground: freeText(300),
      }),
    )
    .output(z.strictObject({ rows: z.array(Retention) })),

  readAudit: at("GET", "/audit", "Who did what, newest first; reading is audited")
    .input(
      PageRequest.extend({
        action: AuditAction.optional(),
        actor: Id.optional(),
        subject: Id.optional(),
        from: CivilDate.optional(),
        to: CivilDate.optional().describe("Inclusive"),
      }),
    )
    .output(pageOf(AuditRow)),
};
