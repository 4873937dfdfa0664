import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { holdsScope, scopeFor } from "@moc/contract/values/scope.ts";
import { Language } from "@moc/contract/values/text.ts";
import { OpenAPIHandler } from "@orpc/openapi/fastify";
import type { AnyProcedure, AnyRouter } from "@orpc/server";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { allCurrent, type Memory } from "../events/keep-known.ts";
import type { envelopeOf, Reader } from "./envelope.ts";
import { limitRequests } from "./limits.ts";
import { isForeign, ownOrigin } from "./origin.ts";
import { parseStrictJson } from "./strict-json.ts";

/** What every route of every room is given with a call. */
export type Call = Reader & {
  actor: Actor | null;
  /** Address of the caller, for limits and audit; personal data, never logged or put into an event. */
  address: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  setHeader(name: string, value: string): void;
};

export type HttpParts = {
  log: FastifyBaseLogger;
  publicUrl: string | null;
  trustProxy: boolean;
  router: AnyRouter;
  toEnvelope: ReturnType<typeof envelopeOf>;
  intercept: ReturnType<typeof makeIntercept>;
  authenticate(request: Pick<FastifyRequest, "headers">): Promise<Actor | null>;
};

const bodyLimit = 256 * 1024;

/** The web server without its pages: limits, headers, session, parse, and the rooms' routes under /api. */
export async function buildHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { toEnvelope } = parts;
  const failed = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    answer(toEnvelope(fromMachine(error), readerOf(request, null)), error, request, reply);
  const app = Fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    // One proxy of our own: what a caller claims in front of it is not believed.
    trustProxy: parts.trustProxy && ((_address, hop) => hop === 0),
    requestTimeout: 30_000,
    // A stop must not wait for browsers that keep a connection in reserve; what is cut off is sent again by its command id.
    forceCloseConnections: true,
    genReqId: () => crypto.randomUUID(),
    // An address that is none never reaches a route.
    frameworkErrors: (error, request, reply) =>
      void failed(error, request as FastifyRequest, reply as FastifyReply), // as: its types name another logger
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    hsts: parts.publicUrl?.startsWith("https:") === true,
  });
  const limit = await limitRequests(app);
  await app.register(compress, { global: true, threshold: 1024 });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    async (_request: FastifyRequest, body: string) => (body === "" ? undefined : parseStrictJson(body)),
  );
  app.setErrorHandler(failed);
  app.setNotFoundHandler((request, reply) => failed(new Refusal("not_found"), request, reply));
  mountApi(app, parts, limit);
  return app;
}

type Called<Result> = {
  next: () => Promise<Result>;
  context: Call;
  path: readonly string[];
  procedure: AnyProcedure;
};

type Judged = { toEnvelope: ReturnType<typeof envelopeOf>; log: FastifyBaseLogger; memory: Memory };

/**
 * Wraps every call of a procedure: a token needs its scope, nothing is decided by a picture known to be old, and whatever
 * is thrown leaves as the envelope.
 */
export function makeIntercept({ toEnvelope, log, memory }: Judged) {
  return async <Result>({ next, context, path, procedure }: Called<Result>): Promise<Result> => {
    try {
      const [room = "", name = ""] = path;
      const { method = "POST" } = procedure["~orpc"].route;
      const scope = scopeFor(room, name, method);
      if (!holdsScope(context.actor, scope)) throw new Refusal("scope_missing", { params: { scope } });
      if (method !== "GET") await allCurrent(memory);
      return await next();
    } catch (error) {
      const envelope = toEnvelope(error, context);
      if (envelope.status >= 500) log.error({ err: error, requestId: context.requestId }, "a call failed");
      throw envelope;
    }
  };
}

function mountApi(
  app: FastifyInstance,
  parts: HttpParts,
  limit: (request: FastifyRequest, actor: Actor | null) => Promise<void>,
): void {
  const handler = new OpenAPIHandler<Call>(parts.router, { clientInterceptors: [parts.intercept] });
  app.all("/api/*", async (request, reply) => {
    if (isForeign(request, ownOrigin(request, parts.publicUrl))) throw new Refusal("not_allowed");
    const actor = await parts.authenticate(request);
    await limit(request, actor);
    const call: Call = {
      ...readerOf(request, actor),
      actor,
      address: request.ip,
      headers: request.headers,
      setHeader: (name, value) => void reply.header(name, value),
    };
    reply.header("cache-control", "no-store");
    const { matched } = await handler.handle(request, reply, { prefix: "/api", context: call });
    if (!matched) throw new Refusal("not_found");
    return reply;
  });
}

/** Reader's language: account, else ?lang, else Accept-Language, else Vietnamese. */
export function readerOf(request: FastifyRequest, actor: Actor | null): Reader {
  const [, query = ""] = request.url.split("?", 2); // an address may be no URL, `///`
  const asked = new URLSearchParams(query).get("lang");
  const accepted = (request.headers["accept-language"] ?? "")
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((part) => Language.safeParse(part).success);
  const language = Language.catch("vi").parse(actor?.language ?? asked ?? accepted);
  return { language, requestId: request.id };
}

// Fastify's own refusals (too large, wrong media type, cut-off upload) leave in our envelope too.
function fromMachine(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  const status = "statusCode" in error ? Number(error.statusCode) : 500;
  if (status === 413) return new Refusal("payload_too_large", { params: { limit: "256 kB" } });
  if (status >= 400 && status < 500)
    return new Refusal("malformed_request", { params: { what: "request", key: "" } });
  return error;
}

async function answer(
  envelope: ReturnType<ReturnType<typeof envelopeOf>>,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (envelope.status >= 500) request.log.error({ err: error, requestId: request.id }, "a request failed");
  return reply.status(envelope.status).header("cache-control", "no-store").send(envelope.toJSON());
}

const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};
