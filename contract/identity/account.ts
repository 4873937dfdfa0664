import { z } from "zod";
import { Actor, Role } from "../values/actor.ts";
import { Id, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { identifierText, Language, LocalText } from "../values/text.ts";
import { Instant } from "../values/time.ts";

const userName = /^[a-z0-9]+([._-][a-z0-9]+)*$/;

/** The name one signs in with: 3 to 40 of a–z, 0–9 and single `.`, `_`, `-` between them. Not a person's secret. */
export const UserName = z
  .string()
  .min(3)
  .max(40)
  .refine((value) => userName.test(value), { params: { code: "user_name_format" } })
  .meta({ id: "UserName" });
export type UserName = z.infer<typeof UserName>;

/** Compared without regard to case; stored as part of the protected person. */
export const Email = z
  .email()
  .max(200)
  .transform((value) => value.toLowerCase())
  .meta({ id: "Email" });
export type Email = z.infer<typeof Email>;

/** Twelve characters or more, any; the same alone repeated is refused. NFC, so that every keyboard spells it alike. */
export const NewPassword = z
  .string()
  .refine((value) => value.length >= 12 && value.length <= 128, { params: { code: "password_length" } })
  .refine((value) => new Set(value).size >= 5, { params: { code: "password_guessable" } })
  .transform((value) => value.normalize("NFC"));

/** The name of the person behind an account; null when it was erased. */
export const PersonName = identifierText(100);

/**
 * Whether its holder may sign in through the organisation's directory: `expected`, an administrator has said whom the
 * directory must prove; `linked`, it did at least once.
 */
export const DirectoryLink = z.enum(["none", "expected", "linked"]).meta({ id: "DirectoryLink" });
export type DirectoryLink = z.infer<typeof DirectoryLink>;

/** An account as administrators see it. */
export const Account = z
  .strictObject({
    id: Id,
    person: Id,
    userName: z.string(),
    name: z.string().nullable().describe("Protected; null once erased"),
    email: z.string().nullable().describe("Protected"),
    roles: z.array(Role),
    organisation: Key.nullable().describe("null: the zone itself"),
    language: Language,
    disabled: z.boolean(),
    demonstration: z.boolean(),
    erasedAt: Instant.nullable(),
    createdAt: Instant,
    signedInAt: Instant.nullable(),
    secondFactor: z.boolean().describe("Asked for a code at sign-in"),
    directory: DirectoryLink,
    version: z.number().int().describe("Send it back with an edit; an edit of an older picture is refused"),
    may: z.array(May),
  })
  .meta({ id: "Account" });
export type Account = z.infer<typeof Account>;

/** Who asks, or that nobody is signed in; also what a sign-in page must know. */
export const Me = z
  .strictObject({
    mode: z.enum(["demo", "live"]),
    language: Language.describe("Account, else ?lang, else Accept-Language, else vi"),
    directory: LocalText.nullable().describe(
      "What the sign-in through the directory is called; null: not set",
    ),
    actor: Actor.nullable().describe("null: nobody is signed in"),
    account: z
      .strictObject({
        id: Id,
        userName: z.string(),
        name: z.string().nullable(),
        roles: z.array(Role),
        organisation: Key.nullable(),
        demonstration: z.boolean(),
        secondFactor: z.boolean(),
      })
      .nullable()
      .describe("null for strangers and tokens"),
    may: z.array(May).describe("What the caller may do in identity"),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof Me>;

/** An address that works once, shown once: null when the command was a repeat. */
export const OneTimeLink = z
  .strictObject({ url: z.string(), expiresAt: Instant })
  .meta({ id: "OneTimeLink" });
export type OneTimeLink = z.infer<typeof OneTimeLink>;
