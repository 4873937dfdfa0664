import { Refusal } from "@moc/contract/values/refusal.ts";
import type { LocalText } from "@moc/contract/values/text.ts";
import type { FastifyBaseLogger } from "fastify";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
} from "openid-client";
import { z } from "zod";
import { type DirectorySettings, isOwnMachine } from "../../platform/directory-settings.ts";

/** What binds one conversation: sent with the browser (state, nonce) or kept from it (the verifier of PKCE). */
export type Binding = { state: string; nonce: string; verifier: string };

/** Whom the directory proved. */
export type Proof = {
  issuer: string;
  subject: string;
  /** Lower case; null unless the directory says that it verified the address. */
  email: string | null;
};

export type Directory = {
  label: LocalText;
  issuer: string;
  emailDomains: readonly string[];
  /** Where to send a browser. @throws Refusal `directory_away`. */
  begin(binding: Binding, returnUrl: string): Promise<string>;
  /** Judges the answer with which a browser came back. @throws Refusal `directory_away`, `directory_refused`. */
  prove(binding: Binding, answer: URL): Promise<Proof>;
  /** Where the directory ends its own session; null when it offers nothing or does not answer. */
  signOut(backTo: string): Promise<string | null>;
};

const timeout = 10; // s, for each answer of the provider
const fresh = 3600_000; // ms for which what the provider says of itself is kept

/**
 * Speaks OpenID Connect with the provider: discovery, authorisation code with PKCE, ID token checked by the provider's
 * keys. What it says of itself is read at the first sign-in, so that a provider that is away does not hinder the start.
 */
export function openDirectory(settings: DirectorySettings, log: FastifyBaseLogger): Directory {
  const { label, issuer, emailDomains } = settings;
  const provider = keptFor(fresh, () => discover(settings));
  const ask = () => provider().catch((error: unknown) => refuse(log, "directory_away", error));
  return {
    label,
    issuer,
    emailDomains,
    async begin({ state, nonce, verifier }, returnUrl) {
      const sent = {
        redirect_uri: returnUrl,
        scope: emailDomains.length > 0 ? "openid email" : "openid",
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      };
      return buildAuthorizationUrl(await ask(), sent).href;
    },
    async prove({ state, nonce, verifier }, answer) {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const tokens = await authorizationCodeGrant(await ask(), answer, {
        ...checks,
        idTokenExpected: true,
      }).catch((error: unknown) =>
        refuse(log, isAway(error) ? "directory_away" : "directory_refused", error),
      );
      const claims = Claims.parse(tokens.claims());
      const email = claims.email_verified === true ? (claims.email?.toLowerCase() ?? null) : null;
      return { issuer: claims.iss, subject: claims.sub, email };
    },
    async signOut(backTo) {
      const known = await ask().catch(() => null);
      if (known?.serverMetadata().end_session_endpoint === undefined) return null;
      return buildEndSessionUrl(known, { post_logout_redirect_uri: backTo }).href;
    },
  };
}

// The signature covers these; what is not a string or a boolean counts as not said.
const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  email: z.string().optional().catch(undefined),
  email_verified: z.boolean().optional().catch(undefined),
});

async function discover({ issuer, clientId, clientSecret }: DirectorySettings): Promise<Configuration> {
  const server = new URL(issuer);
  // The library asks the token endpoint over TLS but reads the ID token unsigned unless told otherwise.
  const execute = [enableNonRepudiationChecks, ...(isOwnMachine(server) ? [allowInsecureRequests] : [])];
  const authenticate: ClientAuth = (provider, ...rest) => {
    const methods = provider.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    const byHeader = methods.includes("client_secret_basic");
    return (byHeader ? ClientSecretBasic : ClientSecretPost)(clientSecret)(provider, ...rest);
  };
  const found = await discovery(server, clientId, undefined, authenticate, { execute, timeout });
  // Some providers answer for many organisations under one address; then another one's people would be believed.
  if (new URL(found.serverMetadata().issuer).href !== server.href) throw new Error("another issuer answers");
  return found;
}

/** Asks once and keeps the answer for a time (ms, machine time); a failure is not kept. */
function keptFor<Answer>(time: number, ask: () => Promise<Answer>): () => Promise<Answer> {
  let kept: { at: number; answer: Promise<Answer> } | null = null;
  return () => {
    if (kept !== null && performance.now() - kept.at < time) return kept.answer;
    const asked = { at: performance.now(), answer: ask() };
    asked.answer.catch(() => {
      if (kept === asked) kept = null;
    });
    kept = asked;
    return asked.answer;
  };
}

const away = new Set(
  ["TIMEOUT", "ABORT", "RESPONSE_IS_NOT_CONFORM", "RESPONSE_IS_NOT_JSON"].map((code) => `OAUTH_${code}`),
);

/** A line that is down or a provider that fails, not an answer. */
function isAway(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof ClientError && away.has(error.code ?? ""));
}

function refuse(log: FastifyBaseLogger, code: "directory_away" | "directory_refused", error: unknown): never {
  // The message alone: the cause holds what the provider sent, persons included.
  log.warn({ reason: error instanceof Error ? error.message : "unknown" }, `sign-in: ${code}`);
  throw new Refusal(code);
}
