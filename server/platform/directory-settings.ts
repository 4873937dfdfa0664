import { LocalText } from "@moc/contract/values/text.ts";
import { z } from "zod";

/** An OpenID provider through which people may sign in, as the operator names it. */
export type DirectorySettings = {
  /** Exactly as the provider calls itself in its discovery document and in the claim `iss`. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says. */
  label: LocalText;
  /** Lower case; whose verified addresses are believed. Empty: none, people are known by the provider's identifier. */
  emailDomains: readonly string[];
};

const domain = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

// Secrets and identities go over this line. A provider on the machine itself, as in tests, needs no TLS.
function isPrivate(issuer: string): boolean {
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  if (url === null || url.search !== "" || url.hash !== "" || url.username !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isOwnMachine(url));
}

/** Whether an address stays on this machine. */
export function isOwnMachine(url: URL): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
}

/** The variables of the environment; each may be missing, but see `readDirectory`. */
export const directoryEnvironment = {
  OIDC_ISSUER: z.string().refine(isPrivate, "must be an https:// address without query").optional(),
  OIDC_CLIENT_ID: z.string().min(1).max(255).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).max(1000).optional(),
  OIDC_LABEL_VI: z.string().min(1).max(60).optional(),
  OIDC_LABEL_EN: z.string().min(1).max(60).optional(),
  OIDC_LABEL_ZH: z.string().min(1).max(60).optional(),
  OIDC_EMAIL_DOMAINS: z
    .string()
    .transform((text) =>
      text
        .toLowerCase()
        .split(",")
        .map((one) => one.trim()),
    )
    .refine(
      (names) => names.every((name) => domain.test(name)),
      "must be domains as moc.example.vn, comma between",
    )
    .optional(),
};

const Whole = z.object({
  OIDC_ISSUER: z.string(),
  OIDC_CLIENT_ID: z.string(),
  OIDC_CLIENT_SECRET: z.string(),
  OIDC_LABEL_VI: z.string(),
  OIDC_LABEL_EN: z.string(),
  OIDC_LABEL_ZH: z.string(),
});

type Environment = { [Name in keyof z.infer<typeof Whole>]?: string | undefined } & {
  OIDC_EMAIL_DOMAINS?: readonly string[] | undefined;
};

/** @returns the directory; null when nothing of one is set; `missing`: the first variable that a half one lacks. */
export function readDirectory(env: Environment): DirectorySettings | null | { missing: string } {
  const set = Object.keys(directoryEnvironment).some((name) => name in env);
  if (!set) return null;
  const whole = Whole.safeParse(env);
  if (!whole.success) return { missing: String(whole.error.issues[0]?.path[0]) };
  const { data } = whole;
  return {
    issuer: data.OIDC_ISSUER,
    clientId: data.OIDC_CLIENT_ID,
    clientSecret: data.OIDC_CLIENT_SECRET,
    label: LocalText.parse({ vi: data.OIDC_LABEL_VI, en: data.OIDC_LABEL_EN, zh: data.OIDC_LABEL_ZH }),
    emailDomains: env.OIDC_EMAIL_DOMAINS ?? [],
  };
}
