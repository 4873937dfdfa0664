import { type IdentityRefusal, identityRefusals } from "@moc/contract/identity/refusals.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { FastifyInstance, FastifyReply } from "fastify";
import { beginDirectorySignIn, returnPath, visitLength } from "./begin-directory-sign-in.ts";
import { finishDirectorySignIn } from "./finish-directory-sign-in.ts";
import { directorySessionLength } from "./open-session.ts";
import type { IdentityParts } from "./parts.ts";
import { sessionCookie, sessionSecret, visitCookie, visitSecret } from "./session-cookie.ts";

type Begun = { Querystring: { to?: string | string[] } };

// For each address: an office at the change of shifts, not a flood that would reach the directory through us.
const limited = { config: { rateLimit: { max: 300, timeWindow: 60_000 } } };

/**
 * The two addresses of a sign-in through the directory. Browsers are sent on by them and land on the sign-in screen,
 * which says a refusal in words (`?directory=CODE`) or asks for the second factor (`?directory=code`).
 */
export function mountDirectory(app: FastifyInstance, parts: IdentityParts): void {
  const secure = () => parts.address().startsWith("https:");
  const send = (reply: FastifyReply, to: string, cookies: readonly string[]) =>
    reply
      .header("cache-control", "no-store")
      .header("set-cookie", [...cookies])
      .redirect(to, 303);
  const noVisit = () => visitCookie("", 0, secure());
  const refused = (reply: FastifyReply, error: unknown) => {
    if (!(error instanceof Refusal) || !isOurs(error.code)) throw error;
    return send(reply, `/?directory=${error.code}`, [noVisit()]);
  };

  app.get<Begun>("/sign-in/directory", limited, async (request, reply) => {
    const home = new URL(parts.address());
    // A cookie of 127.0.0.1 does not come back to localhost: the browser begins where it will return to.
    if (isLoopback(request.hostname) && isLoopback(home.hostname) && request.hostname !== home.hostname)
      return send(reply, `${home.origin}${request.url}`, []);
    const { to } = request.query;
    try {
      const { url, secret } = await beginDirectorySignIn(parts, Array.isArray(to) ? undefined : to);
      return send(reply, url, [visitCookie(secret, visitLength / 1000, secure())]);
    } catch (error) {
      return refused(reply, error);
    }
  });
  app.get(returnPath, limited, async (request, reply) => {
    const { cookie } = request.headers;
    const { search } = new URL(request.url, "http://local");
    try {
      const from = { visit: visitSecret(cookie), session: sessionSecret(cookie) };
      const finished = await finishDirectorySignIn(parts, search, from);
      if (finished.end === "asked") {
        return send(reply, "/?directory=code", [visitCookie(finished.secret, visitLength / 1000, secure())]);
      }
      const session = sessionCookie(finished.secret, directorySessionLength / 1000, secure());
      return send(reply, finished.to, [session, noVisit()]);
    } catch (error) {
      return refused(reply, error);
    }
  });
}

/** Names of one's own machine, between which no browser shares cookies. */
const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(host);

function isOurs(code: string): code is IdentityRefusal {
  return code in identityRefusals;
}
