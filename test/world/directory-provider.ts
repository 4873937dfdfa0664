import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { DirectorySettings } from "@moc/server/platform/directory-settings.ts";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

export type Person = { sub: string; email?: string; email_verified?: unknown };

/** What a provider that is wrong, or in an enemy's hand, does otherwise. */
export type Mischief = {
  claims?: JWTPayload;
  /** Signs the ID token in another way. */
  sign?: (claims: JWTPayload) => Promise<string> | string;
  /** Neither looks at the verifier nor remembers which codes were used. */
  careless?: boolean;
  /** Answers nothing but errors. */
  away?: boolean;
  /** The parameter `iss` of the answer (RFC 9207). */
  iss?: string;
};

type Granted = { person: Person; nonce: string; challenge: string; redirect: string };

const clientId = "moc-tests";
const clientSecret = "the client's secret & more";

/** A small OpenID provider on a free port of this machine, signing with keys of its own. */
export async function openDirectoryProvider() {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "one", alg: "RS256", use: "sig" };
  const codes = new Map<string, Granted>();
  const state = { mischief: {} as Mischief, asked: 0, issuer: "", person: { sub: "nobody" } as Person }; // as: filled by the tests

  const sign = (claims: JWTPayload) =>
    new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "one" }).sign(privateKey);

  async function token(request: IncomingMessage): Promise<[number, object]> {
    state.asked += 1;
    const sent = new URLSearchParams(await text(request));
    const known = isClient(request.headers.authorization);
    const granted = codes.get(sent.get("code") ?? "");
    const { mischief, issuer } = state;
    const challenge = createHash("sha256")
      .update(sent.get("code_verifier") ?? "")
      .digest("base64url");
    if (!known) return [401, { error: "invalid_client" }];
    if (granted === undefined || granted.redirect !== sent.get("redirect_uri"))
      return [400, { error: "invalid_grant" }];
    if (mischief.careless !== true) {
      codes.delete(sent.get("code") ?? "");
      if (granted.challenge !== challenge) return [400, { error: "invalid_grant" }];
    }
    const now = Math.floor(Date.now() / 1000);
    const { nonce, person } = granted;
    const claims = {
      iss: issuer,
      aud: clientId,
      iat: now,
      exp: now + 60,
      nonce,
      ...person,
      ...mischief.claims,
    };
    const id_token = await (mischief.sign ?? sign)(claims);
    return [200, { access_token: randomUUID(), token_type: "Bearer", id_token }];
  }

  /** A person signs in at the provider. @returns the address to which the browser is sent back. */
  function consent(address: string, person: Person): string {
    const { searchParams } = new URL(address);
    const said = (name: string) => searchParams.get(name) ?? "";
    const code = randomUUID();
    const redirect = said("redirect_uri");
    codes.set(code, { person, nonce: said("nonce"), challenge: said("code_challenge"), redirect });
    const back = new URL(redirect);
    back.searchParams.set("code", code);
    back.searchParams.set("state", said("state"));
    back.searchParams.set("iss", state.mischief.iss ?? state.issuer);
    return back.href;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, href } = new URL(request.url ?? "", state.issuer);
    if (pathname === "/authorize") {
      response.writeHead(303, { location: consent(href, state.person) }).end();
      return;
    }
    const [status, body] =
      state.mischief.away === true
        ? [503, {}]
        : pathname === "/.well-known/openid-configuration"
          ? [200, metadata(state.issuer)]
          : pathname === "/keys"
            ? [200, { keys: [jwk] }]
            : pathname === "/token"
              ? await token(request)
              : [404, {}];
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // as: it listens on a port
  const settings: DirectorySettings = {
    issuer: state.issuer,
    clientId,
    clientSecret,
    label: { vi: "Tài khoản cơ quan", en: "Office account", zh: "单位账户" },
    emailDomains: ["example.vn"],
  };
  return {
    settings,
    sign,
    /** Everything that the provider does wrong from now on. */
    misbehave: (mischief: Mischief) => {
      state.mischief = mischief;
    },
    /** How often somebody asked for tokens. */
    asked: () => state.asked,
    /** Who sits at the browsers that are sent to the provider's own page. */
    seat: (person: Person) => {
      state.person = person;
    },
    consent,
    close: () =>
      new Promise<void>((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

// The parts are form-encoded before they are joined (RFC 6749 §2.3.1).
function isClient(authorization = ""): boolean {
  const joined = Buffer.from(authorization.replace("Basic ", ""), "base64").toString();
  const parts = joined.split(":").map((part) => decodeURIComponent(part.replaceAll("+", " ")));
  return parts[0] === clientId && parts[1] === clientSecret;
}

const metadata = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  end_session_endpoint: `${issuer}/end`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  code_challenge_methods_supported: ["S256"],
  authorization_response_iss_parameter_supported: true,
});
